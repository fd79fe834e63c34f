// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.calibration;

import dev.nn4j.core.Model;
import dev.nn4j.core.Provenance;
import dev.nn4j.core.decision.Decision;
import dev.nn4j.core.decision.DecisionGoal;
import dev.nn4j.core.internal.score.ThresholdSearch;
import dev.nn4j.core.metrics.Answers;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Thresholds chosen by a model's answers to rows, which it should not have learnt from. For a binary model one, for each label
 * of several one by itself. Looked at is what lies half-way between each two neighbouring probabilities; of thresholds that are
 * as good, the one nearest to one half is taken, of two as near the smaller. Rows count by their weights. Immutable.
 *
 * <pre>{@code
 * DecisionChoice choice = DecisionChoice.of(Answers.of(model, rows), DecisionGoal.parse("recall@0.9"));
 * Model careful = choice.in(model, "rows of may.csv");
 * }</pre>
 *
 * @param goal what they are best at
 * @param rows how many rows chose them
 * @param thresholds one for each output
 * @since 0.1.0
 */
public record DecisionChoice(DecisionGoal goal, int rows, List<ChosenThreshold> thresholds) {
    /** Copies the list. */
    public DecisionChoice {
        thresholds = List.copyOf(thresholds);
    }

    /**
     * Chooses.
     *
     * @throws IllegalArgumentException if the model is neither binary nor multi-label
     */
    public static DecisionChoice of(Answers answers, DecisionGoal goal) {
        Schema schema = answers.schema();
        requireDecided(schema.task());
        List<ChosenThreshold> chosen = new ArrayList<>();
        for (int output = 0; output < schema.outputs(); output++) {
            chosen.add(chosen(answers, goal, output));
        }
        return new DecisionChoice(goal, answers.rows(), chosen);
    }

    /**
     * Passes if models of a task decide by thresholds.
     *
     * @throws IllegalArgumentException if not
     */
    public static void requireDecided(Task task) {
        if (task != Task.BINARY && task != Task.MULTILABEL) {
            throw new IllegalArgumentException(
                    "decision: thresholds are for binary and multi-label models, this one is " + task.word()
                            + (task == Task.MULTICLASS ? ", which answers with the most probable label" : ""));
        }
    }

    private static ChosenThreshold chosen(Answers answers, DecisionGoal goal, int output) {
        Schema schema = answers.schema();
        ThresholdSearch search = new ThresholdSearch(
                answers.rows(),
                row -> answers.target(row, output) == 1,
                row -> answers.output(row, output),
                answers::weight);
        float before = schema.decision().threshold(output);
        float best = search.best((tp, fp, fn, tn) -> worth(goal, goal.value(tp, fp, fn, tn)));
        float threshold = Float.isNaN(best) ? before : best;
        String label = GivenDecision.labels(schema).get(output);
        return new ChosenThreshold(
                label,
                threshold,
                Float.isNaN(best) ? OptionalDouble.empty() : search.at(threshold, goal::value),
                before,
                search.at(before, goal::value));
    }

    private static OptionalDouble worth(DecisionGoal goal, OptionalDouble value) {
        return goal.isLeast() && value.isPresent() ? OptionalDouble.of(-value.getAsDouble()) : value;
    }

    /** Whether every threshold reaches what the goal asks for; one that does not stays as it was. */
    public boolean isReached() {
        return thresholds.stream().allMatch(one -> one.value().isPresent());
    }

    /** The thresholds as a decision. */
    public Decision decision() {
        return new Decision(thresholds.stream().map(ChosenThreshold::threshold).toList());
    }

    /**
     * The model with these thresholds; its provenance says how they were chosen.
     *
     * @param from what rows chose them, for people: {@code validation rows}, {@code rows of may.csv}
     */
    public Model in(Model model, String from) {
        Model deciding = model.withDecision(decision());
        Map<String, String> extra = new TreeMap<>(deciding.provenance().extra());
        extra.put(Provenance.THRESHOLDS, text(from));
        return deciding.withProvenance(deciding.provenance().withExtra(extra));
    }

    /** As in {@code f1 on 1200 validation rows: 0.7010 by 0.5 → 0.7421 by 0.3125}. */
    public String text(String from) {
        boolean several = thresholds.size() > 1;
        return goal.text() + " on " + rows + " " + from + ": "
                + thresholds.stream()
                        .map(one -> (several ? one.label() + " " : "") + text(one))
                        .collect(Collectors.joining(", "));
    }

    private static String text(ChosenThreshold one) {
        return one.value().isEmpty()
                ? "not reached by any threshold"
                : text(one.valueBefore()) + " by " + one.thresholdBefore() + " → " + text(one.value()) + " by "
                        + one.threshold();
    }

    private static String text(OptionalDouble value) {
        return value.isEmpty() ? "not reached" : String.format(Locale.ROOT, "%.4f", value.getAsDouble());
    }
}
