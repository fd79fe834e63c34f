// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import dev.nn4j.api.ValueRange;
import dev.nn4j.core.encoding.Scaler;
import dev.nn4j.core.encoding.Scaling;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.internal.rules.OutputReach;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import dev.nn4j.core.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Looks whether a network can give the numbers that it is to learn: those that are far from one are learnt slowly or not at
 * all, and an output activation may not reach them.
 *
 * @since 0.1.0
 */
public final class TargetLint {
    private static final double LARGE = 10;
    private static final double SMALL = 0.01;

    private final Experiment experiment;
    private final Schema schema;
    private final Table training;

    private TargetLint(Experiment experiment, Schema schema, Table training) {
        this.experiment = experiment;
        this.schema = schema;
        this.training = training;
    }

    /**
     * What was found, one line each with its remedy; empty if nothing, and where targets are no numbers or the network comes
     * from elsewhere.
     *
     * @param training the rows to learn from
     */
    public static List<String> of(Experiment experiment, Schema schema, Table training) {
        if (schema.task() != Task.REGRESSION || experiment.layers().isEmpty()) {
            return List.of();
        }
        return new TargetLint(experiment, schema, training).findings();
    }

    private List<String> findings() {
        OutputReach reach = OutputReach.of(
                new NetworkSpec(schema.inputWidth(), ColumnLayers.in(experiment.layers(), schema.features()))
                        .outputLayer()
                        .activation());
        List<String> findings = new ArrayList<>();
        Scaler robust = experiment.targetScaling().isRobust()
                ? Scaler.fitTargets(experiment.targetScaling(), schema, training)
                : Scaler.none();
        for (int t = 0; t < schema.targets().size(); t++) {
            String target = schema.targets().get(t);
            Spread spread = Spread.of(training, target).withRobust(robust, t, offset(t));
            String runs = "target '" + target + "' runs from " + shown(spread.least()) + " to " + shown(spread.most());
            if (isScalable() && experiment.targetScaling() == Scaling.NONE && spread.isFarFromOne()) {
                findings.add(runs + " and is not scaled, which a network learns slowly or not at all; set"
                        + " preprocessing.targetScaling to \"standard\"");
            }
            double least = spread.scaled(spread.least(), experiment.targetScaling());
            double most = spread.scaled(spread.most(), experiment.targetScaling());
            if (!reach.covers(least, most)) {
                findings.add(runs
                        + (experiment.targetScaling() == Scaling.NONE
                                ? ""
                                : ", scaled from " + shown(least) + " to " + shown(most))
                        + ", which the output activation " + reach.told() + " cannot reach; use identity in the last"
                        + " layer");
            }
        }
        return findings;
    }

    /** Targets of at least 0, which are judged as such, stay as they are. */
    private boolean isScalable() {
        return experiment.loss().domain() == ValueRange.ANY;
    }

    private double offset(int target) {
        return schema.targetOffsets().isEmpty() ? 0 : schema.targetOffsets().get(target);
    }

    private static String shown(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : String.format(Locale.ROOT, "%.4g", number);
    }

    /**
     * How the numbers of a target lie.
     *
     * @param middle what robust scaling subtracts
     * @param inner what it divides by
     */
    private record Spread(double least, double most, double mean, double deviation, double middle, double inner) {
        static Spread of(Table table, String target) {
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            double mean = 0;
            double squares = 0;
            for (int row = 0; row < table.rows(); row++) {
                double number = table.number(row, target);
                least = Math.min(least, number);
                most = Math.max(most, number);
                double difference = number - mean;
                mean += difference / (row + 1);
                squares += difference * (number - mean);
            }
            return new Spread(least, most, mean, Math.sqrt(squares / table.rows()), 0, 1);
        }

        Spread withRobust(Scaler fitted, int column, double offset) {
            return fitted.scaling() == Scaling.NONE
                    ? this
                    : new Spread(least, most, mean, deviation, fitted.shift()[column] + offset, fitted.scale()[column]);
        }

        /** A target that never changes is as well off either way. */
        boolean isFarFromOne() {
            return deviation > 0 && (StrictMath.hypot(mean, deviation) > LARGE || deviation < SMALL);
        }

        double scaled(double number, Scaling scaling) {
            double range = most - least;
            return switch (scaling) {
                case NONE -> number;
                case STANDARD -> (number - mean) / (deviation == 0 ? 1 : deviation);
                case MIN_MAX -> (number - least) / (range == 0 ? 1 : range);
                case ROBUST, ROBUST_SMOOTH -> (number - middle) / inner;
            };
        }
    }
}
