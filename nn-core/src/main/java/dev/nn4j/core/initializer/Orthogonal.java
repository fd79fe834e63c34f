// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.initializer;

import dev.nn4j.api.Hyperparameter;
import dev.nn4j.api.Hyperparameters;
import dev.nn4j.api.Initializer;
import dev.nn4j.api.Range;
import dev.nn4j.api.math.RandomStream;

/**
 * A random matrix with orthogonal rows or columns, whichever are fewer, of length {@code gain}: signals pass through
 * deep stacks without growing or fading (Saxe et al. 2014).
 *
 * <p>Drawn evenly among all such matrices: the Q of a Gaussian matrix whose R has a positive diagonal (Mezzadri 2007),
 * by Gram–Schmidt in double. A vector of which a projection leaves little is projected again, so that all are
 * orthogonal to working precision (Daniel et al. 1976).
 *
 * @param gain length of the orthogonal vectors
 * @since 0.1.0
 */
public record Orthogonal(double gain) implements Initializer {
    private static final Hyperparameter<Double> GAIN =
            Hyperparameter.floatNumber("gain", 1, Range.closed(0, 1e6), "length of the orthogonal vectors");

    /** Checks the gain. */
    public Orthogonal {
        GAIN.check("orthogonal", gain);
    }

    /** With the default gain, which keeps lengths. */
    public Orthogonal() {
        this(GAIN.defaultValue());
    }

    @Override
    public String name() {
        return "orthogonal";
    }

    @Override
    public Hyperparameters hyperparameters() {
        return Hyperparameters.of(GAIN, gain);
    }

    @Override
    public Orthogonal with(Hyperparameters values) {
        return new Orthogonal(values.get(GAIN));
    }

    @Override
    public void initialize(float[] w, int from, int fanIn, int fanOut, RandomStream random) {
        boolean wide = fanIn < fanOut;
        double[][] basis = OrthonormalBasis.draw(Math.min(fanIn, fanOut), Math.max(fanIn, fanOut), random);
        for (int i = 0; i < fanIn; i++) {
            for (int j = 0; j < fanOut; j++) {
                double element = wide ? basis[i][j] : basis[j][i];
                w[from + i * fanOut + j] = (float) (gain * element);
            }
        }
    }
}
