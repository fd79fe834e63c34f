// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.score;

/**
 * Platt's scaling (1999, "Probabilistic outputs for support vector machines"): the line a + b·z of the logits z of yes and no
 * with which the log-loss is least. Newton's steps, halved where they do not lower the loss, which is convex.
 */
public final class LogitFit {
    private static final int MOST_STEPS = 100;
    private static final int MOST_HALVES = 40;
    private static final double CLOSE_ENOUGH = 1e-10;

    private final double[] logits;
    private final boolean[] positive;
    private final double[] weights;
    private double shift;
    private double factor = 1;

    /** Of rows. */
    public LogitFit(double[] logits, boolean[] positive, double[] weights) {
        this.logits = logits;
        this.positive = positive;
        this.weights = weights;
        double loss = loss(0, 1);
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] way = step();
            double moved = 1;
            double next = loss(shift + way[0], factor + way[1]);
            for (int half = 0; half < MOST_HALVES && !(next <= loss); half++) {
                moved /= 2;
                next = loss(shift + moved * way[0], factor + moved * way[1]);
            }
            if (!(next <= loss)) {
                return;
            }
            shift += moved * way[0];
            factor += moved * way[1];
            loss = next;
            if (Math.abs(moved * way[0]) + Math.abs(moved * way[1]) < CLOSE_ENOUGH) {
                return;
            }
        }
    }

    /** What is added to the logits. */
    public double shift() {
        return shift;
    }

    /** By what they are multiplied. */
    public double factor() {
        return factor;
    }

    /** Newton's, in shift and factor. */
    private double[] step() {
        double slopeA = 0;
        double slopeB = 0;
        double aa = 0;
        double ab = 0;
        double bb = 0;
        for (int i = 0; i < logits.length; i++) {
            double z = logits[i];
            double p = 1 / (1 + StrictMath.exp(-(shift + factor * z)));
            double wrong = weights[i] * (p - (positive[i] ? 1 : 0));
            double spread = weights[i] * p * (1 - p);
            slopeA += wrong;
            slopeB += wrong * z;
            aa += spread;
            ab += spread * z;
            bb += spread * z * z;
        }
        double determinant = aa * bb - ab * ab;
        return determinant > 0
                ? new double[] {(ab * slopeB - bb * slopeA) / determinant, (ab * slopeA - aa * slopeB) / determinant}
                : new double[] {aa > 0 ? -slopeA / aa : 0, 0};
    }

    private double loss(double a, double b) {
        double sum = 0;
        for (int i = 0; i < logits.length; i++) {
            double side = positive[i] ? -(a + b * logits[i]) : a + b * logits[i];
            sum += weights[i] * (Math.max(side, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(side))));
        }
        return sum;
    }
}
