// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.decision;

import dev.nn4j.api.NearestName;
import dev.nn4j.api.math.ShortestDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * What a threshold is to be best at. In words, as configurations and the command line have them: {@code f1}, {@code
 * balanced-accuracy}, {@code accuracy}, {@code youden}, {@code recall@P} (the most recall where precision is at least P),
 * {@code precision@R} (the most precision where recall is at least R) and {@code cost:FP,FN} (the least cost, a false positive
 * costing FP and a false negative FN). Immutable.
 *
 * @param measure what is measured
 * @param first recall and precision: how much of the other there must be, in (0, 1]; cost: what a false positive costs, at
 *     least 0; else 0
 * @param second cost: what a false negative costs, at least 0, not both 0; else 0
 * @since 0.1.0
 */
public record DecisionGoal(Measure measure, double first, double second) implements DecisionRule {
    /**
     * What is measured of the yeses and noes that a threshold gives. Shares of nothing are 0.
     *
     * @since 0.1.0
     */
    public enum Measure {
        /** The harmonic mean of precision and recall. */
        F1,
        /** The mean of the shares of the positives and of the negatives that are right. */
        BALANCED_ACCURACY,
        /** The share that is right. */
        ACCURACY,
        /** Youden's J: the share of the positives that is right less that of the negatives that is wrong. */
        YOUDEN,
        /** The share of the positives that is found. */
        RECALL,
        /** The share of what is said to be positive that is. */
        PRECISION,
        /** What mistakes cost, to a row; the one of which less is better. */
        COST;

        /** As configurations and the command line say it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Refuses numbers that the measure does not have.
     *
     * @throws IllegalArgumentException if so
     */
    public DecisionGoal {
        boolean fit = switch (measure) {
            case RECALL, PRECISION -> first > 0 && first <= 1 && second == 0;
            case COST -> isCost(first) && isCost(second) && first + second > 0;
            case F1, BALANCED_ACCURACY, ACCURACY, YOUDEN -> first == 0 && second == 0;
        };
        if (!fit) {
            throw refused(text(measure, first, second));
        }
    }

    private static boolean isCost(double cost) {
        return cost >= 0 && Double.isFinite(cost);
    }

    /** The best of a measure that takes no number. */
    public static DecisionGoal of(Measure measure) {
        return new DecisionGoal(measure, 0, 0);
    }

    /**
     * Reads the words that {@link #text} gives.
     *
     * @throws IllegalArgumentException if they are none, saying which there are
     */
    public static DecisionGoal parse(String text) {
        for (Measure measure : List.of(Measure.RECALL, Measure.PRECISION)) {
            if (text.startsWith(measure.word() + "@")) {
                return new DecisionGoal(
                        measure, number(text, text.substring(measure.word().length() + 1)), 0);
            }
        }
        if (text.startsWith(Measure.COST.word() + ":")) {
            String[] costs = text.substring(Measure.COST.word().length() + 1).split(",", -1);
            if (costs.length != 2) {
                throw refused(text);
            }
            return new DecisionGoal(Measure.COST, number(text, costs[0]), number(text, costs[1]));
        }
        return Arrays.stream(Measure.values())
                .filter(measure -> measure.compareTo(Measure.RECALL) < 0)
                .filter(measure -> measure.word().equals(text))
                .findFirst()
                .map(DecisionGoal::of)
                .orElseThrow(() -> refused(text));
    }

    private static double number(String text, String part) {
        try {
            return Double.parseDouble(part);
        } catch (NumberFormatException noNumber) {
            throw refused(text);
        }
    }

    private static IllegalArgumentException refused(String text) {
        List<String> words = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            words.add(measure.word());
        }
        // A known measure that lacks a good bound is not misspelt, and the measures stand in the message already.
        String hint = NearestName.of(text, words)
                .filter(near -> !text.startsWith(near))
                .map(near -> "; did you mean '" + near + "'?")
                .orElse("");
        return new IllegalArgumentException(
                "decision: the goal must be f1, balanced-accuracy, accuracy, youden, recall@P,"
                        + " precision@R or cost:FP,FN with P and R in (0, 1] and costs of at least 0, not both 0, got '"
                        + text
                        + "'" + hint);
    }

    /** Whether less is better. */
    public boolean isLeast() {
        return measure == Measure.COST;
    }

    /**
     * How well a threshold does, rows counting by their weights.
     *
     * @return the measure; empty where a threshold does not reach how much there must be of the other
     */
    public OptionalDouble value(
            double truePositives, double falsePositives, double falseNegatives, double trueNegatives) {
        double recall = share(truePositives, falseNegatives);
        double precision = share(truePositives, falsePositives);
        double specificity = share(trueNegatives, falsePositives);
        double wrong = falsePositives + falseNegatives;
        return switch (measure) {
            case F1 -> OptionalDouble.of(share(2 * truePositives, wrong));
            case BALANCED_ACCURACY -> OptionalDouble.of((recall + specificity) / 2);
            case ACCURACY -> OptionalDouble.of(share(truePositives + trueNegatives, wrong));
            case YOUDEN -> OptionalDouble.of(recall + specificity - 1);
            case RECALL -> precision >= first ? OptionalDouble.of(recall) : OptionalDouble.empty();
            case PRECISION -> recall >= first ? OptionalDouble.of(precision) : OptionalDouble.empty();
            case COST ->
                OptionalDouble.of(
                        (first * falsePositives + second * falseNegatives) / (truePositives + trueNegatives + wrong));
        };
    }

    private static double share(double part, double rest) {
        return part == 0 ? 0 : part / (part + rest);
    }

    /** As in {@code f1}, {@code recall@0.9} and {@code cost:1,5}. */
    public String text() {
        return text(measure, first, second);
    }

    private static String text(Measure measure, double first, double second) {
        return switch (measure) {
            case F1, BALANCED_ACCURACY, ACCURACY, YOUDEN -> measure.word();
            case RECALL, PRECISION -> measure.word() + "@" + plain(first);
            case COST -> measure.word() + ":" + plain(first) + "," + plain(second);
        };
    }

    private static String plain(double number) {
        String text = Double.isFinite(number) ? ShortestDecimal.text(number) : Double.toString(number);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    @Override
    public <T> T match(Cases<T> cases) {
        return cases.chosen(this);
    }

    @Override
    public String toString() {
        return text();
    }
}
