// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.model.codec;

import dev.nn4j.core.experiment.PlateauState;
import dev.nn4j.core.experiment.Schedules;
import dev.nn4j.core.experiment.TrainingOptions;
import dev.nn4j.core.training.DataDigests;
import dev.nn4j.io.internal.model.format.Faults;
import dev.nn4j.io.internal.model.format.Names;
import dev.nn4j.io.internal.model.stored.HistoryTensor;
import dev.nn4j.io.internal.model.stored.StoredTraining;
import dev.nn4j.io.internal.proto.EarlyStop;
import dev.nn4j.io.internal.proto.TrainingState;
import dev.nn4j.io.internal.protobuf.ByteString;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What a training remembers, from and to the file. */
final class TrainingCodec {
    private static final int DIGEST_BYTES = 32;
    private static final String BEST = "best";
    private static final String REDUCTIONS = "reductions";
    private static final String WAITED = "waited";

    private TrainingCodec() {}

    static TrainingState encode(StoredTraining training) {
        TrainingOptions options = training.options();
        TrainingState.Builder encoded = TrainingState.newBuilder()
                .setOptimizer(ComponentCodec.encode(training.optimizer()))
                .addAllOptimizerArrays(training.optimizerArrays())
                .addAllOptimizerScalars(training.optimizerScalars())
                .setGlobalStep(training.steps())
                .setEpoch(training.epochs())
                .setLearningRate(training.learningRate())
                .setSeed(options.seed())
                .addAllRunConfig(ComponentCodec.encode(training.settings()))
                .setDataSha256(bytes(training.data().training()))
                .addAllHistoryColumns(HistoryTensor.columns(options));
        training.data().validation().ifPresent(digest -> encoded.setValidationSha256(bytes(digest)));
        options.schedule().ifPresent(schedule -> encoded.setSchedule(ScheduleCodec.encode(schedule)));
        if (watches(options)) {
            encoded.addAllScheduleState(ComponentCodec.encode(Map.of(
                    BEST, training.plateau().best(),
                    REDUCTIONS, (long) training.plateau().reductions(),
                    WAITED, (long) training.plateau().waited())));
        }
        training.stopping().ifPresent(stopping -> encoded.setEarlyStop(encode(stopping, options)));
        return encoded.build();
    }

    private static EarlyStop encode(StoredTraining.Stopping stopping, TrainingOptions options) {
        return EarlyStop.newBuilder()
                .setMetric(metric(options))
                .setBest(stopping.best())
                .setBestEpoch(stopping.bestEpoch())
                .setWaited(stopping.waited())
                .build();
    }

    /** A state that its settings lead to, all words checked and none looked up. */
    static StoredTraining decode(TrainingState state) {
        Faults.require(state.hasOptimizer(), "training: there is no optimizer");
        Map<String, Object> stored = ComponentCodec.decode("run_config", state.getRunConfigList());
        RunSettings settings = new RunSettings(stored);
        TrainingOptions options = settings.options(
                state.getSeed(),
                state.hasSchedule() ? Optional.of(ScheduleCodec.decode(state.getSchedule())) : Optional.empty());
        requireEpochs(state.getEpoch(), options.epochs());
        StoredTraining training = new StoredTraining(
                ComponentCodec.decode("optimizer", state.getOptimizer()),
                state.getOptimizerArraysList(),
                state.getOptimizerScalarsList(),
                state.getGlobalStep(),
                state.getEpoch(),
                state.getLearningRate(),
                stored,
                settings.roles(),
                options,
                settings.fromModel(),
                plateau(state, options),
                stopping(state, options),
                new DataDigests(
                        hex("data_sha256", state.getDataSha256()),
                        state.getValidationSha256().isEmpty()
                                ? Optional.empty()
                                : Optional.of(hex("validation_sha256", state.getValidationSha256()))),
                settings.ensemble(),
                settings.member(),
                settings.decision());
        settings.requireAllKnown();
        requireSound(training);
        Faults.require(
                state.getHistoryColumnsList().equals(HistoryTensor.columns(options)),
                "training: the history's columns must be " + HistoryTensor.columns(options));
        return training;
    }

    private static void requireEpochs(int done, int most) {
        Faults.require(
                done >= 1 && done <= most,
                "training: epochs done must be in [1, " + most + "], got " + Integer.toUnsignedString(done));
    }

    private static void requireSound(StoredTraining training) {
        // An epoch has a step at least, and at most one for each row of a table, which has fewer than 2^31.
        Faults.require(
                training.steps() >= training.epochs() && training.steps() / Integer.MAX_VALUE <= training.epochs(),
                "training: " + Long.toUnsignedString(training.steps()) + " steps cannot make " + training.epochs()
                        + " epochs");
        Faults.require(
                training.learningRate() > 0 && Double.isFinite(training.learningRate()),
                "training: the learning rate must be finite and above 0, got " + training.learningRate());
        Set<String> entries = new HashSet<>();
        for (List<String> names : List.of(training.optimizerArrays(), training.optimizerScalars())) {
            for (String name : names) {
                Faults.require(
                        entries.add(Names.required("a state entry of the optimizer", name)),
                        "optimizer: its state " + Faults.quoted(name) + " is there twice");
            }
        }
        training.stopping()
                .ifPresent(stopping -> Faults.require(
                        !Double.isNaN(stopping.best())
                                && stopping.bestEpoch() >= 0
                                && stopping.waited() >= 0
                                && (long) stopping.bestEpoch() + stopping.waited() == training.epochs(),
                        "training: early stopping remembers what no training of " + training.epochs()
                                + " epochs leads to"));
    }

    private static PlateauState plateau(TrainingState state, TrainingOptions options) {
        Map<String, Object> values =
                new TreeMap<>(ComponentCodec.decode("schedule_state", state.getScheduleStateList()));
        if (!watches(options)) {
            Faults.require(values.isEmpty(), "training: its schedule has no state, the file holds one");
            return PlateauState.initial();
        }
        if (values.size() == 3
                && values.get(BEST) instanceof Double best
                && values.get(REDUCTIONS) instanceof Long reductions
                && values.get(WAITED) instanceof Long waited
                && !best.isNaN()
                && reductions >= 0
                && reductions <= state.getEpoch()
                && waited >= 0
                && waited <= state.getEpoch()) {
            return new PlateauState(best, waited.intValue(), reductions.intValue());
        }
        throw Faults.corrupt("training: a plateau schedule's state is best, reductions and waited; found "
                + Faults.quoted(values.toString()));
    }

    private static Optional<StoredTraining.Stopping> stopping(TrainingState state, TrainingOptions options) {
        Faults.require(
                state.hasEarlyStop() == options.earlyStopping().isPresent(),
                "training: early stopping has "
                        + (state.hasEarlyStop() ? "a state and no rule" : "a rule and no state"));
        if (!state.hasEarlyStop()) {
            return Optional.empty();
        }
        EarlyStop stop = state.getEarlyStop();
        Faults.require(
                stop.getMetric().equals(metric(options)),
                "training: early stopping watches " + metric(options) + ", its state is of "
                        + Faults.quoted(stop.getMetric()));
        return Optional.of(new StoredTraining.Stopping(stop.getBest(), stop.getBestEpoch(), stop.getWaited()));
    }

    private static String metric(TrainingOptions options) {
        return options.earlyStopping().orElseThrow().monitor().word();
    }

    private static boolean watches(TrainingOptions options) {
        return options.schedule().filter(Schedules.Plateau.class::isInstance).isPresent();
    }

    private static ByteString bytes(String hex) {
        return ByteString.copyFrom(HexFormat.of().parseHex(hex));
    }

    private static String hex(String name, ByteString digest) {
        Faults.require(
                digest.size() == DIGEST_BYTES,
                "training: " + name + " must have " + DIGEST_BYTES + " bytes, has " + digest.size());
        return HexFormat.of().formatHex(digest.toByteArray());
    }
}
