// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.testkit.internal;

import dev.nn4j.api.Loss;
import dev.nn4j.api.ValueRange;
import java.util.Optional;
import java.util.SplittableRandom;

/** Compares what {@link Loss#overLogits} returns with the loss after the activation, at logits that do not saturate. */
public final class LogitsForm {
    private static final double TOLERANCE = 1e-4;
    private static final int ROWS = 24;
    private static final int[] WIDTHS = {1, 2, 5, 11};

    private LogitsForm() {}

    public static Optional<String> problem(Loss loss, SplittableRandom random) {
        if (loss.overLogits("no-such-activation").isPresent()) {
            return Optional.of("has a form over the logits of an activation that does not exist");
        }
        for (OutputActivation activation : OutputActivation.values()) {
            Optional<String> problem = loss.overLogits(activation.registryName())
                    .flatMap(form -> problem(loss, form, activation, random))
                    .map(text -> "over the logits of " + activation.registryName() + ": " + text);
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> problem(
            Loss loss, Loss form, OutputActivation activation, SplittableRandom random) {
        if (form.targets() != loss.targets() || form.domain() != ValueRange.ANY) {
            return Optional.of("expects targets " + form.targets() + " instead of " + loss.targets()
                    + ", or predictions " + form.domain() + " instead of " + ValueRange.ANY);
        }
        for (int width : WIDTHS) {
            LossBatch logits = LossBatch.random(form, random, ROWS, width).shrunk(0.125f);
            Optional<String> problem = differs(logits, loss, form, activation);
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> differs(LossBatch logits, Loss loss, Loss form, OutputActivation activation) {
        LossBatch.Result direct = logits.run(form);
        for (int row = 0; row < logits.rows(); row++) {
            double[] a = activation.forward(logits.predictions(row));
            LossBatch composed = logits.row(row, a);
            LossBatch.Result expected = composed.run(loss);
            double[] dz = activation.backward(a, widened(expected.dy()));
            if (!near(direct.rowLoss()[row], expected.rowLoss()[0])) {
                return Optional.of("at " + logits.describe(row) + " the loss is " + direct.rowLoss()[row]
                        + ", but after the activation " + expected.rowLoss()[0]);
            }
            for (int j = 0; j < dz.length; j++) {
                float found = direct.dy()[row * dz.length + j];
                if (!near(found, dz[j])) {
                    return Optional.of("at " + logits.describe(row) + " dz[" + j + "] is " + found
                            + ", but through the activation " + dz[j]);
                }
            }
        }
        return Optional.empty();
    }

    private static double[] widened(float[] values) {
        double[] widened = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            widened[i] = values[i];
        }
        return widened;
    }

    private static boolean near(double found, double expected) {
        return Math.abs(found - expected) <= TOLERANCE * Math.max(0.1, Math.abs(expected));
    }
}
