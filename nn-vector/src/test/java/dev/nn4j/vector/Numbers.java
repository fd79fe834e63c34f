// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.vector;

import java.util.Random;

/** Kinds of numbers that kernels may meet. */
enum Numbers {
    /** As weights and standardised columns are. */
    ORDINARY {
        @Override
        float draw(Random random) {
            return (float) random.nextGaussian();
        }
    },
    /** Zeros of both signs, infinities, NaN, subnormal and greatest numbers among ordinary ones. */
    SPECIAL {
        @Override
        float draw(Random random) {
            return random.nextInt(8) == 0 ? AWKWARD[random.nextInt(AWKWARD.length)] : ORDINARY.draw(random);
        }
    },
    /** Columns of 0 and 1 among ordinary numbers: their sums often lie half-way between two floats, exactly. */
    INDICATORS {
        @Override
        float draw(Random random) {
            return random.nextBoolean() ? random.nextInt(2) : ORDINARY.draw(random);
        }
    },
    /** Products of 25 bits, of which a number that is too small for a double decides how they are rounded. */
    HALF_WAY {
        @Override
        float draw(Random random) {
            float sign = random.nextBoolean() ? 1 : -1;
            return random.nextInt(4) == 0 ? sign * 0x1p-60f : sign * (2 * random.nextInt(1 << 12) + 1);
        }
    },
    /** Products about the least normal float and below. */
    TINY {
        @Override
        float draw(Random random) {
            return (float) (random.nextGaussian() * Math.scalb(1.0, -60 - random.nextInt(20)));
        }
    },
    /** Sums that exceed the greatest float, and may come back below it. */
    HUGE {
        @Override
        float draw(Random random) {
            return (float) (random.nextGaussian() * Math.scalb(1.0, 60 + random.nextInt(5)));
        }
    };

    private static final float[] AWKWARD = {
        0f, -0f, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.MIN_VALUE, 1e-39f, Float.MAX_VALUE
    };

    abstract float draw(Random random);
}
