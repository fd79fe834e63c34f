// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.config.internal.relation;

import dev.nn4j.core.cell.NumberCell;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * How much of what varies in the target goes with where a number lies, whatever the curve: the numbers are divided into
 * parts of equally many, whose means are compared. Of labels each counts as 1 or 0.
 */
final class BinnedRelation {
    /** So many rows tell; more would only take memory. */
    private static final int MOST_ROWS = 2000;

    private static final int MOST_BINS = 16;
    /** With fewer the means are far apart by chance. */
    private static final int FEWEST_IN_A_BIN = 25;

    private static final int MOST_LABELS = 100;

    private record Pair(double x, String target) {}

    private final List<Pair> pairs = new ArrayList<>();

    void add(double x, String target) {
        if (pairs.size() < MOST_ROWS) {
            pairs.add(new Pair(x, target));
        }
    }

    /** The share that is explained, less what as many parts of any rows would explain. */
    double share() {
        int bins = Math.min(MOST_BINS, pairs.size() / FEWEST_IN_A_BIN);
        if (bins < 2) {
            return 0;
        }
        pairs.sort(Comparator.comparingDouble(Pair::x));
        double[] sums = sums(bins);
        return sums[1] == 0 ? 0 : sums[0] / sums[1] - (bins - 1.0) / (pairs.size() - 1);
    }

    /** The sums of squares between parts and of all rows. */
    private double[] sums(int bins) {
        if (pairs.stream().allMatch(pair -> NumberCell.isNumber(pair.target()))) {
            return squares(bins, pair -> NumberCell.valueOf(pair.target()));
        }
        Map<String, Integer> labels = new HashMap<>();
        pairs.forEach(pair -> labels.merge(pair.target(), 1, Integer::sum));
        double[] sums = new double[2];
        if (labels.size() <= MOST_LABELS) {
            for (String label : labels.keySet()) {
                double[] ofLabel = squares(bins, pair -> pair.target().equals(label) ? 1 : 0);
                sums[0] += ofLabel[0];
                sums[1] += ofLabel[1];
            }
        }
        return sums;
    }

    private double[] squares(int bins, ToDoubleFunction<Pair> value) {
        double mean = mean(0, pairs.size(), value);
        double between = 0;
        for (int bin = 0; bin < bins; bin++) {
            int from = bin * pairs.size() / bins;
            int to = (bin + 1) * pairs.size() / bins;
            double apart = mean(from, to, value) - mean;
            between += (to - from) * apart * apart;
        }
        double all = pairs.stream()
                .mapToDouble(pair -> (value.applyAsDouble(pair) - mean) * (value.applyAsDouble(pair) - mean))
                .sum();
        return new double[] {between, all};
    }

    private double mean(int from, int to, ToDoubleFunction<Pair> value) {
        return pairs.subList(from, to).stream().mapToDouble(value).average().orElse(0);
    }
}
