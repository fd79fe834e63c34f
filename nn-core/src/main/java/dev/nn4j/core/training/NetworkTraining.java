// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.api.Loss;
import dev.nn4j.api.Optimizer;
import dev.nn4j.api.TargetKind;
import dev.nn4j.core.Network;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.data.DataSet;
import dev.nn4j.core.internal.engine.Shaping;
import dev.nn4j.core.internal.engine.Trainer;
import dev.nn4j.core.internal.kernels.KernelSelection;
import dev.nn4j.core.network.NetworkSpec;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Trains bare networks on numeric data: the level below {@link Training}, for programs that prepare rows themselves.
 *
 * @param loss what is minimised
 * @param optimizer how
 * @param learningRate its step size; above 0
 * @param options the rest; class weights and the validation fraction are {@link Training}'s and not used here
 * @param execution threads and kernels
 * @param listener is told
 * @param cancelled is asked after every batch whether to give up the running epoch and stop
 * @param stateKeeping who keeps the states that {@link #resume} goes on from
 */
public record NetworkTraining(
        Loss loss,
        Optimizer optimizer,
        double learningRate,
        TrainingOptions options,
        Execution execution,
        TrainingListener listener,
        BooleanSupplier cancelled,
        Optional<StateKeeping> stateKeeping) {
    /** A training that nobody watches, on all cores. */
    public static NetworkTraining of(Loss loss, Optimizer optimizer, double learningRate, TrainingOptions options) {
        return new NetworkTraining(
                loss,
                optimizer,
                learningRate,
                options,
                Execution.defaults(),
                new TrainingListener() {},
                () -> false,
                Optional.empty());
    }

    /** The same on these threads and kernels. */
    public NetworkTraining withExecution(Execution chosen) {
        return new NetworkTraining(loss, optimizer, learningRate, options, chosen, listener, cancelled, stateKeeping);
    }

    /** The same, telling this listener. */
    public NetworkTraining withListener(TrainingListener watcher) {
        return new NetworkTraining(loss, optimizer, learningRate, options, execution, watcher, cancelled, stateKeeping);
    }

    /** The same, asking after every batch whether to give up the running epoch and stop. */
    public NetworkTraining withCancellation(BooleanSupplier asked) {
        return new NetworkTraining(loss, optimizer, learningRate, options, execution, listener, asked, stateKeeping);
    }

    /** The same, handing out its states. */
    public NetworkTraining withStateKeeping(StateKeeping keeping) {
        return new NetworkTraining(
                loss, optimizer, learningRate, options, execution, listener, cancelled, Optional.of(keeping));
    }

    /** Trains without validation. See {@link #run(Network, DataSet, Optional)}. */
    public Fit run(Network initial, DataSet training) {
        return run(initial, training, Optional.empty());
    }

    /**
     * Trains.
     *
     * @param initial where to start; left as it is
     * @param training rows as wide as the network
     * @param validation likewise
     * @throws ConfigurationException if something watches validation data that is not there, or a batch of one row would
     *     have to be normalised
     * @throws dev.nn4j.api.TrainingDivergedException if a loss or weight is not finite
     */
    public Fit run(Network initial, DataSet training, Optional<DataSet> validation) {
        return run(initial, Optional.empty(), training, validation);
    }

    /**
     * Goes on with a training that was stopped. On the same data this gives, bit for bit, what the training would have
     * given without the stop. {@link TrainingOptions#epochs()} counts the epochs before the stop too; where early
     * stopping was over, or no epoch is left, the result is that of the state.
     *
     * @param state handed out by a training of the same description
     * @param training rows as wide as the network
     * @param validation likewise
     * @throws ConfigurationException if something watches validation data that is not there
     * @throws IllegalArgumentException if the state is not one of this training
     * @throws dev.nn4j.api.TrainingDivergedException if a loss or weight is not finite
     */
    public Fit resume(TrainingState state, DataSet training, Optional<DataSet> validation) {
        state.requireOf(optimizer, options);
        return run(state.network(), Optional.of(state), training, validation);
    }

    private Fit run(Network initial, Optional<TrainingState> resumed, DataSet training, Optional<DataSet> validation) {
        requireWidths(initial, training);
        if (validation.isPresent()) {
            requireWidths(initial, validation.get());
        }
        requireMonitored(validation.isPresent());
        BatchRows batches = new BatchRows(initial.spec(), options, training.rows());
        int mostRows = Math.max(
                batches.most(), validation.isPresent() ? validation.get().rows() : 0);
        try (Trainer trainer = new Trainer(
                initial.spec(),
                initial.parameters(),
                loss,
                optimizer,
                new Shaping(options.l1(), options.l2(), options.clipValue(), options.clipNorm()),
                options.seed(),
                executionFor(initial.spec(), training.rows()),
                mostRows)) {
            return new EpochLoop(this, trainer, initial, resumed, training, validation, batches).run();
        }
    }

    private Execution executionFor(NetworkSpec spec, int rows) {
        // Forward, backward and gradient; the product may be too large for a long, where the cast stops.
        long multiplications = (long) (3.0 * spec.parameterCount() * rows * options.epochs());
        return new Execution(execution.threads(), KernelSelection.forWork(execution.kernels(), multiplications));
    }

    private void requireMonitored(boolean hasValidation) {
        if (options.earlyStopping().isPresent()) {
            requireSeen(options.earlyStopping().get().monitor(), "training.earlyStopping.monitor", hasValidation);
        }
        if (options.schedule().isPresent() && options.schedule().get() instanceof Schedules.Plateau plateau) {
            requireSeen(plateau.monitored(), "training.schedule.monitor", hasValidation);
        }
    }

    private void requireSeen(Monitor monitor, String path, boolean hasValidation) {
        if (monitor.needsValidation() && !hasValidation) {
            throw new ConfigurationException(
                    path,
                    "watches validation data, and there is none; set training.validationFraction, give validation data,"
                            + " or watch \"loss\"");
        }
        if (monitor.needsClasses() && loss.targets() == TargetKind.NUMBERS) {
            throw new ConfigurationException(
                    path, "watches accuracy, which " + loss.name() + " does not have; watch \"loss\" or \"val_loss\"");
        }
    }

    private static void requireWidths(Network network, DataSet data) {
        if (network.inputWidth() != data.inputWidth() || network.outputWidth() != data.targetWidth()) {
            throw new IllegalArgumentException("network training: the network takes " + network.inputWidth()
                    + " inputs and gives " + network.outputWidth() + " outputs, the data has " + data);
        }
        if (data.rows() == 0) {
            throw new IllegalArgumentException("network training: the data has no rows");
        }
    }
}
