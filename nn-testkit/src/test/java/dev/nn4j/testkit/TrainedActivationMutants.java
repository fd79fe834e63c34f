// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.testkit;

import dev.nn4j.api.OnnxForm;
import dev.nn4j.api.TrainedActivation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A sound activation with coefficients of its own, and others made of it by planting one bug each. */
final class TrainedActivationMutants {
    private TrainedActivationMutants() {}

    /** A line on each side of zero. */
    public static class SoundTrained implements TrainedActivation {
        @Override
        public String name() {
            return "test:"
                    + getClass()
                            .getSimpleName()
                            .replaceAll("(?<=.)([A-Z])", "-$1")
                            .toLowerCase(Locale.ROOT);
        }

        @Override
        public List<Coefficient> coefficients() {
            return List.of(new Coefficient("left", 0.25), new Coefficient("right", 1));
        }

        @Override
        public void forward(float[] z, float[] p, float[] a, int from, int to, int width) {
            for (int i = from; i < to; i++) {
                a[i] = slope(z, p, i, width) * z[i];
            }
        }

        @Override
        public void backward(float[] z, float[] p, float[] a, float[] da, float[] dz, int from, int to, int width) {
            for (int i = from; i < to; i++) {
                dz[i] = slope(z, p, i, width) * da[i];
            }
        }

        @Override
        public void derivative(int k, float[] z, float[] p, float[] a, float[] d, int from, int to, int width) {
            for (int i = from; i < to; i++) {
                d[i] = k == side(z[i]) ? z[i] : 0;
            }
        }

        float slope(float[] z, float[] p, int i, int width) {
            return p[side(z[i]) * width + i % width];
        }

        private static int side(float z) {
            return z < 0 ? 0 : 1;
        }

        @Override
        public Optional<OnnxForm> onnx(List<String> coefficients) {
            return Optional.of((graph, z) -> {
                String left = graph.node("Min", z, graph.constant(0));
                String right = graph.node("Max", z, graph.constant(0));
                return graph.node(
                        "Add",
                        graph.node("Mul", coefficients.get(0), left),
                        graph.node("Mul", coefficients.get(1), right));
            });
        }
    }

    /** Has one name for both. */
    public static final class NamesTwice extends SoundTrained {
        @Override
        public List<Coefficient> coefficients() {
            return List.of(new Coefficient("slope", 0.25), new Coefficient("slope", 1));
        }
    }

    /** Gives one derivative for both coefficients. */
    public static final class ForgetsTheOther extends SoundTrained {
        @Override
        public void derivative(int k, float[] z, float[] p, float[] a, float[] d, int from, int to, int width) {
            super.derivative(0, z, p, a, d, from, to, width);
        }
    }

    /** Does not look at its bounds. */
    public static final class DerivesWholeArray extends SoundTrained {
        @Override
        public void derivative(int k, float[] z, float[] p, float[] a, float[] d, int from, int to, int width) {
            super.derivative(k, z, p, a, d, 0, z.length, width);
        }
    }

    /** Takes the first unit's coefficients for all. */
    public static final class SharesAmongUnits extends SoundTrained {
        @Override
        float slope(float[] z, float[] p, int i, int width) {
            return super.slope(z, p, i - i % width, width);
        }
    }

    /** Right where training begins, and wrong from the first step on. */
    public static final class GoesBackFromTheStart extends SoundTrained {
        @Override
        public void backward(float[] z, float[] p, float[] a, float[] da, float[] dz, int from, int to, int width) {
            super.backward(z, start(width), a, da, dz, from, to, width);
        }
    }

    /** Writes to what it is given. */
    public static final class ChangesCoefficients extends SoundTrained {
        @Override
        public void backward(float[] z, float[] p, float[] a, float[] da, float[] dz, int from, int to, int width) {
            super.backward(z, p, a, da, dz, from, to, width);
            p[0] = Math.abs(p[0]) + 1;
        }
    }

    /** Exchanges them in ONNX. */
    public static final class OtherCoefficientsInOnnx extends SoundTrained {
        @Override
        public Optional<OnnxForm> onnx(List<String> coefficients) {
            return super.onnx(List.of(coefficients.get(1), coefficients.get(0)));
        }
    }
}
