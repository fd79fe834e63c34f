// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.benchmarks;

import dev.nn4j.core.internal.kernels.Kernels;
import java.util.SplittableRandom;

/** One of a dense layer's three matrix products on random numbers, by the kernels alone. */
public final class LayerProduct {
    /** Which product; NN, NT and TN are what matrix libraries call them. */
    public enum Kind {
        /** {@code Z = X·W}, NN. */
        FORWARD,
        /** {@code dX = dZ·Wᵀ}, NT. */
        INPUT_GRADIENT,
        /** {@code dW += Xᵀ·dZ}, TN. */
        WEIGHT_GRADIENT
    }

    private final Kind kind;
    private final int rows;
    private final int in;
    private final int out;
    private final float[] x;
    private final float[] w;
    private final float[] z;

    /** The product of a layer of this width on so many rows. */
    public LayerProduct(Kind kind, int rows, int in, int out) {
        this.kind = kind;
        this.rows = rows;
        this.in = in;
        this.out = out;
        SplittableRandom random = new SplittableRandom(1);
        x = kind == Kind.INPUT_GRADIENT ? new float[rows * in] : random(random, rows * in);
        w = kind == Kind.WEIGHT_GRADIENT ? new float[in * out] : random(random, in * out);
        z = kind == Kind.FORWARD ? new float[rows * out] : random(random, rows * out);
    }

    /** The product of a layer written as rows, inputs and outputs: {@code 128x784x512}. */
    public static LayerProduct ofShape(Kind kind, String shape) {
        String[] sizes = shape.split("x", -1);
        if (sizes.length != 3) {
            throw new IllegalArgumentException(
                    "shape: must be rows x inputs x outputs as in 128x784x512, got " + shape);
        }
        return new LayerProduct(
                kind, Integer.parseInt(sizes[0]), Integer.parseInt(sizes[1]), Integer.parseInt(sizes[2]));
    }

    /** Floating-point operations of one product. */
    public double operations() {
        return 2.0 * rows * in * out;
    }

    /** Computes the product. */
    public void multiply(Kernels kernels) {
        switch (kind) {
            case FORWARD -> kernels.affine(x, 0, w, 0, Kernels.NO_BIAS, z, 0, rows, in, out);
            case INPUT_GRADIENT -> kernels.inputGradient(z, 0, w, 0, x, 0, rows, in, out);
            case WEIGHT_GRADIENT -> kernels.weightGradient(x, z, rows, w, false, 0, in, out, 0, in);
        }
    }

    /** The largest error of every 37th element; to be asked after one product only. */
    public double error() {
        double worst = 0;
        for (int i = 0; i < result().length; i += 37) {
            worst = Math.max(worst, Math.abs(result()[i] - expected(i)));
        }
        return worst;
    }

    private float[] result() {
        return switch (kind) {
            case FORWARD -> z;
            case INPUT_GRADIENT -> x;
            case WEIGHT_GRADIENT -> w;
        };
    }

    private double expected(int index) {
        return switch (kind) {
            case FORWARD -> dot(x, index / out * in, 1, w, index % out, out, in);
            case INPUT_GRADIENT -> dot(z, index / in * out, 1, w, index % in * out, 1, out);
            case WEIGHT_GRADIENT -> dot(x, index / out, in, z, index % out, out, rows);
        };
    }

    private static double dot(float[] a, int aFrom, int aStep, float[] b, int bFrom, int bStep, int length) {
        double sum = 0;
        for (int p = 0; p < length; p++) {
            sum += (double) a[aFrom + p * aStep] * b[bFrom + p * bStep];
        }
        return sum;
    }

    private static float[] random(SplittableRandom random, int length) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) random.nextDouble(-1, 1);
        }
        return values;
    }
}
