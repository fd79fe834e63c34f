// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.score;

import dev.nn4j.core.score.Metric;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * The values of all metrics, over rows that do not change any more. What several of them need, the confusion of classes and
 * the ranking of rows, is made once.
 */
public final class MetricValues {
    private final ScoredRows rows;
    private final boolean skipsUndefined;
    private final MeanCosts means;
    private final MetricParts parts;
    private final TargetMeans targets;

    private MetricValues(ScoredRows rows, boolean skipsUndefined) {
        this.rows = rows;
        this.skipsUndefined = skipsUndefined;
        this.means = new MeanCosts(rows);
        this.parts = new MetricParts(rows, means);
        this.targets = new TargetMeans(rows, means.weights());
    }

    /** A mean over classes or targets is undefined where one of them is. */
    public static MetricValues of(ScoredRows rows) {
        return new MetricValues(rows, false);
    }

    /** A mean over classes or targets leaves those out that are undefined. */
    public static MetricValues skippingUndefined(ScoredRows rows) {
        return new MetricValues(rows, true);
    }

    /** A metric that the rows' task has; empty where it is undefined. */
    public OptionalDouble of(Metric metric) {
        return switch (metric) {
            case ACCURACY -> OptionalDouble.of(accuracy());
            case LOG_LOSS -> OptionalDouble.of(means.logLoss());
            case BRIER, MSE -> OptionalDouble.of(parts.squaredError());
            case RMSE -> OptionalDouble.of(Math.sqrt(parts.squaredError()));
            case MAE -> OptionalDouble.of(means.absoluteError());
            case MEAN_ABSOLUTE_PERCENTAGE_ERROR -> OptionalDouble.of(means.relativeError());
            case ROC_AUC -> mean(ranks().stream().map(RankScores::rocAuc).toList());
            case AVERAGE_PRECISION ->
                mean(ranks().stream().map(RankScores::averagePrecision).toList());
            case COHEN_KAPPA -> mean(confusions().stream().map(Confusion::kappa).toList());
            case F1 ->
                ofConfusions(
                        one -> rows.isOneOfMany() ? one.meanF1() : one.hits(1).f1());
            case BALANCED_ACCURACY -> ofConfusions(Confusion::balancedAccuracy);
            case MATTHEWS_CORRELATION -> ofConfusions(Confusion::matthewsCorrelation);
            case R2, EXPLAINED_VARIANCE, MEDIAN_ABSOLUTE_ERROR -> OptionalDouble.of(targets.of(metric));
        };
    }

    /** Several, in their order; what they are made of is made side by side, as far as the rows' threads go. */
    public Map<Metric, OptionalDouble> of(List<Metric> metrics) {
        Map<Metric, OptionalDouble> values = new EnumMap<>(Metric.class);
        List<MetricParts.Work> work = new ArrayList<>(parts.missing(partsOf(metrics)));
        for (Metric metric : metrics) {
            work.addAll(ownWork(metric, values));
        }
        parts.make(work);
        metrics.forEach(metric -> values.computeIfAbsent(metric, this::of));
        return values;
    }

    /** The same of one target alone: what is known of it is not made again. */
    public Map<Metric, OptionalDouble> ofTarget(int target, List<Metric> metrics) {
        MetricValues alone = new MetricValues(new RowsOfTarget(rows, target), skipsUndefined);
        alone.targets.take(targets, target);
        return alone.of(metrics);
    }

    /** What a metric takes beside the parts; nothing where these are all. */
    private List<MetricParts.Work> ownWork(Metric metric, Map<Metric, OptionalDouble> values) {
        return switch (partOf(metric)) {
            case RANKS, CONFUSIONS, SQUARES -> List.of();
            case TARGETS -> targets.missing(metric);
            case NONE ->
                List.of(() -> {
                    OptionalDouble value = of(metric);
                    return () -> values.put(metric, value);
                });
        };
    }

    private Set<MetricParts.Part> partsOf(List<Metric> metrics) {
        Set<MetricParts.Part> needed = EnumSet.noneOf(MetricParts.Part.class);
        metrics.forEach(metric -> needed.add(partOf(metric)));
        return needed;
    }

    private MetricParts.Part partOf(Metric metric) {
        return switch (metric) {
            case ROC_AUC, AVERAGE_PRECISION -> MetricParts.Part.RANKS;
            case COHEN_KAPPA, F1, BALANCED_ACCURACY, MATTHEWS_CORRELATION -> MetricParts.Part.CONFUSIONS;
            case ACCURACY -> isDecidedOnce() ? MetricParts.Part.CONFUSIONS : MetricParts.Part.NONE;
            case BRIER, MSE, RMSE -> MetricParts.Part.SQUARES;
            case R2, EXPLAINED_VARIANCE, MEDIAN_ABSOLUTE_ERROR -> MetricParts.Part.TARGETS;
            case LOG_LOSS, MAE, MEAN_ABSOLUTE_PERCENTAGE_ERROR -> MetricParts.Part.NONE;
        };
    }

    /** See {@link MetricParts#confusions}. */
    public List<Confusion> confusions() {
        return parts.confusions();
    }

    /** One for each output. */
    public List<RankScores> ranks() {
        return parts.ranks();
    }

    private boolean isDecidedOnce() {
        return rows.isOneOfMany() || rows.width() == 1;
    }

    private double accuracy() {
        if (isDecidedOnce()) {
            return confusions().get(0).right() / means.weights();
        }
        double right = 0;
        for (int row = 0; row < rows.rows(); row++) {
            boolean all = true;
            for (int output = 0; output < rows.width(); output++) {
                all &= rows.decision(row, output) == rows.truth(row, output);
            }
            right += all ? rows.weight(row) : 0;
        }
        return right / means.weights();
    }

    private OptionalDouble ofConfusions(ToDoubleFunction<Confusion> score) {
        double sum = 0;
        for (Confusion one : confusions()) {
            sum += score.applyAsDouble(one);
        }
        return OptionalDouble.of(sum / confusions().size());
    }

    private OptionalDouble mean(List<OptionalDouble> values) {
        double sum = 0;
        int defined = 0;
        for (OptionalDouble value : values) {
            sum += value.orElse(0);
            defined += value.isPresent() ? 1 : 0;
        }
        boolean has = defined > 0 && (skipsUndefined || defined == values.size());
        return has ? OptionalDouble.of(sum / defined) : OptionalDouble.empty();
    }
}
