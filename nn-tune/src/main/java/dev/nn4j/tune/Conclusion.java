// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.tune;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.config.Configuration;
import dev.nn4j.core.Model;
import dev.nn4j.core.Predictor;
import dev.nn4j.core.Provenance;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.fit.StopReason;
import dev.nn4j.core.metrics.Evaluation;
import dev.nn4j.core.metrics.Evaluator;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.training.MemberTrainer;
import dev.nn4j.core.training.Training;
import dev.nn4j.core.training.TrainingResult;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** What is made of a search that is over: the choice, its figures on rows held out, and the model. */
final class Conclusion {
    private final Plan plan;
    private final Trial.Ground ground;
    private final Search search;

    /** What was asked for, and how configurations come of points. */
    record Plan(Configuration given, Search.Space space, Extent extent, Tuning.Watch watch) {
        /** As it was given but for what the trial changes. */
        Configuration of(Trial trial) {
            return trial.number() == 0 ? given : space.fitted().configuration(given, trial.places());
        }

        Experiment experiment(Trial trial) {
            return of(trial).experiment(space.registry());
        }
    }

    Conclusion(Plan plan, Trial.Ground ground, Search search) {
        this.plan = plan;
        this.ground = ground;
        this.search = search;
    }

    TuningResult of(List<Trial> trials, TrialTable table) {
        List<Trial> complete = trials.stream()
                .filter(Trial::isComplete)
                .sorted(Comparator.comparingDouble(Trial::cost).thenComparingInt(Trial::number))
                .toList();
        if (complete.isEmpty()) {
            throw trials.get(0)
                    .fault()
                    .orElseGet(() -> new ConfigurationException(
                            "", "no trial came to its end with a score; train the configuration alone to see why"));
        }
        Trial best = complete.get(0);
        Optional<Trial> own =
                complete.stream().filter(trial -> trial.number() == 0).findFirst();
        List<Trial> chosen = plan.extent().ensemble() ? together(complete) : List.of(best);
        // A table that is whole has been compared with nothing before.
        search.bringHere(chosen);
        Optional<Evaluation> heldOut = ground.rows().heldOut().map(rows -> heldOut(chosen, rows));
        Optional<Evaluation> heldOutOfOwn =
                ground.rows().heldOut().flatMap(rows -> own.map(trial -> heldOut(List.of(trial), rows)));
        return new TuningResult(
                table,
                ground.monitor(),
                new TuningResult.Best(
                        best.record(),
                        plan.of(best),
                        chosen.stream().map(Trial::number).toList()),
                own.map(Trial::record),
                new TuningResult.HeldOut(heldOut, heldOutOfOwn),
                plan.extent().model() ? Optional.of(model(chosen, best, trials.size())) : Optional.empty());
    }

    private List<Trial> together(List<Trial> complete) {
        search.bringHere(complete);
        TrainingResult first = complete.get(0).result();
        return JointNetworks.chosen(
                        complete.stream().map(trial -> trial.result().model()).toList(),
                        first.validation().orElseThrow(),
                        plan.experiment(complete.get(0)).data().weight(),
                        ground.monitor())
                .stream()
                .map(complete::get)
                .sorted(Comparator.comparingInt(Trial::number))
                .toList();
    }

    /** Of the networks that were judged. With folds none stands for all, and one is trained on all that they saw. */
    private Evaluation heldOut(List<Trial> chosen, Table rows) {
        if (ground.rows().parts().size() > 1) {
            return evaluation(
                    trained(chosen.get(0), ground.rows().searched(), new TuningListener() {}, Optional.empty())
                            .validatedModel(),
                    chosen.get(0),
                    rows);
        }
        search.bringHere(chosen);
        return evaluation(
                JointNetworks.of(
                        chosen.stream().map(trial -> trial.result().model()).toList()),
                chosen.get(0),
                rows);
    }

    private Evaluation evaluation(Predictor found, Trial trial, Table rows) {
        return Evaluator.of(found)
                .weighingAs(plan.experiment(trial).data(), rows)
                .evaluation(rows);
    }

    private TrainingResult trained(Trial trial, Table rows, TuningListener listener, Optional<TrialTrainer> elsewhere) {
        Experiment experiment = plan.experiment(trial);
        Training training = Training.of(experiment)
                .withExecution(plan.watch().execution())
                .withCancellation(plan.watch().cancelled());
        boolean isOne = experiment.ensemble().isEmpty();
        if (isOne || experiment.options().refit()) {
            training = training.withListener(listener.refit(trial.number(), 0));
        }
        Optional<MemberTrainer> members = isOne ? Optional.empty() : elsewhere.flatMap(all -> all.members(experiment));
        training = members.map(training::withMemberTrainer).orElse(training);
        TrainingResult result = training.withMembers(member -> listener.refit(trial.number(), member), ended -> {})
                .run(rows);
        if (result.stopReason() == StopReason.CANCELLED) {
            throw new CancellationException("tuning: cancelled");
        }
        return result;
    }

    private Model model(List<Trial> chosen, Trial best, int trials) {
        Table rows = ground.rows().all();
        plan.watch().listener().refitting(rows.rows());
        List<TrainingResult> results = chosen.stream()
                .map(trial -> trained(
                        trial, rows, plan.watch().listener(), plan.watch().trainer()))
                .toList();
        Model model =
                JointNetworks.of(results.stream().map(TrainingResult::model).toList());
        Map<String, String> told = new LinkedHashMap<>(model.provenance().extra());
        told.put("tuning", words(chosen, best, trials));
        return model.withProvenance(Provenance.builder().extra(told).build());
    }

    private String words(List<Trial> chosen, Trial best, int trials) {
        String which = chosen.size() == 1
                ? "trial " + best.number()
                : "trials " + chosen.stream().map(Trial::number).toList();
        return which + " of " + trials + ", " + ground.monitor().word() + " of the best "
                + best.record().score().orElseThrow();
    }
}
