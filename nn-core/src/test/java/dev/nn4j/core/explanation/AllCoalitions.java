// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.explanation;

import java.util.Arrays;

/** Shapley's values by their definition: over all coalitions of features, the mean over the background. */
final class AllCoalitions {
    private AllCoalitions() {}

    /** Of the row that begins at {@code at}; features are one float each. */
    static double[] of(FormulaPredictor predictor, float[] background, float[] rows, int at) {
        int n = predictor.schema().rawWidth();
        double[] worth = new double[1 << n];
        for (int members = 0; members < worth.length; members++) {
            for (int b = 0; b < background.length; b += n) {
                float[] hybrid = Arrays.copyOfRange(background, b, b + n);
                for (int f = 0; f < n; f++) {
                    hybrid[f] = (members >> f & 1) == 1 ? rows[at + f] : hybrid[f];
                }
                float[] output = new float[1];
                predictor.predict(hybrid, 1, output, predictor.newScratch());
                worth[members] += output[0] * (double) n / background.length;
            }
        }
        double[] values = new double[n];
        for (int f = 0; f < n; f++) {
            for (int members = 0; members < worth.length; members++) {
                if ((members >> f & 1) == 0) {
                    int size = Integer.bitCount(members);
                    values[f] += factorial(size)
                            * factorial(n - size - 1)
                            / factorial(n)
                            * (worth[members | 1 << f] - worth[members]);
                }
            }
        }
        return values;
    }

    private static double factorial(int n) {
        return n < 2 ? 1 : n * factorial(n - 1);
    }
}
