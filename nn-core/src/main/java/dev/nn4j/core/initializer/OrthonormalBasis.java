// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.initializer;

import dev.nn4j.api.internal.math.DoubleFma;
import dev.nn4j.api.math.RandomStream;

/** Random orthonormal vectors by Gram–Schmidt; all sums run in index order, so that the bits are always the same. */
final class OrthonormalBasis {
    /** A projection that leaves less of a vector than this has cancelled digits and is done again. */
    private static final double CANCELLED = 0.1;

    private OrthonormalBasis() {}

    /** As many vectors of the given length, {@code count <= length}, drawn one after the other. */
    static double[][] draw(int count, int length, RandomStream random) {
        double[][] basis = new double[count][length];
        for (int k = 0; k < count; k++) {
            double norm;
            do {
                norm = drawOrthogonal(basis, k, random);
            } while (norm == 0);
            for (int i = 0; i < length; i++) {
                basis[k][i] /= norm;
            }
        }
        return basis;
    }

    /** Fills vector k with normal draws, takes out what lies along the vectors before it, and returns its length. */
    private static double drawOrthogonal(double[][] basis, int k, RandomStream random) {
        double[] vector = basis[k];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = random.nextGaussian();
        }
        double before;
        double norm = Math.sqrt(dot(vector, vector));
        do {
            before = norm;
            for (int earlier = 0; earlier < k; earlier++) {
                subtract(vector, basis[earlier], dot(vector, basis[earlier]));
            }
            norm = Math.sqrt(dot(vector, vector));
        } while (norm < CANCELLED * before);
        return norm;
    }

    private static void subtract(double[] vector, double[] direction, double amount) {
        for (int i = 0; i < vector.length; i++) {
            vector[i] = DoubleFma.of(-amount, direction[i], vector[i]);
        }
    }

    /** Four chains, so that the additions need not wait for each other. */
    private static double dot(double[] x, double[] y) {
        double p0 = 0, p1 = 0, p2 = 0, p3 = 0;
        int i = 0;
        for (; i <= x.length - 4; i += 4) {
            p0 = DoubleFma.of(x[i], y[i], p0);
            p1 = DoubleFma.of(x[i + 1], y[i + 1], p1);
            p2 = DoubleFma.of(x[i + 2], y[i + 2], p2);
            p3 = DoubleFma.of(x[i + 3], y[i + 3], p3);
        }
        for (; i < x.length; i++) {
            p0 = DoubleFma.of(x[i], y[i], p0);
        }
        return (p0 + p2) + (p1 + p3);
    }
}
