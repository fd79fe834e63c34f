// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.api.DataException;
import dev.nn4j.api.DataException.Location;
import dev.nn4j.core.Model;
import dev.nn4j.core.Network;
import dev.nn4j.core.Provenance;
import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.experiment.ClassWeights;
import dev.nn4j.core.experiment.Ensemble;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.experiment.TrainingOptions;
import dev.nn4j.core.fit.NetworkResult;
import dev.nn4j.core.fit.NetworkTraining;
import dev.nn4j.core.fit.StateKeeping;
import dev.nn4j.core.fit.StopReason;
import dev.nn4j.core.fit.TrainingListener;
import dev.nn4j.core.internal.flight.Flight;
import dev.nn4j.core.internal.flight.Span;
import dev.nn4j.core.internal.inference.SchemaInference;
import dev.nn4j.core.internal.rules.PositiveTargets;
import dev.nn4j.core.internal.watch.CalibrationText;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.table.ContentOrder;
import dev.nn4j.core.table.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** From a table to a model: schema, division, scaling, network, training, golden rows. */
final class TableTraining {
    private final Experiment experiment;
    private final Execution execution;
    private final Training.Watch watch;

    TableTraining(Experiment experiment, Execution execution, Training.Watch watch) {
        this.experiment = experiment;
        this.execution = execution;
        this.watch = watch;
    }

    /** One member of an ensemble alone, up to an epoch. */
    Optional<Checkpoint> member(Table data, Optional<Table> given, Training.Start start, int member, int epochs) {
        int most = experiment.ensemble().map(Ensemble::members).orElse(0);
        if (member < 1 || member > most) {
            throw new IllegalArgumentException(
                    "training: the member must be in [1, " + most + "], as the experiment says, got " + member);
        }
        Given rows = prepared(data, given, start);
        EnsembleTraining training =
                new EnsembleTraining(experiment, experiment.ensemble().orElseThrow(), execution, watch);
        training.requireFits(rows.table(), rows.validation(), start.model().isPresent());
        return training.member(rows.table(), rows.validation(), start, member, epochs);
    }

    /** The rows of a training as it looks at them. */
    private record Given(Table table, Optional<Table> validation) {}

    private Given prepared(Table data, Optional<Table> given, Training.Start start) {
        Cancellation cancellation = Cancellation.when(watch.cancelled());
        requireRows(data);
        given.ifPresent(TableTraining::requireRows);
        Table table = ordered(withTargets(watched(data, cancellation), start));
        Optional<Table> validation = given.map(one -> ordered(withTargets(watched(one, cancellation), start)));
        requirePositive(table);
        validation.ifPresent(this::requirePositive);
        return new Given(table, validation);
    }

    private Table watched(Table data, Cancellation cancellation) {
        return data.withCancellation(cancellation).withThreads(execution.threads());
    }

    TrainingResult run(Table data, Optional<Table> given, Training.Start start) {
        if (experiment.options().refit()) {
            requireRefittable(start);
        }
        start.distant().ifPresent(rows -> requireFitForDistantRows(given.isPresent()));
        Given prepared = prepared(data, given, start);
        Table table = prepared.table();
        Optional<Table> validation = prepared.validation();
        if (experiment.ensemble().isPresent()) {
            EnsembleTraining training =
                    new EnsembleTraining(experiment, experiment.ensemble().get(), execution, watch);
            training.requireFits(table, validation, start.model().isPresent());
            TrainingResult result = training.run(table, validation, start);
            return refitted(result, table, () -> beginning(new SchemaInference(experiment, table), table));
        }
        if (start.checkpoint().isPresent()) {
            return goOn(start.checkpoint().get(), start, table, validation);
        }
        return start.model()
                .map(model -> from(model, start.distant(), table, validation))
                .orElseGet(() -> afresh(start.distant(), table, validation));
    }

    private void requirePositive(Table table) {
        PositiveTargets.require(experiment.loss(), experiment.data().targets(), table);
    }

    /** The rows in the order that the experiment asks for. */
    private Table ordered(Table table) {
        TrainingOptions options = experiment.options();
        return options.order().equals(TrainingOptions.BY_CONTENT)
                ? table.select(ContentOrder.of(
                                table, column -> !experiment.cellType(column).isSkipped(), options.seed())
                        .rows())
                : table;
    }

    /** Labels that a model knows are labels, whatever they read like. */
    private Table withTargets(Table table, Training.Start start) {
        List<String> known = start.checkpoint()
                .map(Checkpoint::model)
                .or(start::model)
                .map(model -> model.schema().labels())
                .orElse(List.of());
        return experiment.data().targetGaps().in(table, experiment.data().targets(), known);
    }

    private TrainingResult afresh(Optional<Training.DistantRows> distant, Table table, Optional<Table> validation) {
        SchemaInference inference = new SchemaInference(experiment, table);
        PreparedData.Division division = PreparedData.Division.of(experiment, inference::classes, table, validation);
        Beginning beginning = beginning(inference, division.training());
        TrainingResult result = train(
                experiment,
                beginning.frame(),
                division,
                digests(distant, table, validation, beginning.frame().schema()),
                new Rows(
                        distant,
                        beginning.network(),
                        (training, data) -> training.run(beginning.network(), data.training(), data.validation())));
        return refitted(result, table, () -> beginning(inference, table));
    }

    /** All that is fitted to training rows, and the network that they train. */
    private record Beginning(Preparation frame, Network network) {}

    private Beginning beginning(SchemaInference inference, Table rows) {
        Span statistics = Flight.preparation("statistics", rows.rows());
        Table first = Preparation.firstRows(experiment.options(), rows);
        SchemaInference own = first == rows ? inference : new SchemaInference(experiment, first);
        Schema schema = own.schema(first);
        Network network = Network.initialized(
                new NetworkFit(experiment, schema).spec(), experiment.options().seed());
        Preparation frame = Preparation.fitted(experiment, schema, first);
        statistics.ended();
        return new Beginning(frame, network);
    }

    /** Trains again on all rows, if that is asked for, some were set aside, and the training with these came to its end. */
    private TrainingResult refitted(TrainingResult result, Table rows, Supplier<Beginning> again) {
        boolean asked = experiment.options().refit() && result.stopReason() != StopReason.CANCELLED;
        boolean learntFromAll =
                result.training().rows() == rows.rows() && result.outOfFold().isEmpty();
        if (!asked || learntFromAll) {
            return result;
        }
        try {
            return onAllRows(result, again.get(), rows);
        } catch (CancellationException e) {
            if (Cancellation.isCauseOf(e)) {
                return result.cancelled();
            }
            throw e;
        }
    }

    private TrainingResult onAllRows(TrainingResult result, Beginning beginning, Table rows) {
        Preparation frame = beginning.frame();
        DataSet data = PreparedData.of(
                        experiment,
                        frame.schema(),
                        new PreparedData.Division(rows, Optional.empty()),
                        frame.inputs(),
                        frame.targets())
                .training();
        TrainingOptions options = experiment.options();
        SecondTraining second = SecondTraining.after(result, options);
        NetworkResult fit = networkTraining(
                        second.of(options), watch.listener().refitting(rows.rows(), second.epochs()))
                .forExactly(second.epochs())
                .run(beginning.network(), data);
        if (fit.stopReason() == StopReason.CANCELLED) {
            return result.cancelled();
        }
        Network network =
                second.temperature().map(scaling -> scaling.of(fit.network())).orElse(fit.network());
        Table all = rows.withCancellation(Cancellation.none());
        Model model = Preparation.profiled(frame.model(network, all), experiment, all)
                .withProvenance(
                        Provenance.builder().extra(second.text(rows.rows())).build())
                .withConformal(result.model().conformal());
        return result.refitted(new DecisionFit(experiment).again(model, result), second.temperature(), fit.history());
    }

    private NetworkTraining networkTraining(TrainingOptions options, TrainingListener listener) {
        return onEncodedRows(experiment, options)
                .withExecution(execution)
                .withListener(listener)
                .withCancellation(watch.cancelled());
    }

    /**
     * A training of a network on rows that a table was encoded to. What options say of tables is seen to by then: rows are set
     * aside, and weigh as their classes do.
     */
    static NetworkTraining onEncodedRows(Experiment experiment, TrainingOptions options) {
        TrainingOptions ofNetwork = options.toBuilder()
                .refit(false)
                .validationFraction(0)
                .classWeights(ClassWeights.none())
                .build();
        return NetworkTraining.of(experiment.loss(), experiment.optimizer(), experiment.learningRate(), ofNetwork)
                .withTrustedRows();
    }

    private TrainingResult from(
            Model model, Optional<Training.DistantRows> distant, Table table, Optional<Table> validation) {
        new NetworkFit(experiment, model.schema()).requireSame(model);
        Schema schema = new InitialSchema(experiment, model.schema()).on(table);
        PreparedData.Division division = PreparedData.Division.of(experiment, schema, table, validation);
        Preparation frame = new Preparation(schema, model.inputScaler(), model.targetScaler(), experiment.loss());
        TrainingResult result = train(
                experiment.withoutLayers(),
                frame,
                division,
                digests(distant, table, validation, schema),
                new Rows(
                        distant,
                        model.network(),
                        (training, data) -> training.run(model.network(), data.training(), data.validation())));
        return refitted(result, table, () -> new Beginning(frame, model.network()));
    }

    private TrainingResult goOn(Checkpoint checkpoint, Training.Start start, Table table, Optional<Table> validation) {
        DataDigests digests =
                digestsOf(start.distant(), table, validation, checkpoint.model().schema());
        if (!start.changedData()) {
            DataDigests.requireSame(digests, checkpoint.data(), table, validation);
        }
        Model model = checkpoint.model();
        PreparedData.Division division = PreparedData.Division.of(experiment, model.schema(), table, validation);
        TrainingResult result = train(
                experiment,
                Preparation.of(model, experiment.loss()),
                division,
                Optional.of(digests),
                new Rows(
                        start.distant(),
                        model.network(),
                        (training, data) -> training.resume(checkpoint.state(), data.training(), data.validation())));
        return refitted(result, table, () -> beginning(new SchemaInference(experiment, table), table));
    }

    /** Only checkpoints need them. */
    private Optional<DataDigests> digests(
            Optional<Training.DistantRows> distant, Table table, Optional<Table> validation, Schema schema) {
        return watch.checkpoints().map(keeping -> digestsOf(distant, table, validation, schema));
    }

    private static DataDigests digestsOf(
            Optional<Training.DistantRows> distant, Table table, Optional<Table> validation, Schema schema) {
        DataDigests here = DataDigests.of(table, validation, schema);
        return distant.map(rows -> new DataDigests(rows.sha256(), here.validation()))
                .orElse(here);
    }

    /**
     * The rows that are trained on, and how.
     *
     * @param distant if but the first of them lie elsewhere
     * @param network one of the architecture that is trained
     * @param run begins, or goes on
     */
    private record Rows(
            Optional<Training.DistantRows> distant,
            Network network,
            BiFunction<NetworkTraining, PreparedData, NetworkResult> run) {
        NetworkResult train(NetworkTraining training, PreparedData data, Supplier<Model> prepared) {
            if (distant.isEmpty()) {
                return run.apply(training, data);
            }
            DataSet all = distant.get().encoded(prepared.get());
            return run.apply(
                    training.withGradients(distant.get().gradients(training, network.spec())),
                    new PreparedData(all, data.validation()));
        }
    }

    private void requireFitForDistantRows(boolean hasValidation) {
        TrainingOptions options = experiment.options();
        String unfit = experiment.ensemble().isPresent()
                ? "ensemble"
                : options.refit()
                        ? "training.refit"
                        : options.classWeights() instanceof ClassWeights.None ? "" : "training.classWeights";
        if (!unfit.isEmpty()) {
            throw new ConfigurationException(
                    unfit, "looks at all rows, and these lie elsewhere; leave it out" + remedy(unfit));
        }
        if (options.validationFraction() > 0 && !hasValidation) {
            throw new ConfigurationException(
                    "training.validationFraction",
                    "sets rows aside, and these lie elsewhere; give the rows to validate on");
        }
    }

    private static String remedy(String unfit) {
        return unfit.equals("training.classWeights") ? ", and give rows weights (data.weight)" : "";
    }

    private TrainingResult train(
            Experiment described,
            Preparation frame,
            PreparedData.Division division,
            Optional<DataDigests> digests,
            Rows rows) {
        DecisionFit decision = new DecisionFit(experiment);
        decision.require(division.validation().isPresent(), frame.schema());
        ConformalScoring scoring = new ConformalScoring(experiment);
        scoring.require(division.validation().isPresent(), 1);
        watch.listener().dataPrepared(frame.schema(), division.training());
        PreparedData data = PreparedData.of(experiment, frame.schema(), division, frame.inputs(), frame.targets());
        Table trained = division.training().withCancellation(Cancellation.none());
        NetworkTraining training = networkTraining(experiment.options(), watch.listener());
        if (watch.checkpoints().isPresent()) {
            Training.CheckpointKeeping keeping = watch.checkpoints().get();
            training = training.withStateKeeping(new StateKeeping(
                    keeping.every(),
                    state -> keeping.keeper()
                            .accept(new Checkpoint(
                                    frame.model(state.network(), trained), described, state, digests.orElseThrow()))));
        }
        NetworkResult fit = rows.train(training, data, () -> frame.model(rows.network(), trained));
        Model model = Preparation.profiled(frame.model(fit.network(), trained), experiment, trained)
                .withProvenance(Provenance.builder()
                        .extra(CalibrationText.with(Map.of(), fit.temperature()))
                        .build());
        Optional<Table> validated = division.validation().map(table -> table.withCancellation(Cancellation.none()));
        TrainingResult result = new TrainingResult(
                model, fit.history(), fit.stopReason(), fit.bestEpoch(), trained, validated, fit.temperature());
        return scoring.byValidation(decision.in(result, model, validated, DecisionFit.VALIDATION), validated);
    }

    private void requireRefittable(Training.Start start) {
        boolean resumedFromModel = start.checkpoint()
                .map(checkpoint -> checkpoint.experiment().layers().isEmpty())
                .orElse(false);
        boolean keptFromModel = start.model().isPresent() && watch.checkpoints().isPresent();
        if (resumedFromModel || keptFromModel) {
            throw new ConfigurationException(
                    "training.refit",
                    "begins a second time with the model that the training starts from, which checkpoints do not hold;"
                            + " leave refit or the checkpoint out");
        }
    }

    private static void requireRows(Table table) {
        if (table.rows() == 0) {
            throw new DataException(new Location(table.source(), 1, 1), "there are no rows below the header");
        }
    }
}
