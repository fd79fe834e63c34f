// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.fit;

import dev.nn4j.api.TargetKind;
import dev.nn4j.core.Network;
import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.experiment.Monitor;
import dev.nn4j.core.experiment.TrainingOptions;
import dev.nn4j.core.internal.engine.Batch;
import dev.nn4j.core.internal.engine.BatchResult;
import dev.nn4j.core.internal.engine.Trainer;
import dev.nn4j.core.internal.engine.WeightMean;
import dev.nn4j.core.internal.flight.EpochFlight;
import dev.nn4j.core.internal.preparation.BatchRows;
import dev.nn4j.core.internal.rules.LabelSmoothing;
import dev.nn4j.core.internal.rules.RowOrder;
import dev.nn4j.core.internal.watch.EpochTotals;
import dev.nn4j.core.internal.watch.TemperatureFit;
import dev.nn4j.core.internal.watch.WatchedScores;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.table.WordArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;

/**
 * Epoch after epoch: batches, validation, history, schedule, early stopping. What every training passes has no lambdas: the
 * JDK makes a class of each when it first comes to it, and two dozen of them take a seventh of a small training's time.
 */
final class EpochLoop {
    private static final double NANOS_TO_SECOND = 1e9;

    private final NetworkTraining training;
    private final Trainer trainer;
    private final Cancellation cancellation;
    private final Network initial;
    private final boolean averages;
    private final Network initialOutcome;
    private final NetworkSpec spec;
    private final Batch batch;
    private final Optional<Batch> validation;
    private final Optional<RowOrder> validationOrder;
    private final Optional<WatchedScores> scores;
    private final Optional<DataSet> calibrating;
    private final int rows;
    private final int validationRows;
    private final BatchRows batches;
    private final RowOrder order;
    private final RateControl rate;
    private final Optional<EarlyStoppingWatch> stopping;
    private final Optional<StateKeeper> keeper;
    private final Optional<NormWatch> norms;
    private final EpochFlight flight;
    private final List<EpochRecord> history = new ArrayList<>();
    /** Where the running epoch began, unless that is where the training did. */
    private float[] begun = new float[0];

    private float[] begunOutcome = new float[0];

    private boolean isUnderWay;

    EpochLoop(
            NetworkTraining training,
            Trainer trainer,
            Network initial,
            Optional<TrainingState> resumed,
            DataSet data,
            Optional<DataSet> validation,
            BatchRows batches) {
        TrainingOptions options = training.options();
        this.training = training;
        this.trainer = trainer;
        this.initial = initial;
        this.averages = options.averages();
        this.initialOutcome =
                averages && resumed.isPresent() ? resumed.get().average().orElseThrow() : initial;
        this.spec = initial.spec();
        this.cancellation = Cancellation.when(training.cancelled());
        this.batch = new Batch(
                data,
                cancellation,
                LabelSmoothing.of(training.loss().targets(), options.labelSmoothing(), data.targetWidth()));
        this.validation =
                validation.isPresent() ? Optional.of(new Batch(validation.get(), cancellation)) : Optional.empty();
        this.validationOrder = validation.isPresent() ? Optional.of(wholly(validation.get())) : Optional.empty();
        this.scores = validation.isPresent()
                ? Optional.of(
                        new WatchedScores(options.watched(), training.loss().targets(), validation.get(), cancellation))
                : Optional.empty();
        this.calibrating = training.calibrates() ? validation : Optional.empty();
        this.rows = batches.rows();
        this.validationRows = validation.isPresent() ? validation.get().rows() : 0;
        this.batches = batches;
        this.order = new RowOrder(
                data.newWords(data.rows()), options.shuffle(), batches.stripes(), options.seed(), cancellation);
        this.rate = new RateControl(training.learningRate(), options, batches.count());
        this.stopping = training.stoppingRule().isPresent()
                ? Optional.of(new EarlyStoppingWatch(training.stoppingRule().get(), trainer.parameters().length))
                : Optional.empty();
        this.norms = training.listener().wantsNorms()
                ? Optional.of(new NormWatch(trainer, training.listener()))
                : Optional.empty();
        this.flight = new EpochFlight(!training.isShard());
        this.keeper = training.stateKeeping().isPresent()
                ? Optional.of(keeper(training.stateKeeping().get()))
                : Optional.empty();
        if (averages) {
            trainer.average(initialOutcome.parameters(), mean(options, batches.count()));
        }
        if (resumed.isPresent()) {
            restore(resumed.get());
        }
    }

    private static WeightMean mean(TrainingOptions options, int stepsToEpoch) {
        return options.averageWeights() > 0
                ? new WeightMean.Running(options.averageWeights())
                : WeightMean.ofLast(options.averageLast(), (long) options.epochs() * stepsToEpoch);
    }

    private StateKeeper keeper(StateKeeping keeping) {
        return new StateKeeper(keeping.every(), state -> keeping.keeper().accept(state(state)));
    }

    private void restore(TrainingState state) {
        trainer.restore(state.optimizer().forEngine());
        rate.restore(state.plateau());
        state.earlyStopping().ifPresent(memory -> stopping.orElseThrow().restore(memory));
        history.addAll(state.history());
        keeper.ifPresent(kept -> kept.begin(state.optimizer()));
    }

    NetworkResult run() {
        NetworkResult fit = train();
        if (keeper.isPresent()) {
            keeper.get().finish();
        }
        boolean isOver = fit.stopReason() == StopReason.EARLY_STOPPING
                || (fit.stopReason() == StopReason.COMPLETED && history.size() >= training.mostEpochs());
        return calibrating.isPresent() && isOver ? calibrated(fit) : fit;
    }

    private NetworkResult calibrated(NetworkResult fit) {
        Batch all = validation.orElseThrow();
        TemperatureFit temperature = new TemperatureFit(
                trainer, all, calibrating.orElseThrow(), training.loss().targets(), cancellation);
        try {
            all.moveTo(validationOrder.orElseThrow().ofEpoch(0), 0, validationRows);
            return fit.with(temperature.of(fit.network()));
        } catch (CancellationException e) {
            if (Cancellation.isCauseOf(e)) {
                return new NetworkResult(fit.network(), fit.history(), StopReason.CANCELLED, fit.bestEpoch());
            }
            throw e;
        }
    }

    private NetworkResult train() {
        if (stopping.isPresent() && stopping.get().isOver()) {
            return result(StopReason.EARLY_STOPPING);
        }
        int epochs = training.lastEpoch();
        int first = history.size() + 1;
        for (int epoch = first; epoch <= epochs; epoch++) {
            if (epoch > first) {
                rememberBeginning();
            }
            Optional<EpochRecord> record = completeEpoch(epoch);
            if (record.isEmpty()) {
                return result(StopReason.CANCELLED);
            }
            history.add(record.get());
            rate.ended(record.get());
            boolean stop = stopping.isPresent() && stopping.get().stopsAfter(record.get(), trainer.outcome());
            if (keeper.isPresent()) {
                keeper.get().epochEnded(history.size(), optimizerState());
            }
            if (norms.isPresent()) {
                norms.get().epochEnded();
            }
            training.listener().epochEnded(record.get());
            if (stop) {
                return result(StopReason.EARLY_STOPPING);
            }
        }
        return result(StopReason.COMPLETED);
    }

    /** Of the epoch that is about to begin: the only one that may be given up half-way. */
    private void rememberBeginning() {
        begun = copied(trainer.parameters(), begun);
        if (averages) {
            begunOutcome = copied(trainer.outcome(), begunOutcome);
        }
    }

    private static float[] copied(float[] numbers, float[] into) {
        float[] copy = into.length == 0 ? new float[numbers.length] : into;
        System.arraycopy(numbers, 0, copy, 0, copy.length);
        return copy;
    }

    /** The network after the last complete epoch. */
    private Network lastComplete() {
        if (!isUnderWay) {
            return Network.of(spec, trainer.parameters());
        }
        return begun.length == 0 ? initial : Network.of(spec, begun);
    }

    /** What the training had come to after the last complete epoch. */
    private Network lastOutcome() {
        if (!averages) {
            return lastComplete();
        }
        if (!isUnderWay) {
            return Network.of(spec, trainer.outcome());
        }
        return begunOutcome.length == 0 ? initialOutcome : Network.of(spec, begunOutcome);
    }

    private OptimizerState optimizerState() {
        return OptimizerState.of(training.optimizer(), trainer.updateState());
    }

    /** The state of the last complete epoch, of which all but the optimizer's memory is at hand. */
    private TrainingState state(OptimizerState optimizer) {
        return new TrainingState(
                lastComplete(),
                optimizer,
                rate.state(),
                stopping.map(watch -> watch.state(spec)),
                averages ? Optional.of(lastOutcome()) : Optional.empty(),
                history);
    }

    /** One epoch; nothing if it was cancelled half-way, be it in the middle of a batch. */
    private Optional<EpochRecord> completeEpoch(int epoch) {
        try {
            return runEpoch(epoch);
        } catch (CancellationException e) {
            if (Cancellation.isCauseOf(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private Optional<EpochRecord> runEpoch(int epoch) {
        isUnderWay = true;
        flight.epochBegins();
        long start = System.nanoTime();
        double learningRate = 0;
        WordArray rowOrder = order.ofEpoch(epoch);
        EpochTotals totals = new EpochTotals(hasAccuracy());
        int number = 0;
        int last;
        for (int first = 0; first < rows; first = last) {
            number++;
            last = batches.end(first);
            flight.stepBegins();
            batch.moveTo(rowOrder, first, last);
            learningRate = rate.ofStep(epoch, number);
            trainer.scale(rate.decayOfStep(epoch, number), rate.dropoutOfStep(epoch, number));
            totals.add(trainer.step(batch, learningRate, epoch, number), batch.rows());
            if (norms.isPresent()) {
                norms.get().stepEnded();
            }
            flight.stepEnded(epoch, number, batch.rows());
            report(epoch, totals);
            if (cancellation.isRequested()) {
                return Optional.empty();
            }
        }
        trainer.requireFinite(epoch, number);
        EpochRecord record = record(epoch, totals, learningRate, start);
        flight.epochEnded(epoch, rows, record.loss(), record.validationLoss().orElse(Double.NaN));
        isUnderWay = false;
        return Optional.of(record);
    }

    private EpochRecord record(int epoch, EpochTotals totals, double learningRate, long start) {
        OptionalDouble validationLoss = OptionalDouble.empty();
        OptionalDouble validationAccuracy = OptionalDouble.empty();
        if (validation.isPresent()) {
            flight.validationBegins();
            Batch all = validation.get();
            all.moveTo(validationOrder.orElseThrow().ofEpoch(0), 0, validationRows);
            BatchResult result = trainer.evaluate(all, scores.orElseThrow().judge());
            validationLoss = OptionalDouble.of(result.loss());
            validationAccuracy = hasAccuracy()
                    ? OptionalDouble.of((double) result.rowsRight() / all.rows())
                    : OptionalDouble.empty();
            flight.validationEnded(epoch, validationRows);
        }
        Map<Monitor, Double> watched = scores.isPresent() ? scores.get().values() : Map.of();
        return EpochRecord.builder(epoch)
                .loss(totals.loss())
                .accuracy(totals.accuracy())
                .validationLoss(validationLoss)
                .validationAccuracy(validationAccuracy)
                .scores(watched)
                .learningRate(learningRate)
                .seconds((System.nanoTime() - start) / NANOS_TO_SECOND)
                .build();
    }

    private void report(int epoch, EpochTotals totals) {
        if (training.listener().wantsBatches()) {
            training.listener()
                    .batchEnded(new BatchProgress(
                            epoch, training.mostEpochs(), totals.rows(), rows, totals.loss(), totals.accuracy()));
        }
    }

    private NetworkResult result(StopReason reason) {
        if (stopping.isPresent() && stopping.get().restores()) {
            EarlyStoppingWatch best = stopping.get();
            return new NetworkResult(Network.of(spec, best.bestParameters()), history, reason, best.bestEpoch());
        }
        return new NetworkResult(lastOutcome(), history, reason, history.size());
    }

    private boolean hasAccuracy() {
        return training.loss().targets() != TargetKind.NUMBERS;
    }

    private RowOrder wholly(DataSet data) {
        return new RowOrder(data.newWords(data.rows()), false, 0, cancellation);
    }
}
