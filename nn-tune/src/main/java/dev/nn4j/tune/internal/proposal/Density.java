// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.tune.internal.proposal;

import dev.nn4j.api.math.RandomStream;
import java.util.Arrays;

/**
 * How likely places of one dimension are, by those that were seen. It is a histogram: of choices a bar each, of a range
 * {@value #CELLS} of equal width, over which a bell about each place seen, and a wide one about the middle, are added (Bergstra
 * et al., <i>Algorithms for Hyper-Parameter Optimization</i>, 2011). So a bell needs no error function to end where the range
 * ends, and a draw no inverse of one.
 */
final class Density {
    private static final int CELLS = 64;
    /** Bells are no narrower than this share of the range. */
    private static final double NARROWEST = 0.03;

    private final double[] mass;
    private final boolean choices;

    private Density(double[] weights, boolean choices) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        this.mass = weights;
        this.choices = choices;
        for (int i = 0; i < mass.length; i++) {
            mass[i] /= sum;
        }
    }

    /** Of so many choices: each as if it had been seen once more. */
    static Density ofChoices(int count, double[] seen) {
        double[] weights = new double[count];
        Arrays.fill(weights, 1);
        for (double choice : seen) {
            weights[(int) choice]++;
        }
        return new Density(weights, true);
    }

    /** Of a range. */
    static Density ofRange(double[] seen) {
        double[] sorted = seen.clone();
        Arrays.sort(sorted);
        double[] weights = new double[CELLS];
        add(weights, 0.5, 1);
        for (int i = 0; i < sorted.length; i++) {
            double before = sorted[i] - (i == 0 ? 0 : sorted[i - 1]);
            double behind = (i == sorted.length - 1 ? 1 : sorted[i + 1]) - sorted[i];
            double least = Math.max(NARROWEST, 1.0 / (sorted.length + 2));
            add(weights, sorted[i], Math.min(1, Math.max(least, Math.max(before, behind))));
        }
        return new Density(weights, false);
    }

    /** A bell of sum 1 within the range. */
    private static void add(double[] weights, double middle, double width) {
        double[] bell = new double[weights.length];
        double sum = 0;
        for (int i = 0; i < bell.length; i++) {
            double distance = ((i + 0.5) / bell.length - middle) / width;
            bell[i] = StrictMath.exp(-distance * distance / 2);
            sum += bell[i];
        }
        for (int i = 0; i < bell.length; i++) {
            weights[i] += bell[i] / sum;
        }
    }

    /** The logarithm of the mass of the bar that a place stands in. */
    double log(double place) {
        return StrictMath.log(mass[choices ? (int) place : Math.min(CELLS - 1, (int) (place * CELLS))]);
    }

    /** A place, by two numbers of a stream. */
    double draw(RandomStream stream) {
        double share = stream.nextDouble();
        double within = stream.nextDouble();
        int bar = 0;
        double below = 0;
        while (bar < mass.length - 1 && below + mass[bar] <= share) {
            below += mass[bar++];
        }
        return choices ? bar : (bar + within) / CELLS;
    }
}
