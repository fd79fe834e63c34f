// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.decision;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nn4j.config.internal.json.Json;
import dev.nn4j.config.internal.json.JsonMembers;
import dev.nn4j.config.internal.json.ShortestNumber;
import dev.nn4j.config.internal.text.TargetText;
import dev.nn4j.core.calibration.ChosenThreshold;
import dev.nn4j.core.calibration.DecisionChoice;
import dev.nn4j.core.metrics.Answers;
import dev.nn4j.core.metrics.ClassScore;
import dev.nn4j.core.metrics.ClassificationEvaluation;
import dev.nn4j.core.metrics.Evaluation;
import dev.nn4j.core.metrics.MultiLabelEvaluation;
import dev.nn4j.core.metrics.RegressionEvaluation;
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
 * @param choice the thresholds, and what chose them
 * @param answers the model's to the rows that chose them, by its thresholds of before
 * @param model where the model with these thresholds went
 * @since 0.1.0
 */
public record DecisionReport(DecisionChoice choice, Answers answers, Optional<String> model) implements Report {
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
        String goal = choice.goal().text();
        TextTable table = TextTable.ofFigures().line("", "", "threshold", goal, "precision", "recall", "f1");
        Evaluation before = before();
        Evaluation after = after();
        for (ChosenThreshold one : choice.thresholds()) {
            line(
                    table,
                    TargetText.named(one.label()),
                    "before",
                    one.thresholdBefore(),
                    one.valueBefore(),
                    of(before, one));
            line(table, "", "after", one.threshold(), one.value(), of(after, one));
        }
        TextTable rest = TextTable.ofTexts()
                .line("rows", Integer.toString(choice.rows()))
                .line("accuracy", Rounded.figure(accuracy(before)) + " → " + Rounded.figure(accuracy(after)));
        if (!choice.isReached()) {
            rest.line("not reached", "no threshold has " + goal + " where that is not shown; it stays as it was");
        }
        model.ifPresent(file -> rest.line("model", file));
        return table.render() + "\n" + rest.render();
    }

    private static void line(
            TextTable table, String label, String when, float threshold, OptionalDouble value, ClassScore score) {
        table.line(
                label,
                when,
                ShortestNumber.of(threshold),
                Rounded.figure(value),
                Rounded.figure(score.precision()),
                Rounded.figure(score.recall()),
                Rounded.figure(score.f1()));
    }

    @Override
    public String json() {
        List<JsonMembers> before = new ArrayList<>();
        List<JsonMembers> after = new ArrayList<>();
        for (ChosenThreshold one : choice.thresholds()) {
            before.add(json(one.label(), one.thresholdBefore(), one.valueBefore(), of(before(), one)));
            after.add(json(one.label(), one.threshold(), one.value(), of(after(), one)));
        }
        return JsonMembers.none()
                .with("rows", choice.rows())
                .with("maximize", choice.goal().text())
                .with("reached", choice.isReached())
                .with(
                        "before",
                        JsonMembers.none().with("accuracy", accuracy(before())).with("thresholds", before))
                .with(
                        "after",
                        JsonMembers.none().with("accuracy", accuracy(after())).with("thresholds", after))
                .with("model", model.<JsonNode>map(Json::text).orElseGet(Json::none))
                .pretty();
    }

    private static JsonMembers json(String label, float threshold, OptionalDouble value, ClassScore score) {
        return JsonMembers.none()
                .with("label", label)
                .with("threshold", Double.parseDouble(ShortestNumber.of(threshold)))
                .with("value", value)
                .with("precision", score.precision())
                .with("recall", score.recall())
                .with("f1", score.f1());
    }

    private Evaluation before() {
        return answers.evaluation();
    }

    private Evaluation after() {
        return answers.withDecision(choice.decision()).evaluation();
    }

    private static OptionalDouble accuracy(Evaluation evaluation) {
        return evaluation.figure(Metric.ACCURACY);
    }

    private static ClassScore of(Evaluation evaluation, ChosenThreshold one) {
        return evaluation.match(new Scores()).stream()
                .filter(score -> score.label().equals(one.label()))
                .findFirst()
                .orElseThrow();
    }
}
