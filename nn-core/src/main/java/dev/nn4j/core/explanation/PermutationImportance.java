// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.explanation;

import dev.nn4j.api.math.RandomStream;
import dev.nn4j.core.Predictor;
import dev.nn4j.core.internal.work.Workers;
import dev.nn4j.core.metrics.Answers;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.score.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * How much worse a model answers where the values of a feature stand in other rows than they belong to (Breiman, <i>Random
 * Forests</i>, 2001; Fisher, Rudin and Dominici 2019). It should be of rows that the model has not learnt from. Features that say
 * nearly the same stand in for each other, so that each alone may look as if it did not matter; such groups are permuted
 * together as well.
 *
 * <p>All features are permuted by the same permutations, one for each repeat, so that they can be compared.
 *
 * @param metric what becomes worse
 * @param score what it is on the rows as they are
 * @param rows how many
 * @param repeats how often each was permuted
 * @param features each feature, the most important first; of equals the first of the schema
 * @param groups each group of correlated features, the most important first: those that are associated by more than 0.9,
 *     directly or by way of others, by Spearman's rank correlation, Cramér's V or the correlation ratio of ranks
 * @since 0.1.0
 */
public record PermutationImportance(
        Metric metric, double score, int rows, int repeats, List<Importance> features, List<Importance> groups) {
    /** Copies the lists. */
    public PermutationImportance {
        features = List.copyOf(features);
        groups = List.copyOf(groups);
    }

    /**
     * Measures it.
     *
     * @param predictor that gave the answers
     * @param answers to the rows, with the truth
     * @param rows the raw rows, {@code rows × rawWidth}: {@link Schema#rawRows} of the table that was answered
     * @throws IllegalArgumentException if the rows are not those of the answers, there is only one, or the metric is
     *     undefined or of another task
     */
    public static PermutationImportance of(
            Predictor predictor, Answers answers, float[] rows, ImportanceRequest request) {
        Schema schema = predictor.schema();
        if (rows.length != (long) answers.rows() * schema.rawWidth()) {
            throw new IllegalArgumentException("importance: " + answers.rows() + " answers need "
                    + (long) answers.rows() * schema.rawWidth() + " numbers of raw rows, got " + rows.length);
        }
        requireDifferences(answers, request.metric());
        List<int[]> tried = new ArrayList<>();
        for (int feature = 0; feature < schema.features().size(); feature++) {
            tried.add(new int[] {feature});
        }
        tried.addAll(CorrelatedFeatures.of(schema, rows, answers.rows()));
        double score =
                defined(request.metric(), answers.figure(request.metric()).orElse(Double.NaN));
        double[] scores = scores(predictor, answers, rows, request, tried);
        List<Importance> all = new ArrayList<>();
        for (int i = 0; i < tried.size(); i++) {
            double[] losses = new double[request.repeats()];
            for (int repeat = 0; repeat < losses.length; repeat++) {
                double change = score - defined(request.metric(), scores[i * losses.length + repeat]);
                losses[repeat] = request.metric().lessIsBetter() ? 0 - change : change;
            }
            all.add(Importance.of(names(schema, tried.get(i)), losses));
        }
        int single = schema.features().size();
        return new PermutationImportance(
                request.metric(),
                score,
                answers.rows(),
                request.repeats(),
                falling(all.subList(0, single)),
                falling(all.subList(single, all.size())));
    }

    private static List<String> names(Schema schema, int[] features) {
        return Arrays.stream(features).mapToObj(schema.featureNames()::get).toList();
    }

    private static List<Importance> falling(List<Importance> some) {
        return some.stream()
                .sorted(Comparator.comparingDouble(Importance::mean).reversed())
                .toList();
    }

    /** Without them nothing changes in whatever order values stand, and importance would be 0 whatever the model. */
    private static void requireDifferences(Answers answers, Metric metric) {
        if (answers.rows() < 2) {
            throw new IllegalArgumentException("importance: one row cannot be permuted; take more rows");
        }
        boolean ofVariance = metric == Metric.R2 || metric == Metric.EXPLAINED_VARIANCE;
        if (ofVariance && !hasVariance(answers)) {
            throw undefined(metric);
        }
    }

    private static boolean hasVariance(Answers answers) {
        for (int row = 1; row < answers.rows(); row++) {
            for (int target = 0; target < answers.schema().outputs(); target++) {
                if (answers.target(row, target) != answers.target(0, target)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static double defined(Metric metric, double value) {
        if (Double.isNaN(value)) {
            throw undefined(metric);
        }
        return value;
    }

    private static IllegalArgumentException undefined(Metric metric) {
        return new IllegalArgumentException("importance: " + metric.label()
                + " is undefined on these rows, as where all are of one class or have one target; take another metric"
                + " or more rows");
    }

    /** Of each that is tried, each repeat; NaN where undefined. */
    private static double[] scores(
            Predictor predictor, Answers answers, float[] rows, ImportanceRequest request, List<int[]> tried) {
        int[][] orders = orders(request, answers.rows());
        double[] scores = new double[tried.size() * orders.length];
        int threads = Math.min(request.execution().threads(), scores.length);
        try (Workers workers = new Workers(threads)) {
            workers.run(
                    (worker, all) -> {
                        PermutedScores permuted = new PermutedScores(
                                predictor, request.execution().kernels(), rows, answers, request.metric());
                        for (int task = worker; task < scores.length; task += all) {
                            scores[task] = permuted.of(tried.get(task / orders.length), orders[task % orders.length])
                                    .orElse(Double.NaN);
                        }
                    },
                    threads > 1);
        }
        return scores;
    }

    private static int[][] orders(ImportanceRequest request, int rows) {
        int[][] orders = new int[request.repeats()][rows];
        for (int repeat = 0; repeat < orders.length; repeat++) {
            Arrays.setAll(orders[repeat], row -> row);
            RandomStream.of(request.seed(), RandomStream.Purpose.SAMPLE, 2, repeat)
                    .shuffle(orders[repeat]);
        }
        return orders;
    }
}
