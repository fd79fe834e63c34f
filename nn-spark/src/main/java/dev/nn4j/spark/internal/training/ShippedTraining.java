// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark.internal.training;

import dev.nn4j.api.Optimizer;
import dev.nn4j.core.Model;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.experiment.Schedule;
import dev.nn4j.core.experiment.TrainingOptions;
import dev.nn4j.core.experiment.TrainingOptionsBuilder;
import dev.nn4j.core.fit.NetworkTraining;
import dev.nn4j.core.registry.ComponentRegistry;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What executors need to know of a training: all that gradients and shards depend on.
 *
 * @param optimizer its name
 * @param hyperparameters of the optimizer
 * @param learningRate as it begins
 * @param options those that are single values
 * @param schedule its name; empty for none
 * @param scheduleValues of the schedule
 */
record ShippedTraining(
        String optimizer,
        Map<String, Object> hyperparameters,
        double learningRate,
        Map<String, Object> options,
        String schedule,
        Map<String, Object> scheduleValues)
        implements Serializable {
    static ShippedTraining of(NetworkTraining training) {
        return new ShippedTraining(
                training.optimizer().name(),
                new LinkedHashMap<>(training.optimizer().hyperparameters().values()),
                training.learningRate(),
                new LinkedHashMap<>(training.options().values()),
                training.options().schedule().map(Schedule::name).orElse(""),
                new LinkedHashMap<>(training.options()
                        .schedule()
                        .map(chosen -> chosen.hyperparameters().values())
                        .orElse(Map.of())));
    }

    /** The training of a model's network, on one thread. */
    NetworkTraining training(Model model) {
        Optimizer known = ComponentRegistry.standard().optimizer(optimizer);
        Optimizer chosen = known.with(known.hyperparameters().with(optimizer, hyperparameters));
        return NetworkTraining.of(model.loss(), chosen, learningRate, trainingOptions())
                .withExecution(new Execution(1, Execution.defaults().kernels()));
    }

    TrainingOptions trainingOptions() {
        TrainingOptionsBuilder builder = TrainingOptions.builder();
        options.forEach(builder::set);
        Schedule.all().stream()
                .filter(one -> one.name().equals(schedule))
                .map(one -> one.with(one.hyperparameters().with(schedule, scheduleValues)))
                .forEach(builder::schedule);
        return builder.build();
    }
}
