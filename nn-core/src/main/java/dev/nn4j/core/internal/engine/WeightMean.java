// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.engine;

/** A mean of the weights, by what share the weights after a step have in it. */
public interface WeightMean {
    /** The share of the weights in the mean after a step, counted from 1; in (0, 1]. */
    float share(long step);

    /**
     * A mean that is exponential in the steps, and soon forgets the first ones.
     *
     * @param keeps its share in the next mean, in (0, 1)
     */
    record Running(double keeps) implements WeightMean {
        @Override
        public float share(long step) {
            return (float) (1 - Math.min(keeps, (1.0 + step) / (10.0 + step)));
        }
    }

    /**
     * An equal mean of the last steps; before them the weights themselves.
     *
     * @param first the step whose weights it begins with
     */
    record Equal(long first) implements WeightMean {
        @Override
        public float share(long step) {
            return step <= first ? 1 : (float) (1.0 / (step - first + 1));
        }
    }

    /** An equal mean of the steps that are left when all but a share of them are done; at least of the last step. */
    static WeightMean ofLast(double share, long steps) {
        long before = (long) ((1 - share) * steps);
        return new Equal(Math.min(before + 1, steps));
    }
}
