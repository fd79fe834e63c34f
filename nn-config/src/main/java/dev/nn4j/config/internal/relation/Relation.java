// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.config.internal.relation;

import dev.nn4j.core.cell.NumberCell;
import java.util.HashMap;
import java.util.Map;

/**
 * How much of a column of numbers goes with the target, on a line or on any curve: with its labels or, where it holds
 * numbers, with these.
 */
public final class Relation {
    private static final int MOST_LABELS = 100;
    /** A share of what varies that chance alone hardly reaches. */
    private static final double WEAKEST = 0.05;

    private static final double CHANCE = 8;

    private final Map<String, double[]> byLabel = new HashMap<>();
    private double n;
    private double meanX;
    private double meanY;
    private double xx;
    private double yy;
    private double xy;
    private boolean numeric = true;
    private final BinnedRelation binned = new BinnedRelation();

    /** Counts a row. */
    public void add(double x, String target) {
        binned.add(x, target);
        n++;
        double dx = x - meanX;
        meanX += dx / n;
        xx += dx * (x - meanX);
        if (byLabel.size() <= MOST_LABELS) {
            double[] sums = byLabel.computeIfAbsent(target, label -> new double[2]);
            sums[0]++;
            sums[1] += (x - sums[1]) / sums[0];
        }
        numeric = numeric && NumberCell.isNumber(target);
        if (numeric) {
            double y = NumberCell.valueOf(target);
            double dy = y - meanY;
            meanY += dy / n;
            yy += dy * (y - meanY);
            xy += dx * (y - meanY);
        }
    }

    /** Whether the target tells more of the numbers than it would of any. */
    public boolean isThere() {
        double share = Math.max(binned.share(), Math.max(ofNumbers(), ofLabels()));
        return share > Math.max(WEAKEST, CHANCE / n);
    }

    private double ofNumbers() {
        return numeric && xx > 0 && yy > 0 ? xy * xy / (xx * yy) : 0;
    }

    /** The share of the labels' means in what varies, less what as many means of any rows would have. */
    private double ofLabels() {
        if (byLabel.size() > MOST_LABELS || xx == 0 || n <= byLabel.size()) {
            return 0;
        }
        double between = 0;
        for (double[] sums : byLabel.values()) {
            between += sums[0] * (sums[1] - meanX) * (sums[1] - meanX);
        }
        return between / xx - (byLabel.size() - 1) / (n - 1);
    }
}
