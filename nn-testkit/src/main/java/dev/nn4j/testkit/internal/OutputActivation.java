// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.testkit.internal;

/**
 * The two activations over whose logits losses have forms, as their definitions read and in double: the testkit sees no
 * implementation, so it has its own to compare with.
 */
public enum OutputActivation {
    /** {@code a = 1 / (1 + e^−z)}. */
    SIGMOID("sigmoid") {
        @Override
        double[] forward(double[] z) {
            double[] a = new double[z.length];
            for (int j = 0; j < z.length; j++) {
                a[j] = 1 / (1 + StrictMath.exp(-z[j]));
            }
            return a;
        }

        @Override
        double[] backward(double[] a, double[] da) {
            double[] dz = new double[a.length];
            for (int j = 0; j < a.length; j++) {
                dz[j] = a[j] * (1 - a[j]) * da[j];
            }
            return dz;
        }
    },
    /** {@code a = e^z / Σ e^z}. */
    SOFTMAX("softmax") {
        @Override
        double[] forward(double[] z) {
            double sum = 0;
            for (double value : z) {
                sum += StrictMath.exp(value);
            }
            double[] a = new double[z.length];
            for (int j = 0; j < z.length; j++) {
                a[j] = StrictMath.exp(z[j]) / sum;
            }
            return a;
        }

        @Override
        double[] backward(double[] a, double[] da) {
            double mean = 0;
            for (int j = 0; j < a.length; j++) {
                mean += a[j] * da[j];
            }
            double[] dz = new double[a.length];
            for (int j = 0; j < a.length; j++) {
                dz[j] = a[j] * (da[j] - mean);
            }
            return dz;
        }
    };

    private final String registryName;

    OutputActivation(String registryName) {
        this.registryName = registryName;
    }

    public String registryName() {
        return registryName;
    }

    /** The activations of a row of moderate logits. */
    abstract double[] forward(double[] z);

    /** {@code dz = Jᵀ·da}. */
    abstract double[] backward(double[] a, double[] da);
}
