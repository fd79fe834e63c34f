// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.fit;

import dev.nn4j.api.Loss;
import dev.nn4j.core.Network;
import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.experiment.TrainingOptions;
import dev.nn4j.core.gradient.BlockGradient;
import dev.nn4j.core.gradient.GradientSource;
import dev.nn4j.core.internal.engine.Gradients;
import dev.nn4j.core.internal.engine.Trainer;
import dev.nn4j.core.internal.kernels.KernelSelection;
import dev.nn4j.core.internal.preparation.BatchRows;
import dev.nn4j.core.internal.preparation.FreshStart;
import dev.nn4j.core.internal.preparation.TrainingFit;
import dev.nn4j.core.internal.rules.LossFit;
import dev.nn4j.core.internal.rules.Shaping;
import dev.nn4j.core.network.NetworkSpec;
import java.util.Optional;

/** A run of a training on data: checked, and then from the first batch to the last. */
final class NetworkRun {
    private final NetworkTraining training;
    private final Loss loss;
    private final TrainingOptions options;
    private final DataSet data;
    private final Optional<DataSet> validation;

    NetworkRun(NetworkTraining training, DataSet data, Optional<DataSet> validation) {
        this.training = training;
        this.loss = training.loss();
        this.options = training.options();
        this.data = data;
        this.validation = validation;
    }

    /** Looks all rows over. */
    void requireTargets(Network initial) {
        TrainingFit.requireWidths(initial, loss, data);
        Cancellation cancellation = Cancellation.when(training.cancelled());
        LossFit.requireRows("training data", data, loss, cancellation);
        if (validation.isPresent()) {
            TrainingFit.requireWidths(initial, loss, validation.get());
            LossFit.requireRows("validation data", validation.get(), loss, cancellation);
        }
    }

    NetworkResult from(Network initial, Optional<TrainingState> resumed) {
        requireFits(initial);
        NetworkSpec spec = initial.spec();
        BatchRows batches = new BatchRows(spec, options, data.rows());
        int mostRows = Math.max(
                batches.most(), validation.isPresent() ? validation.get().rows() : 0);
        Execution chosen = executionFor(spec);
        Network begun =
                FreshStart.of(initial, data, options, chosen.kernels(), Cancellation.when(training.cancelled()));
        try (Trainer trainer = new Trainer(
                spec,
                begun::parameters,
                loss,
                training.optimizer(),
                training.rangeRules().of(spec),
                new Shaping(options.l1(), options.l2(), options.clipValue(), options.clipNorm()),
                options.seed(),
                chosen,
                mostRows,
                gradientsOf(spec))) {
            return new EpochLoop(training, trainer, begun, resumed, data, validation, batches).run();
        }
    }

    private void requireFits(Network initial) {
        TrainingFit.requireWidths(initial, loss, data);
        if (validation.isPresent()) {
            TrainingFit.requireWidths(initial, loss, validation.get());
        }
        LossFit.requireRange(initial.spec(), loss);
        LossFit.requireClasses(initial.spec(), loss);
        TrainingFit.requireMonitored(training.stoppingRule(), options, loss, validation.isPresent());
        if (training.calibrates()) {
            LossFit.requireCalibratable(initial.spec(), loss, validation.isPresent());
        }
        TrainingFit.requireAverages(initial.spec(), options);
    }

    private Optional<Gradients> gradientsOf(NetworkSpec spec) {
        Optional<GradientSource> source = training.gradients();
        if (source.isEmpty()) {
            return Optional.empty();
        }
        BlockGradient.requireRowsAlone(spec);
        return Optional.of(new SourcedGradients(source.get()));
    }

    private Execution executionFor(NetworkSpec spec) {
        // Forward, backward and gradient; the product may be too large for a long, where the cast stops.
        long multiplications = (long) (3.0 * spec.parameterCount() * data.rows() * options.epochs());
        Execution given = training.execution();
        return new Execution(given.threads(), KernelSelection.forWork(given.kernels(), multiplications));
    }
}
