// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.diagnosis;

import dev.nn4j.core.metrics.Answers;
import dev.nn4j.core.metrics.RowCosts;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.Task;
import dev.nn4j.core.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Where along a feature a model errs: numbers in bins of about as many rows, texts by their most frequent values.
 *
 * @param feature its name
 * @param bins from the least number up, or the most frequent text down; what is missing, and all other texts, at the end
 * @since 0.1.0
 */
public record FeatureErrors(String feature, List<ErrorBin> bins) {
    private static final String MISSING = "missing";
    private static final String OTHERS = "others";

    /** Copies the list. */
    public FeatureErrors {
        bins = List.copyOf(bins);
    }

    /**
     * Of every feature.
     *
     * @param rows those of the answers, in their order: {@link dev.nn4j.core.metrics.Evaluator#usable}
     * @param most bins of a feature, what is missing and others aside; at least 1
     * @throws IllegalArgumentException if there are other rows than answers
     */
    public static List<FeatureErrors> of(Answers answers, Table rows, int most) {
        if (rows.rows() != answers.rows()) {
            throw new IllegalArgumentException(
                    "diagnosis: must be of as many rows as answers, " + answers.rows() + ", got " + rows.rows());
        }
        return answers.schema().features().stream()
                .map(feature -> new FeatureErrors(feature.name(), new Bins(answers, rows, feature.name(), most).all()))
                .toList();
    }

    /** The bins of one feature. */
    private static final class Bins {
        private final Answers answers;
        private final Table rows;
        private final String column;
        private final int most;
        private final RowCosts costs;
        private final Map<String, Sums> sums = new HashMap<>();

        Bins(Answers answers, Table rows, String column, int most) {
            this.answers = answers;
            this.rows = rows;
            this.column = column;
            this.most = most;
            this.costs = new RowCosts(answers);
        }

        List<ErrorBin> all() {
            return rows.columnOf(column).holdsTexts() ? ofTexts() : ofNumbers();
        }

        private List<ErrorBin> ofNumbers() {
            float[] sorted = new float[rows.rows()];
            int count = 0;
            for (int row = 0; row < sorted.length; row++) {
                float number = rows.number(row, column);
                if (!Float.isNaN(number)) {
                    sorted[count++] = number + 0f;
                }
            }
            Arrays.sort(sorted, 0, count);
            float[] ends = ends(sorted, count);
            Sums[] bins = new Sums[ends.length];
            Sums missing = new Sums();
            for (int row = 0; row < rows.rows(); row++) {
                float number = rows.number(row, column);
                int place = Arrays.binarySearch(ends, number + 0f);
                int bin = place < 0 ? -place - 1 : place;
                if (!Float.isNaN(number)) {
                    bins[bin] = bins[bin] == null ? new Sums() : bins[bin];
                }
                (Float.isNaN(number) ? missing : bins[bin]).add(row);
            }
            List<ErrorBin> all = new ArrayList<>();
            for (int bin = 0; bin < ends.length; bin++) {
                float from = bin == 0 ? sorted[0] : next(sorted, count, ends[bin - 1]);
                all.add(bins[bin].bin(from == ends[bin] ? text(from) : text(from) + " … " + text(ends[bin])));
            }
            if (missing.rows > 0) {
                all.add(missing.bin(MISSING));
            }
            return all;
        }

        private static String text(float number) {
            String text = Float.toString(number);
            return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
        }

        /** The greatest numbers of the bins, each once. */
        private float[] ends(float[] sorted, int count) {
            float[] ends = new float[most];
            int found = 0;
            for (int bin = 1; bin <= most && count > 0; bin++) {
                float end = sorted[(int) Math.max(0, (long) bin * count / most - 1)];
                if (found == 0 || end > ends[found - 1]) {
                    ends[found++] = end;
                }
            }
            return Arrays.copyOf(ends, found);
        }

        /** The least number above this one. */
        private static float next(float[] sorted, int count, float end) {
            int place = Arrays.binarySearch(sorted, 0, count, end);
            while (place < count && sorted[place] <= end) {
                place++;
            }
            return sorted[Math.min(place, count - 1)];
        }

        private List<ErrorBin> ofTexts() {
            Feature feature = answers.schema().features().stream()
                    .filter(one -> one.name().equals(column))
                    .findFirst()
                    .orElseThrow();
            Sums missing = new Sums();
            for (int row = 0; row < rows.rows(); row++) {
                boolean gap = feature.isMissing(rows.text(row, column)) && !rows.isValue(row, column);
                (gap ? missing : sums.computeIfAbsent(rows.text(row, column), text -> new Sums())).add(row);
            }
            List<Map.Entry<String, Sums>> frequent = new ArrayList<>(sums.entrySet());
            frequent.sort(Comparator.comparingLong((Map.Entry<String, Sums> entry) -> -entry.getValue().rows)
                    .thenComparing(Map.Entry::getKey));
            List<ErrorBin> all = new ArrayList<>();
            Sums others = new Sums();
            for (int i = 0; i < frequent.size(); i++) {
                if (i < most) {
                    all.add(frequent.get(i).getValue().bin(frequent.get(i).getKey()));
                } else {
                    others.addAll(frequent.get(i).getValue());
                }
            }
            if (others.rows > 0) {
                all.add(others.bin(OTHERS));
            }
            if (missing.rows > 0) {
                all.add(missing.bin(MISSING));
            }
            return all;
        }

        /** Sums over the rows of a bin. */
        private final class Sums {
            private long rows;
            private double weights;
            private double cost;
            private double bias;

            void add(int row) {
                double weight = answers.weight(row);
                boolean numbers = answers.schema().task() == Task.REGRESSION;
                rows++;
                weights += weight;
                cost += weight * (numbers ? costs.absoluteError(row) : costs.logLoss(row));
                bias += weight * ((double) answers.target(row, 0) - answers.output(row, 0));
            }

            void addAll(Sums others) {
                rows += others.rows;
                weights += others.weights;
                cost += others.cost;
                bias += others.bias;
            }

            ErrorBin bin(String value) {
                boolean single = answers.schema().outputs() == 1;
                return new ErrorBin(
                        value,
                        rows,
                        weights == 0 ? 0 : cost / weights,
                        single && weights > 0 ? OptionalDouble.of(bias / weights) : OptionalDouble.empty());
            }
        }
    }
}
