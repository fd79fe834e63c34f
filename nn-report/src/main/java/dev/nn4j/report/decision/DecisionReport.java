// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.decision;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nn4j.config.internal.json.Json;
import dev.nn4j.config.internal.json.JsonMembers;
import dev.nn4j.config.internal.json.ShortestNumber;
import dev.nn4j.config.internal.text.TargetText;
import dev.nn4j.core.calibration.ChosenThreshold;
import dev.nn4j.core.calibration.DecisionChoice;
import dev.nn4j.core.calibration.GivenDecision;
import dev.nn4j.core.decision.Decision;
import dev.nn4j.core.decision.DecisionGoal;
import dev.nn4j.core.metrics.Answers;
import dev.nn4j.core.metrics.ClassScore;
import dev.nn4j.core.metrics.ClassificationEvaluation;
import dev.nn4j.core.metrics.Evaluation;
import dev.nn4j.core.metrics.MultiLabelEvaluation;
import dev.nn4j.core.metrics.RegressionEvaluation;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.score.Metric;
import dev.nn4j.report.Report;
import dev.nn4j.report.internal.text.Rounded;
import dev.nn4j.report.internal.text.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What other thresholds do to the answers of a model.
 *
 * @param thresholds of each output
 * @param goal what they are best at, if rows chose them
 * @param answers the model's to rows that show what they do, by its thresholds of before
 * @param model where the model with these thresholds went
 * @since 0.1.0
 */
public record DecisionReport(
        List<ChosenThreshold> thresholds,
        Optional<DecisionGoal> goal,
        Optional<Answers> answers,
        Optional<String> model)
        implements Report {
    /** Copies the list. */
    public DecisionReport {
        thresholds = List.copyOf(thresholds);
    }

    /** Of thresholds that these answers chose. */
    public static DecisionReport of(DecisionChoice choice, Answers answers, Optional<String> model) {
        return new DecisionReport(choice.thresholds(), Optional.of(choice.goal()), Optional.of(answers), model);
    }

    /**
     * Of thresholds that were given.
     *
     * @param before how the model decided before
     * @param after how it decides with them
     * @param answers to rows that show what they do, by the thresholds of before
     */
    public static DecisionReport given(
            Schema before, Decision after, Optional<Answers> answers, Optional<String> model) {
        List<String> labels = GivenDecision.labels(before);
        List<ChosenThreshold> thresholds = new ArrayList<>();
        for (int output = 0; output < labels.size(); output++) {
            thresholds.add(new ChosenThreshold(
                    labels.get(output),
                    after.threshold(output),
                    OptionalDouble.empty(),
                    before.decision().threshold(output),
                    OptionalDouble.empty()));
        }
        return new DecisionReport(thresholds, Optional.empty(), answers, model);
    }

    /** The classes' scores of an evaluation. */
    private static final class Scores implements Evaluation.Cases<List<ClassScore>> {
        @Override
        public List<ClassScore> classification(ClassificationEvaluation evaluation) {
            return evaluation.classes();
        }

        @Override
        public List<ClassScore> multiLabel(MultiLabelEvaluation evaluation) {
            return evaluation.classes();
        }

        @Override
        public List<ClassScore> regression(RegressionEvaluation evaluation) {
            return List.of();
        }
    }

    @Override
    public String text() {
        List<String> head = new ArrayList<>(List.of("", "", "threshold"));
        goal.ifPresent(one -> head.add(one.text()));
        if (answers.isPresent()) {
            head.addAll(List.of("precision", "recall", "f1"));
        }
        TextTable table = TextTable.ofFigures().line(head);
        Optional<Evaluation> before = before();
        Optional<Evaluation> after = after();
        for (ChosenThreshold one : thresholds) {
            String label = TargetText.named(one.label());
            table.line(line(label, "before", one.thresholdBefore(), one.valueBefore(), of(before, one)));
            table.line(line("", "after", one.threshold(), one.value(), of(after, one)));
        }
        TextTable rest = TextTable.ofTexts();
        answers.ifPresent(one -> rest.line("rows", Integer.toString(one.rows()))
                .line("accuracy", Rounded.figure(accuracy(before)) + " → " + Rounded.figure(accuracy(after))));
        if (!isReached()) {
            rest.line(
                    "not reached",
                    "no threshold has " + goal.orElseThrow().text() + " where that is not shown; it stays as it was");
        }
        model.ifPresent(file -> rest.line("model", file));
        String below = rest.render();
        return table.render() + (below.isEmpty() ? "" : "\n" + below);
    }

    private boolean isReached() {
        return goal.isEmpty() || thresholds.stream().allMatch(one -> one.value().isPresent());
    }

    private List<String> line(
            String label, String when, float threshold, OptionalDouble value, Optional<ClassScore> score) {
        List<String> cells = new ArrayList<>(List.of(label, when, ShortestNumber.of(threshold)));
        if (goal.isPresent()) {
            cells.add(Rounded.figure(value));
        }
        score.ifPresent(one -> cells.addAll(
                List.of(Rounded.figure(one.precision()), Rounded.figure(one.recall()), Rounded.figure(one.f1()))));
        return cells;
    }

    @Override
    public String json() {
        List<JsonMembers> before = new ArrayList<>();
        List<JsonMembers> after = new ArrayList<>();
        for (ChosenThreshold one : thresholds) {
            before.add(json(one.label(), one.thresholdBefore(), one.valueBefore(), of(before(), one)));
            after.add(json(one.label(), one.threshold(), one.value(), of(after(), one)));
        }
        JsonMembers json = JsonMembers.none();
        if (answers.isPresent()) {
            json = json.with("rows", answers.get().rows());
        }
        if (goal.isPresent()) {
            json = json.with("maximize", goal.get().text()).with("reached", isReached());
        }
        return json.with("before", json(before(), before))
                .with("after", json(after(), after))
                .with("model", model.<JsonNode>map(Json::text).orElseGet(Json::none))
                .pretty();
    }

    private static JsonMembers json(Optional<Evaluation> evaluation, List<JsonMembers> thresholds) {
        JsonMembers json =
                evaluation.isPresent() ? JsonMembers.none().with("accuracy", accuracy(evaluation)) : JsonMembers.none();
        return json.with("thresholds", thresholds);
    }

    private JsonMembers json(String label, float threshold, OptionalDouble value, Optional<ClassScore> score) {
        JsonMembers json = JsonMembers.none()
                .with("label", label)
                .with("threshold", Double.parseDouble(ShortestNumber.of(threshold)));
        if (goal.isPresent()) {
            json = json.with("value", value);
        }
        return score.isEmpty()
                ? json
                : json.with("precision", score.get().precision())
                        .with("recall", score.get().recall())
                        .with("f1", score.get().f1());
    }

    private Optional<Evaluation> before() {
        return answers.map(Answers::evaluation);
    }

    private Optional<Evaluation> after() {
        Decision decision =
                new Decision(thresholds.stream().map(ChosenThreshold::threshold).toList());
        return answers.map(one -> one.withDecision(decision).evaluation());
    }

    private static OptionalDouble accuracy(Optional<Evaluation> evaluation) {
        return evaluation.orElseThrow().figure(Metric.ACCURACY);
    }

    private static Optional<ClassScore> of(Optional<Evaluation> evaluation, ChosenThreshold one) {
        return evaluation.flatMap(measured -> measured.match(new Scores()).stream()
                .filter(score -> score.label().equals(one.label()))
                .findFirst());
    }
}
