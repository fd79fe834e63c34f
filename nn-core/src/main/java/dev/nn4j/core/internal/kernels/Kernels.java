// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.kernels;

import dev.nn4j.api.Clamp;

/**
 * The loops that cost the time. Every element of a result is one chain of {@code fma} in increasing order of the summed
 * index, whatever the implementation, blocking or number of threads: the bits are the same. An object keeps scratch
 * memory and serves one thread at a time.
 *
 * <p>Matrices are row-major and dense: X {@code [rows, in]}, W {@code [in, out]}, Z {@code [rows, out]}. {@code from}
 * arguments are indices of the first element used.
 */
public interface Kernels {
    /** The bias index that stands for no bias. */
    int NO_BIAS = -1;

    /** In how many chains {@link #squares} sums: as many as keep the lanes of any machine busy. */
    int SQUARE_CHAINS = 32;

    /**
     * Makes room for the products of a layer, so that calls allocate nothing, the first included. Not required: but code
     * that was compiled while no call had to grow its memory is thrown away when one does.
     *
     * @param rows the most there will be
     */
    void reserve(int rows, int in, int out);

    /**
     * {@code Z = X·W + b}: element (r, j) is the chain from b_j over i = 0 … in − 1.
     *
     * @param parameters holds W at {@code weights} and b at {@code bias}, or no b
     */
    void affine(
            float[] x,
            int xFrom,
            float[] parameters,
            int weights,
            int bias,
            float[] z,
            int zFrom,
            int rows,
            int in,
            int out);

    /** Prepares an affine map whose parameters will not change, and a clamp after it. */
    FixedWeights fix(float[] parameters, int weights, int bias, int in, int out, Clamp clamp);

    /** {@code A = clamp(X·W + b)}, with the bits of the two done one after the other. */
    void affine(FixedWeights fixed, float[] x, int xFrom, float[] a, int aFrom, int rows);

    /**
     * {@code dW += Xᵀ·dZ} for the rows {@code [inFrom, inTo)} of dW: element (i, j) goes on with its chain over r = 0 …
     * rows − 1.
     *
     * @param gradient holds dW at {@code weights}
     * @param begins whether the chains start from zero and not from what dW holds
     */
    void weightGradient(
            float[] x,
            float[] dz,
            int rows,
            float[] gradient,
            boolean begins,
            int weights,
            int in,
            int out,
            int inFrom,
            int inTo);

    /**
     * {@code db += Σ_r dZ_r}: element j goes on with its sum over r = 0 … rows − 1.
     *
     * @param begins whether the sums start from zero and not from what db holds
     */
    void biasGradient(float[] dz, int rows, float[] gradient, boolean begins, int bias, int out);

    /** {@code dX = dZ·Wᵀ}: element (r, i) is the chain from zero over j = 0 … out − 1. */
    void inputGradient(
            float[] dz, int dzFrom, float[] parameters, int weights, float[] dx, int dxFrom, int rows, int in, int out);

    /**
     * Sums of squares, each of every {@link #SQUARE_CHAINS}th value: element j is the sum over r = 0 … rows − 1 of the squares
     * of {@code values[from + r * SQUARE_CHAINS + j]}, each rounded before it is added.
     *
     * @param rows at least 1
     * @param sums receives them, SQUARE_CHAINS long
     */
    void squares(float[] values, int from, int rows, float[] sums);
}
