// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.losses;

import dev.nn4j.api.Hyperparameter;
import dev.nn4j.api.Hyperparameters;
import dev.nn4j.api.Loss;
import dev.nn4j.api.Range;
import dev.nn4j.api.TargetKind;
import dev.nn4j.api.ValueRange;
import java.util.Optional;

/**
 * Focal loss (Lin et al. 2017): binary cross-entropy in which rows that are told apart well count little, for where one class
 * is rare: {@code L = −(1/n)·Σ (α·t·(1 − y)^γ·log y + (1 − α)·(1 − t)·y^γ·log(1 − y))}. Logarithms are at least −100 and
 * denominators at least 1e-12.
 *
 * <p>Predictions are probabilities, each of its own label, rather less sure than they may be: calibrate them. Over the logits
 * of a sigmoid it has a form that is exact however sure the network is.
 *
 * @param gamma how little rows count that are told apart, at least 0; 0 gives cross-entropy
 * @param alpha weight of ones, in [0, 1]; zeros have 1 − alpha
 * @since 0.1.0
 */
public record Focal(double gamma, double alpha) implements Loss {
    private static final String NAME = "focal";
    private static final Hyperparameter<Double> GAMMA = Hyperparameter.floatNumber(
            "gamma", 2, Range.atLeast(0), "how little rows count that are told apart; 0 gives cross-entropy");
    private static final Hyperparameter<Double> ALPHA =
            Hyperparameter.floatNumber("alpha", 0.25, Range.closed(0, 1), "weight of ones; zeros have the rest of 1");

    /**
     * With the given values.
     *
     * @throws IllegalArgumentException if one is out of range
     */
    public Focal {
        GAMMA.check(NAME, gamma);
        ALPHA.check(NAME, alpha);
    }

    /** With gamma 2 and alpha 0.25. */
    public Focal() {
        this(GAMMA.defaultValue(), ALPHA.defaultValue());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Hyperparameters hyperparameters() {
        return Hyperparameters.of(GAMMA, gamma).and(ALPHA, alpha);
    }

    @Override
    public Focal with(Hyperparameters values) {
        return new Focal(values.get(GAMMA), values.get(ALPHA));
    }

    @Override
    public TargetKind targets() {
        return TargetKind.BINARY;
    }

    @Override
    public ValueRange domain() {
        return ValueRange.UNIT_INTERVAL;
    }

    @Override
    public Optional<Loss> overLogits(String activationName) {
        return activationName.equals("sigmoid") ? Optional.of(new FocalOverLogits(gamma, alpha)) : Optional.empty();
    }

    @Override
    public void loss(float[] y, float[] t, double[] rowLoss, int from, int to, int width) {
        for (int row = from; row < to; row += width) {
            double sum = 0;
            for (int i = row; i < row + width; i++) {
                double yes = power(1 - (double) y[i], gamma) * CrossEntropy.log(y[i]);
                double no = power(y[i], gamma) * CrossEntropy.logOfComplement(y[i]);
                sum -= alpha * t[i] * yes + (1 - alpha) * (1 - (double) t[i]) * no;
            }
            rowLoss[row / width] = sum / width;
        }
    }

    @Override
    public void gradient(float[] y, float[] t, float[] dy, int from, int to, int width) {
        for (int i = from; i < to; i++) {
            double p = y[i];
            double yes = slope(p, CrossEntropy.log(y[i]));
            double no = slope(1 - p, CrossEntropy.logOfComplement(y[i]));
            dy[i] = (float) (((1 - alpha) * (1 - (double) t[i]) * no - alpha * t[i] * yes) / width);
        }
    }

    /** The slope of (1 − p)^γ·log p. */
    private double slope(double p, double logarithm) {
        double least = CrossEntropy.LEAST_DENOMINATOR;
        double rest = Math.max(1 - p, least);
        return power(1 - p, gamma) / Math.max(p, least) - gamma * power(rest, gamma - 1) * logarithm;
    }

    /** Probabilities beyond [0, 1] count as 0 or 1. */
    private static double power(double base, double exponent) {
        return exponent == 0 ? 1 : StrictMath.pow(Math.max(base, 0), exponent);
    }
}
