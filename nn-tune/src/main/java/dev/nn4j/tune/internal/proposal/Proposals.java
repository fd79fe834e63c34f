// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.tune.internal.proposal;

import dev.nn4j.api.math.RandomStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Which points trials try. Those of a round depend on the seed, their numbers and what was found in rounds before, so that it
 * does not matter which trials of a round end first.
 */
public final class Proposals {
    /** Of so many drawn where good ones lie, the likeliest is taken. */
    private static final int CANDIDATES = 24;

    private final int[] choices;
    private final long seed;

    /**
     * Points of these dimensions.
     *
     * @param choices how many values each has; 0 of a range
     */
    public Proposals(int[] choices, long seed) {
        this.choices = choices.clone();
        this.seed = seed;
    }

    /** A point anywhere. */
    public double[] anywhere(int trial) {
        double[] point = new double[choices.length];
        for (int d = 0; d < point.length; d++) {
            RandomStream stream = stream(d, trial);
            point[d] = choices[d] > 0 ? stream.nextInt(choices[d]) : stream.nextDouble();
        }
        return point;
    }

    private RandomStream stream(int dimension, int trial) {
        return RandomStream.of(seed, RandomStream.Purpose.TRIAL, dimension + 1, trial);
    }

    /**
     * Points near those that were good and far from the others: tree-structured Parzen estimation, every dimension for itself
     * (Bergstra et al. 2011). What is proposed counts among the others at once, so that a round does not try one thing
     * several times.
     *
     * @param good points, best first or not; NaN where a place is unknown
     * @param others likewise
     * @param first number of the first trial
     */
    public List<double[]> near(List<double[]> good, List<double[]> others, int first, int count) {
        List<double[]> avoided = new ArrayList<>(others);
        List<double[]> proposed = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double[] next = likeliest(densities(good), densities(avoided), first + i);
            proposed.add(next);
            avoided.add(next);
        }
        return proposed;
    }

    private List<Density> densities(List<double[]> points) {
        List<Density> densities = new ArrayList<>();
        for (int d = 0; d < choices.length; d++) {
            int dimension = d;
            double[] seen = points.stream()
                    .mapToDouble(point -> point[dimension])
                    .filter(place -> !Double.isNaN(place))
                    .toArray();
            densities.add(choices[d] > 0 ? Density.ofChoices(choices[d], seen) : Density.ofRange(seen));
        }
        return densities;
    }

    private double[] likeliest(List<Density> good, List<Density> others, int trial) {
        List<RandomStream> streams = new ArrayList<>();
        for (int d = 0; d < choices.length; d++) {
            streams.add(stream(d, trial));
        }
        double[] best = new double[0];
        double most = Double.NEGATIVE_INFINITY;
        for (int candidate = 0; candidate < CANDIDATES; candidate++) {
            double[] point = new double[choices.length];
            double ratio = 0;
            for (int d = 0; d < point.length; d++) {
                point[d] = good.get(d).draw(streams.get(d));
                ratio += good.get(d).log(point[d]) - others.get(d).log(point[d]);
            }
            if (ratio > most) {
                best = point;
                most = ratio;
            }
        }
        return best;
    }
}
