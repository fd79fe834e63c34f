// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import dev.nn4j.api.Component;
import dev.nn4j.core.data.ColumnPlan;
import dev.nn4j.core.network.LayerSpec;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Lays an experiment out as single values, each under the path that a configuration has for it. */
final class ExperimentSettings {
    private final SortedMap<String, Object> values = new TreeMap<>();

    private ExperimentSettings() {}

    static SortedMap<String, Object> of(Experiment experiment) {
        ExperimentSettings settings = new ExperimentSettings();
        settings.put(experiment.data());
        settings.values.put("preprocessing.scaling", experiment.scaling().word());
        settings.values.put(
                "preprocessing.targetScaling", experiment.targetScaling().word());
        for (int i = 0; i < experiment.layers().size(); i++) {
            settings.values.put(
                    "network.layers[" + i + "]", described(experiment.layers().get(i)));
        }
        settings.put("loss", experiment.loss());
        settings.put("optimizer", experiment.optimizer());
        settings.values.put("optimizer.learningRate", experiment.learningRate());
        settings.put(experiment.options());
        return settings.values;
    }

    private void put(DataRoles roles) {
        put("data.target", roles.targets());
        put("data.ignore", roles.ignore());
        roles.positive().ifPresent(label -> values.put("data.positive", label));
        roles.weight().ifPresent(column -> values.put("data.weight", column));
        int index = 0;
        for (Map.Entry<String, ColumnPlan> plan : new TreeMap<>(roles.plans()).entrySet()) {
            String path = "data.columns[" + index++ + "].";
            values.put(path + "name", plan.getKey());
            plan.getValue().settings().forEach((name, value) -> values.put(path + name, value));
        }
    }

    private void put(TrainingOptions options) {
        values.put("training.epochs", (long) options.epochs());
        values.put("training.batchSize", (long) options.batchSize());
        values.put("training.shuffle", options.shuffle());
        values.put("training.seed", options.seed());
        values.put("training.validationFraction", options.validationFraction());
        values.put("training.l1", options.l1());
        values.put("training.l2", options.l2());
        values.put("training.clipValue", options.clipValue());
        values.put("training.clipNorm", options.clipNorm());
        options.classWeights().settings().forEach((name, value) -> values.put("training.classWeights" + name, value));
        options.schedule().ifPresent(schedule -> put("training.schedule", schedule));
        options.earlyStopping().ifPresent(this::put);
    }

    private void put(EarlyStopping rule) {
        values.put("training.earlyStopping.monitor", rule.monitor().word());
        values.put("training.earlyStopping.patience", (long) rule.patience());
        values.put("training.earlyStopping.minDelta", rule.minDelta());
        values.put("training.earlyStopping.restoreBest", rule.restoreBest());
    }

    private void put(String path, List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            values.put(path + "[" + i + "]", names.get(i));
        }
    }

    private void put(String path, Component component) {
        values.put(path + ".type", component.name());
        component.hyperparameters().values().forEach((name, value) -> values.put(path + "." + name, value));
    }

    /** All that a configuration says of it; a width that is derived says nothing. */
    private static String described(LayerSpec layer) {
        return layer instanceof LayerSpec.Dense dense
                ? "dense " + dense.outputs() + " " + described(dense.activation()) + " "
                        + described(dense.initializer()) + (dense.bias() ? "" : " without bias")
                : layer.toString();
    }

    private static String described(Component component) {
        return component.name() + component.hyperparameters().values();
    }
}
