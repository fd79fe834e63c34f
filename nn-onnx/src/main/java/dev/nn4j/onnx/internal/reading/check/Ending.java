// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.reading.check;

import dev.nn4j.onnx.internal.evaluation.Value;
import dev.nn4j.onnx.internal.reading.chain.ChainWalk;
import dev.nn4j.onnx.internal.reading.chain.LinearReader;
import dev.nn4j.onnx.internal.reading.graph.OnnxFaults;

/**
 * How the numbers that a graph ends in are compared with a model's.
 *
 * @param value the graph's name for them
 * @param logarithms whether they are logarithms of the model's
 * @param pair whether each of the model's, p, is the second of two, 1 − p and p
 * @param columns whether a column is what is a row of the model's
 */
public record Ending(String value, boolean logarithms, boolean pair, boolean columns) {
    private static final double RELATIVE = 1e-4;
    private static final double ABSOLUTE = 1e-5;

    public static Ending of(String value, ChainWalk.Chain chain) {
        return new Ending(
                value,
                chain.end().filter(ChainWalk::isLogSoftmax).isPresent(),
                chain.classifier().filter(LinearReader::isLogistic).isPresent(),
                chain.layout().columnsAtOutput());
    }

    /**
     * Refuses outputs that differ by more than 1e-4 of their size, 1e-5, and what rounding to 16 bits at every operator
     * would change in their row. What is not a number or infinite must be so on both sides, in the graph's own precision
     * or without any rounding.
     */
    void requireSame(float[] ours, int rows, Value exact, Value typed, Value coarse) {
        OnnxFaults.requireSupported(
                exact.count() == (pair ? 2 : 1) * ours.length,
                OnnxFaults.quoted(value) + " has " + exact.count() + " values for " + rows
                        + " rows, what was read of it " + ours.length);
        int width = ours.length / rows;
        int[] places = new int[width];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < width; column++) {
                int place = columns ? column * rows + row : row * width + column;
                places[column] = pair ? 2 * place + 1 : place;
            }
            double noise = noise(places, exact, typed, coarse);
            for (int column = 0; column < width; column++) {
                float mine = ours[row * width + column];
                requireSame(mine, at(exact, places[column]), at(typed, places[column]), noise);
                if (pair) {
                    requireSame(1 - mine, at(exact, places[column] - 1), at(typed, places[column] - 1), noise);
                }
            }
        }
    }

    private double noise(int[] places, Value exact, Value typed, Value coarse) {
        double noise = 0;
        for (int i : places) {
            double difference = Math.max(Math.abs(at(coarse, i) - at(exact, i)), Math.abs(at(typed, i) - at(exact, i)));
            noise = Double.isFinite(difference) ? Math.max(noise, difference) : noise;
        }
        return noise;
    }

    private double at(Value values, int index) {
        double found = values.at(index);
        return logarithms ? StrictMath.exp(found) : found;
    }

    private void requireSame(double ours, double exact, double typed, double noise) {
        boolean same = isSame(ours, exact, noise) || isSame(ours, typed, noise);
        if (!same) {
            throw OnnxFaults.unsupported("what was read of it does not give its numbers: " + OnnxFaults.quoted(value)
                    + " is " + exact + " where the network read gives " + ours
                    + ", so it uses an operator in a way that is not known; please report it");
        }
    }

    private static boolean isSame(double ours, double theirs, double noise) {
        if (!Double.isFinite(theirs) || !Double.isFinite(ours)) {
            return Double.compare(ours, (float) theirs) == 0;
        }
        return Math.abs(ours - theirs) <= RELATIVE * Math.abs(theirs) + ABSOLUTE + noise;
    }
}
