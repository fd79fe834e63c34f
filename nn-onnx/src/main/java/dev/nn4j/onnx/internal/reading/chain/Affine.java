// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.reading.chain;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;

/**
 * x·factor + offset, column by column, in double: what is exact in the file's floats stays so.
 *
 * @param factor one number, or one for each column
 * @param offset as many
 */
public record Affine(double[] factor, double[] offset) {
    /** What changes nothing. */
    public static Affine identity() {
        return multiply(new double[] {1});
    }

    static Affine add(double[] values) {
        double[] ones = new double[values.length];
        Arrays.fill(ones, 1);
        return new Affine(ones, values);
    }

    static Affine multiply(double[] values) {
        return new Affine(values, new double[values.length]);
    }

    /** scale·(x − mean)/√(variance + epsilon) + shift. */
    static Affine normalization(double[] scale, double[] shift, double[] mean, double[] variance, double epsilon) {
        double[] factor = new double[scale.length];
        double[] offset = new double[scale.length];
        for (int i = 0; i < factor.length; i++) {
            factor[i] = scale[i] / Math.sqrt(variance[i] + epsilon);
            offset[i] = shift[i] - mean[i] * factor[i];
        }
        return new Affine(factor, offset);
    }

    public int width() {
        return factor.length;
    }

    /** Whether one number, or a row of that many, can meet this. */
    public boolean fits(int width) {
        return width() == 1 || width == 1 || width() == width;
    }

    /** This, and then another. */
    public Affine then(Affine next) {
        int width = Math.max(width(), next.width());
        double[] theirs = next.stretched(width).factor;
        return new Affine(
                combined(stretched(width).factor, theirs, (mine, their) -> mine * their),
                combined(
                        combined(stretched(width).offset, theirs, (mine, their) -> mine * their),
                        next.stretched(width).offset,
                        Double::sum));
    }

    /** These columns, and behind them others. */
    Affine beside(Affine others) {
        return new Affine(joined(factor, others.factor), joined(offset, others.offset));
    }

    private static double[] joined(double[] one, double[] two) {
        double[] both = Arrays.copyOf(one, one.length + two.length);
        System.arraycopy(two, 0, both, one.length, two.length);
        return both;
    }

    /** With one number for each column. */
    public Affine stretched(int width) {
        return width() == width ? this : new Affine(stretched(factor, width), stretched(offset, width));
    }

    static double[] stretched(double[] values, int width) {
        if (values.length == width) {
            return values;
        }
        double[] stretched = new double[width];
        Arrays.fill(stretched, values[0]);
        return stretched;
    }

    public boolean onlyAdds() {
        return Arrays.stream(factor).allMatch(value -> value == 1);
    }

    private static double[] combined(double[] one, double[] two, DoubleBinaryOperator operator) {
        double[] values = new double[one.length];
        Arrays.setAll(values, i -> operator.applyAsDouble(one[i], two[i]));
        return values;
    }
}
