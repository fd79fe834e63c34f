// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.rules;

import dev.nn4j.api.Activation;
import dev.nn4j.api.ConfigurationException;
import dev.nn4j.api.DataException;
import dev.nn4j.api.Loss;
import dev.nn4j.api.TargetKind;
import dev.nn4j.api.ValueRange;
import dev.nn4j.api.math.ShortestDecimal;
import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.encoding.InputEncoder;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.network.ResidualBlocks;
import org.jspecify.annotations.Nullable;

/** What must hold between loss, rate, network and targets, wherever a training is described. */
public final class LossFit {
    private static final String CALIBRATE = "training.calibrate";
    private static final int BLOCK_ROWS = 1024;
    private static final int BLOCK_FLOATS = 1 << 20;
    /** What the sum of a distribution over the outputs may miss one by, as sums of floats do. */
    private static final double TOLERANCE = 1e-3;

    private LossFit() {}

    /** Passes if steps of this size go downhill. */
    public static void requireRate(double learningRate) {
        if (!(learningRate > 0) || Double.isInfinite(learningRate)) {
            throw new ConfigurationException("optimizer.learningRate", "must be greater than 0, got " + learningRate);
        }
        if ((float) learningRate == 0 || Float.isInfinite((float) learningRate)) {
            throw new ConfigurationException(
                    "optimizer.learningRate",
                    "must be greater than 0, got " + learningRate + ", which is " + (float) learningRate
                            + " as the float that is computed with");
        }
    }

    /** Passes if there are classes to spread a share of the targets over. */
    public static void requireSmoothable(Loss loss, double labelSmoothing) {
        if (labelSmoothing != 0 && loss.targets() == TargetKind.NUMBERS) {
            throw new ConfigurationException(
                    "training.labelSmoothing",
                    "must be 0 for " + loss.name() + ", which judges numbers and not classes, got " + labelSmoothing
                            + "; leave it out");
        }
    }

    /** Passes if there are probabilities to calibrate. */
    public static void requireCalibratable(Loss loss, boolean calibrate) {
        if (calibrate && loss.targets() == TargetKind.NUMBERS) {
            throw new ConfigurationException(
                    CALIBRATE,
                    "must be false for " + loss.name() + ", which judges numbers and not probabilities; leave it out");
        }
    }

    /** Passes if the last layer has logits that a factor can be folded into, and there are rows to find it on. */
    public static void requireCalibratable(NetworkSpec spec, Loss loss, boolean hasValidation) {
        String wanted = loss.targets() == TargetKind.ONE_HOT ? "softmax" : "sigmoid";
        String found = spec.outputLayer().activation().name();
        if (!found.equals(wanted)) {
            throw new ConfigurationException(
                    CALIBRATE,
                    "multiplies what " + wanted + " makes probabilities of, and the last layer has " + found + "; use "
                            + wanted + ", or leave it out");
        }
        if (!hasValidation) {
            throw new ConfigurationException(
                    CALIBRATE,
                    "needs validation rows, and there are none; set training.validationFraction, give validation data,"
                            + " or leave it out");
        }
    }

    /** Passes if the loss can judge what the network gives. */
    public static void requireRange(NetworkSpec spec, Loss loss) {
        Activation output = spec.outputLayer().activation();
        if (!output.range().isWithin(loss.domain())) {
            throw new ConfigurationException(
                    lastLayer(spec) + ".activation",
                    loss.name() + " needs " + wanted(loss.domain()) + ", got " + output.name());
        }
    }

    private static String wanted(ValueRange domain) {
        return switch (domain) {
            case ANY -> "any numbers";
            case NON_NEGATIVE -> "outputs of at least 0; use softplus";
            case UNIT_INTERVAL -> "outputs between 0 and 1; use sigmoid";
            case DISTRIBUTION -> "probabilities that sum to one; use softmax";
        };
    }

    /** Passes if targets are judged as they are, where it is them that are at least 0. */
    public static void requireUnscaled(Loss loss, boolean scalesTargets) {
        if (scalesTargets && loss.targets() == TargetKind.NUMBERS && loss.domain() == ValueRange.NON_NEGATIVE) {
            throw new ConfigurationException(
                    "preprocessing.targetScaling",
                    "must be \"none\" for " + loss.name() + ", whose targets are at least 0 as they are; leave it out");
        }
    }

    /** Passes if there is more than one class to tell apart. */
    public static void requireClasses(NetworkSpec spec, Loss loss) {
        if (loss.targets() == TargetKind.ONE_HOT && spec.outputWidth() < 2) {
            throw new ConfigurationException(
                    lastLayer(spec) + ".outputDim",
                    "must be at least 2, " + loss.name() + " takes one output for each class, got "
                            + spec.outputWidth());
        }
    }

    /**
     * Passes if all targets are such as the loss expects, and then if all inputs are finite: of training data one spoils the
     * weights, and the blame would be the learning rate's; of validation data a loss of NaN would pass for one that is not
     * better. Rows are read once for both.
     *
     * @param what they are, for the message
     */
    public static void requireRows(String what, DataSet data, Loss loss, Cancellation cancellation) {
        int width = data.targetWidth();
        int block = Math.max(1, Math.min(BLOCK_ROWS, BLOCK_FLOATS / Math.max(width, data.inputWidth())));
        float[] inputs = new float[block * data.inputWidth()];
        float[] targets = new float[block * width];
        InputEncoder encoder = InputEncoder.identity(data.inputWidth());
        @Nullable DataException badInput = null;
        DataSet.Reader reader = data.newReader();
        Cancellation.Walk walk = cancellation.newWalk();
        int count;
        for (int from = 0; from < data.rows(); from += count) {
            walk.longStep();
            count = Math.min(block, data.rows() - from);
            reader.read(from, count, inputs, targets);
            for (int row = 0; row < count; row++) {
                requireRow(targets, row * width, width, loss, from + row);
            }
            badInput = badInput == null ? notFinite(encoder, inputs, count, from) : badInput;
        }
        if (badInput != null) {
            throw new IllegalArgumentException("network training: " + what + ", " + badInput.getMessage(), badInput);
        }
    }

    private static @Nullable DataException notFinite(InputEncoder encoder, float[] inputs, int rows, int first) {
        try {
            encoder.requireFinite(inputs, rows, first);
            return null;
        } catch (DataException e) {
            return e;
        }
    }

    private static void requireRow(float[] targets, int at, int width, Loss loss, int row) {
        double sum = 0;
        for (int i = at; i < at + width; i++) {
            boolean fits = loss.targets() == TargetKind.NUMBERS
                    ? Float.isFinite(targets[i]) && (targets[i] >= 0 || loss.domain() != ValueRange.NON_NEGATIVE)
                    : targets[i] >= 0 && targets[i] <= 1;
            if (!fits) {
                throw refused(loss, row, ShortestDecimal.text(targets[i]));
            }
            sum += targets[i];
        }
        if (loss.targets() == TargetKind.ONE_HOT && Math.abs(sum - 1) > TOLERANCE) {
            throw refused(loss, row, "a row that sums to " + sum);
        }
    }

    private static IllegalArgumentException refused(Loss loss, int row, String found) {
        String wanted = switch (loss.targets()) {
            case NUMBERS -> loss.domain() == ValueRange.NON_NEGATIVE ? "numbers of at least 0" : "finite numbers";
            case BINARY -> "numbers from 0 to 1";
            case ONE_HOT -> "a one among zeros, or a distribution that sums to 1,";
        };
        return new IllegalArgumentException("network training: " + loss.name() + " takes " + wanted
                + " as targets, got " + found + " in row " + row);
    }

    public static String lastLayer(NetworkSpec spec) {
        return ResidualBlocks.path(spec.layers(), spec.layers().size() - 1);
    }
}
