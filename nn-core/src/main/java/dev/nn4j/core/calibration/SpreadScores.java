// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.calibration;

import dev.nn4j.core.conformal.Conformal;
import dev.nn4j.core.conformal.ConformalMethod;
import dev.nn4j.core.metrics.Answers;
import java.util.ArrayList;
import java.util.List;

/** The scores of an ensemble's answers, by how far its members are apart. */
record SpreadScores(Answers whole, List<Answers> members) {
    /** Added to a spread that is nothing everywhere. */
    private static final float LEAST = Float.MIN_NORMAL;

    Conformal conformal() {
        int[] rows = ConformalFit.weighing(whole);
        List<float[]> scores = new ArrayList<>();
        float[] floors = new float[whole.schema().outputs()];
        for (int target = 0; target < floors.length; target++) {
            double[] spread = new double[rows.length];
            double sum = 0;
            for (int i = 0; i < rows.length; i++) {
                spread[i] = spread(rows[i], target);
                sum += spread[i];
            }
            floors[target] = (float) Math.min(Math.max(sum / rows.length, LEAST), Float.MAX_VALUE);
            scores.add(scores(rows, target, spread, floors[target]));
        }
        return Conformal.of(ConformalMethod.SPREAD, scores, floors);
    }

    private float[] scores(int[] rows, int target, double[] spread, float floor) {
        float[] scores = new float[rows.length];
        for (int i = 0; i < scores.length; i++) {
            double error = Math.abs((double) whole.target(rows[i], target) - whole.output(rows[i], target));
            scores[i] = ConformalFit.up(error / (spread[i] + floor));
        }
        return scores;
    }

    /** The standard deviation over the members, of n and not of n − 1. */
    double spread(int row, int target) {
        double mean = 0;
        for (Answers member : members) {
            mean += member.output(row, target);
        }
        mean /= members.size();
        double squares = 0;
        for (Answers member : members) {
            double distance = member.output(row, target) - mean;
            squares += distance * distance;
        }
        return Math.sqrt(squares / members.size());
    }
}
