// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx;

import dev.nn4j.api.Activation;
import dev.nn4j.api.Hyperparameter;
import dev.nn4j.api.Hyperparameters;
import dev.nn4j.api.OnnxForm;
import dev.nn4j.api.Range;
import dev.nn4j.api.math.FloatMath;
import java.util.Optional;

/** A third party's activation, z·σ(beta·z), which says how ONNX writes it. */
record OnnxSwish(double beta) implements Activation {
    private static final Hyperparameter<Double> BETA =
            Hyperparameter.number("beta", 1.5, Range.greaterThan(0), "how steep the gate is");

    @Override
    public String name() {
        return "acme:swish";
    }

    @Override
    public Hyperparameters hyperparameters() {
        return Hyperparameters.of(BETA, beta);
    }

    @Override
    public OnnxSwish with(Hyperparameters values) {
        return new OnnxSwish(values.get(BETA));
    }

    @Override
    public Optional<OnnxForm> onnx() {
        return Optional.of((graph, z) ->
                graph.node("Mul", z, graph.node("Sigmoid", graph.node("Mul", z, graph.constant((float) beta)))));
    }

    @Override
    public void forward(float[] z, float[] a, int from, int to, int width) {
        for (int i = from; i < to; i++) {
            a[i] = z[i] * FloatMath.sigmoid((float) beta * z[i]);
        }
    }

    @Override
    public void backward(float[] z, float[] a, float[] da, float[] dz, int from, int to, int width) {
        throw new UnsupportedOperationException("only predicts");
    }

    /** The same under another name, saying nothing of ONNX. */
    Activation withoutForm() {
        return closed(Optional.empty());
    }

    /** The same under another name, with this form. */
    Activation withForm(OnnxForm form) {
        return closed(Optional.of(form));
    }

    private Activation closed(Optional<OnnxForm> form) {
        OnnxSwish swish = this;
        return new Activation() {
            @Override
            public String name() {
                return "acme:closed";
            }

            @Override
            public Optional<OnnxForm> onnx() {
                return form;
            }

            @Override
            public void forward(float[] z, float[] a, int from, int to, int width) {
                swish.forward(z, a, from, to, width);
            }

            @Override
            public void backward(float[] z, float[] a, float[] da, float[] dz, int from, int to, int width) {
                swish.backward(z, a, da, dz, from, to, width);
            }
        };
    }
}
