// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.testkit.internal;

import dev.nn4j.api.Activation;
import dev.nn4j.api.OnnxForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Whether the form in ONNX that an {@link Activation} gives computes what its {@code forward} computes. A form with an
 * operator that the testkit does not know is checked for its names and attributes only.
 */
public final class ActivationOnnx {
    private static final int OLDEST_OPSET = 13;
    private static final int NEWEST_OPSET = 22;
    private static final int ROWS = 16;
    private static final int WIDTH = 5;
    private static final double RELATIVE = 1e-5;
    private static final double ABSOLUTE = 1e-6;

    private ActivationOnnx() {}

    public static Optional<String> problem(Activation activation, SplittableRandom random) {
        Optional<OnnxForm> form = activation.onnx();
        if (form.isEmpty()) {
            return Optional.empty();
        }
        List<OnnxForm> forms = new ArrayList<>(List.of(form.get()));
        forms.addAll(form.get().alsoReadAs());
        return problem(activation, forms, new float[0], random);
    }

    /** The same of one whose coefficients are rows of the graph. */
    static Optional<String> problem(MovedCoefficients moved, SplittableRandom random) {
        float[] p = moved.of(WIDTH);
        return moved.inner()
                .onnx(OnnxEvaluation.rows(p.length / WIDTH))
                .flatMap(form -> problem(moved, List.of(form), p, random));
    }

    private static Optional<String> problem(
            Activation activation, List<OnnxForm> forms, float[] p, SplittableRandom random) {
        float[] z = new float[ROWS * WIDTH];
        for (int i = 0; i < z.length; i++) {
            z[i] = (float) (random.nextDouble() * 10 - 5);
        }
        float[] a = new float[z.length];
        activation.forward(z, a, 0, z.length, WIDTH);
        for (OnnxForm one : forms) {
            for (int opset = OLDEST_OPSET; opset <= NEWEST_OPSET; opset++) {
                Optional<String> problem = differs(one, opset, z, a, p);
                if (problem.isPresent()) {
                    return problem;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> differs(OnnxForm form, int opset, float[] z, float[] a, float[] p) {
        OnnxEvaluation graph = new OnnxEvaluation(opset, z, WIDTH);
        graph.addRows(p);
        Optional<double[]> values;
        try {
            values = graph.value(form.addTo(graph, OnnxEvaluation.ARGUMENT));
        } catch (IllegalArgumentException e) {
            return Optional.of("opset " + opset + ": " + e.getMessage());
        }
        for (int i = 0; values.isPresent() && i < a.length; i++) {
            double found = values.get()[values.get().length == 1 ? 0 : i];
            if (!(Math.abs(found - a[i]) <= Math.max(ABSOLUTE, RELATIVE * Math.abs(a[i])))) {
                return Optional.of(
                        "opset " + opset + ": at z = " + z[i] + " the form gives " + found + ", forward " + a[i]);
            }
        }
        return Optional.empty();
    }
}
