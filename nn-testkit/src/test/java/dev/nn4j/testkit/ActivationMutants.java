// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.testkit;

import dev.nn4j.api.Activation;
import dev.nn4j.api.Clamp;
import dev.nn4j.api.OnnxForm;
import dev.nn4j.api.ValueRange;
import dev.nn4j.api.math.FloatMath;
import java.util.Locale;
import java.util.Optional;

/** Three sound activations, and others made of them by planting one bug each. */
final class ActivationMutants {
    private ActivationMutants() {}

    /** silu, written well. */
    public static class Sound implements Activation {
        @Override
        public String name() {
            return "test:"
                    + getClass()
                            .getSimpleName()
                            .replaceAll("(?<=.)([A-Z])", "-$1")
                            .toLowerCase(Locale.ROOT);
        }

        @Override
        public void forward(float[] z, float[] a, int from, int to, int width) {
            for (int i = from; i < to; i++) {
                a[i] = z[i] * FloatMath.sigmoid(z[i]);
            }
        }

        @Override
        public void backward(float[] z, float[] a, float[] da, float[] dz, int from, int to, int width) {
            for (int i = from; i < to; i++) {
                float s = FloatMath.sigmoid(z[i]);
                dz[i] = da[i] * (s * (1 + z[i] * (1 - s)));
            }
        }
    }

    /** Says how ONNX writes it. */
    public static final class SoundInOnnx extends Sound {
        @Override
        public Optional<OnnxForm> onnx() {
            return Optional.of((graph, z) -> graph.node("Mul", z, graph.node("Sigmoid", z)));
        }
    }

    /** Has the sigmoid's slope wrong in ONNX. */
    public static final class OtherInOnnx extends Sound {
        @Override
        public Optional<OnnxForm> onnx() {
            return Optional.of((graph, z) ->
                    graph.node("Mul", z, graph.node("Sigmoid", graph.node("Mul", z, graph.constant(1.01f)))));
        }
    }

    /** Uses a value in ONNX that is not there. */
    public static final class MisnamedInOnnx extends Sound {
        @Override
        public Optional<OnnxForm> onnx() {
            return Optional.of((graph, z) -> graph.node("Mul", z, "sigmoid"));
        }
    }

    /** Says that silu is relu. */
    public static final class DeclaresClamp extends Sound {
        @Override
        public Optional<Clamp> clamp() {
            return Optional.of(new Clamp(0, Float.POSITIVE_INFINITY));
        }
    }

    /** The rectifier but for -0, which shows in one bit. */
    public static final class ClampsElsewhere extends Sound {
        @Override
        public Optional<Clamp> clamp() {
            return Optional.of(new Clamp(0, Float.POSITIVE_INFINITY));
        }

        @Override
        public void forward(float[] z, float[] a, int from, int to, int width) {
            for (int i = from; i < to; i++) {
                a[i] = z[i] < 0 ? 0 : z[i];
            }
        }
    }

    /** softmax, written well. */
    public static class SoundRows extends Sound {
        @Override
        public ValueRange range() {
            return ValueRange.DISTRIBUTION;
        }

        @Override
        public void forward(float[] z, float[] a, int from, int to, int width) {
            for (int row = from; row < to; row += width) {
                float greatest = z[row];
                for (int i = row; i < row + width; i++) {
                    greatest = Math.max(greatest, z[i]);
                }
                float sum = 0;
                for (int i = row; i < row + width; i++) {
                    a[i] = FloatMath.exp(z[i] - greatest);
                    sum += a[i];
                }
                for (int i = row; i < row + width; i++) {
                    a[i] /= sum;
                }
            }
        }

        @Override
        public void backward(float[] z, float[] a, float[] da, float[] dz, int from, int to, int width) {
            for (int row = from; row < to; row += width) {
                float mean = 0;
                for (int i = row; i < row + width; i++) {
                    mean += a[i] * da[i];
                }
                for (int i = row; i < row + width; i++) {
                    dz[i] = a[i] * (da[i] - mean);
                }
            }
        }
    }

    /** Straight lines that meet at 0, ±1 and ±4, on the grid of the random input. */
    public static class Kinked extends Sound {
        @Override
        public void forward(float[] z, float[] a, int from, int to, int width) {
            for (int i = from; i < to; i++) {
                float size = Math.abs(z[i]);
                float folded = 0.9f * Math.min(size, 1) + 0.5f * Math.min(Math.max(size - 1, 0), 3);
                a[i] = z[i] > 0 ? folded : -0.95f * folded;
            }
        }

        @Override
        public void backward(float[] z, float[] a, float[] da, float[] dz, int from, int to, int width) {
            for (int i = from; i < to; i++) {
                float size = Math.abs(z[i]);
                float slope = size < 1 ? 0.9f : size < 4 ? 0.5f : 0;
                dz[i] = da[i] * (z[i] > 0 ? slope : 0.95f * slope);
            }
        }
    }

    /** Multiplies dz by 1.01. */
    public static final class OnePerCentSteeper extends Sound {
        @Override
        public void backward(float[] z, float[] a, float[] da, float[] dz, int from, int to, int width) {
            super.backward(z, a, da, dz, from, to, width);
            for (int i = from; i < to; i++) {
                dz[i] *= 1.01f;
            }
        }
    }

    /** Multiplies dz by −1. */
    public static final class WrongSign extends Sound {
        @Override
        public void backward(float[] z, float[] a, float[] da, float[] dz, int from, int to, int width) {
            super.backward(z, a, da, dz, from, to, width);
            for (int i = from; i < to; i++) {
                dz[i] = -dz[i];
            }
        }
    }

    /** Has no slope left of −4, where it is small. */
    public static final class WrongOnTheLeft extends Sound {
        @Override
        public void backward(float[] z, float[] a, float[] da, float[] dz, int from, int to, int width) {
            super.backward(z, a, da, dz, from, to, width);
            for (int i = from; i < to; i++) {
                dz[i] = z[i] < -4 ? 0 : dz[i];
            }
        }
    }

    /** Gives g' instead of g'·da. */
    public static final class ForgetsUpstream extends Sound {
        @Override
        public void backward(float[] z, float[] a, float[] da, float[] dz, int from, int to, int width) {
            super.backward(z, a, da, dz, from, to, width);
            for (int i = from; i < to; i++) {
                dz[i] /= da[i];
            }
        }
    }

    /** A derivative that is wrong by one per cent between its kinks. */
    public static final class KinkedTooSteep extends Kinked {
        @Override
        public void backward(float[] z, float[] a, float[] da, float[] dz, int from, int to, int width) {
            super.backward(z, a, da, dz, from, to, width);
            for (int i = from; i < to; i++) {
                dz[i] *= 1.01f;
            }
        }
    }

    /** Adds the left neighbour in the row, forward and, wrongly, backward. */
    public static final class JacobianNotTransposed extends Sound {
        @Override
        public void forward(float[] z, float[] a, int from, int to, int width) {
            for (int i = from; i < to; i++) {
                a[i] = i % width == 0 ? z[i] : z[i] + 0.5f * z[i - 1];
            }
        }

        @Override
        public void backward(float[] z, float[] a, float[] da, float[] dz, int from, int to, int width) {
            forward(da, dz, from, to, width);
        }
    }

    /** Says its values are probabilities. */
    public static final class PromisesUnitInterval extends Sound {
        @Override
        public ValueRange range() {
            return ValueRange.UNIT_INTERVAL;
        }
    }

    /** Sigmoids, called a distribution. */
    public static final class PromisesDistribution extends Sound {
        @Override
        public ValueRange range() {
            return ValueRange.DISTRIBUTION;
        }

        @Override
        public void forward(float[] z, float[] a, int from, int to, int width) {
            FloatMath.sigmoid(z, a, from, to);
        }
    }

    /** relu as a comparison that NaN fails. */
    public static final class SwallowsNan extends Sound {
        @Override
        public void forward(float[] z, float[] a, int from, int to, int width) {
            for (int i = from; i < to; i++) {
                a[i] = z[i] > 0 ? z[i] : 0;
            }
        }
    }

    /** Indexes a table without a bound. */
    public static final class LooksUpTable extends Sound {
        private static final float[] TABLE = new float[4096];

        @Override
        public void forward(float[] z, float[] a, int from, int to, int width) {
            for (int i = from; i < to; i++) {
                a[i] = Float.isFinite(z[i]) ? 0 : TABLE[(int) z[i]];
            }
        }
    }

    /** z·e/(1 + e) with an e that overflows. */
    public static final class OverflowsForward extends Sound {
        @Override
        public void forward(float[] z, float[] a, int from, int to, int width) {
            for (int i = from; i < to; i++) {
                float e = FloatMath.exp(z[i]);
                a[i] = z[i] * (e / (1 + e));
            }
        }
    }

    /** z²·0 at great z. */
    public static final class OverflowsBackward extends Sound {
        @Override
        public void backward(float[] z, float[] a, float[] da, float[] dz, int from, int to, int width) {
            super.backward(z, a, da, dz, from, to, width);
            for (int i = from; i < to; i++) {
                dz[i] += z[i] * z[i] * 0;
            }
        }
    }

    /** Ignores from and to. */
    public static final class WorksWholeArray extends Sound {
        @Override
        public void forward(float[] z, float[] a, int from, int to, int width) {
            super.forward(z, a, 0, z.length, width);
        }
    }

    /** An identity that ignores from and to: outside, it leaves what stands in its input. */
    public static final class CopiesWholeArray extends Sound {
        @Override
        public void forward(float[] z, float[] a, int from, int to, int width) {
            System.arraycopy(z, 0, a, 0, z.length);
        }

        @Override
        public void backward(float[] z, float[] a, float[] da, float[] dz, int from, int to, int width) {
            System.arraycopy(da, from, dz, from, to - from);
        }
    }

    /** Takes to for the last index. */
    public static final class WritesOneTooMany extends Sound {
        @Override
        public void backward(float[] z, float[] a, float[] da, float[] dz, int from, int to, int width) {
            super.backward(z, a, da, dz, from, Math.min(to + 1, z.length), width);
        }
    }

    /** Starts at from + 1. */
    public static final class LeavesFirst extends Sound {
        @Override
        public void forward(float[] z, float[] a, int from, int to, int width) {
            super.forward(z, a, from + 1, to, width);
        }
    }

    /** Its last value depends on what follows the slice. */
    public static final class ReadsNeighbour extends Sound {
        @Override
        public void forward(float[] z, float[] a, int from, int to, int width) {
            super.forward(z, a, from, to, width);
            a[to - 1] += to < z.length ? z[to] : 0;
        }
    }

    /** Accumulates into dz. */
    public static final class AddsToOutput extends Sound {
        @Override
        public void backward(float[] z, float[] a, float[] da, float[] dz, int from, int to, int width) {
            float[] mine = new float[dz.length];
            super.backward(z, a, da, mine, from, to, width);
            for (int i = from; i < to; i++) {
                dz[i] += mine[i];
            }
        }
    }

    /** Uses z as scratch space. */
    public static final class ChangesInput extends Sound {
        @Override
        public void forward(float[] z, float[] a, int from, int to, int width) {
            super.forward(z, a, from, to, width);
            z[from] = 0;
        }
    }

    /** Uses da as scratch space. */
    public static final class ChangesUpstream extends Sound {
        @Override
        public void backward(float[] z, float[] a, float[] da, float[] dz, int from, int to, int width) {
            super.backward(z, a, da, dz, from, to, width);
            da[to - 1] += 1;
        }
    }

    /** softmax that takes the slice for one row. */
    public static final class NormalizesWholeSlice extends SoundRows {
        @Override
        public void forward(float[] z, float[] a, int from, int to, int width) {
            super.forward(z, a, from, to, to - from);
        }
    }

    /** Behaves otherwise at every third call. */
    public static final class CountsCalls extends Sound {
        private int calls;

        @Override
        public void forward(float[] z, float[] a, int from, int to, int width) {
            super.forward(z, a, from, to, width);
            a[from] += ++calls % 3 == 0 ? 1 : 0;
        }
    }

    /** Keeps a copy of z in a field while it works. */
    public static final class SharesScratch extends Sound {
        private final float[] scratch = new float[1 << 16];
        private final Rendezvous middle = new Rendezvous();

        @Override
        public void forward(float[] z, float[] a, int from, int to, int width) {
            System.arraycopy(z, from, scratch, from, to - from);
            middle.come();
            super.forward(scratch, a, from, to, width);
        }
    }

    /** Names something that no registry could hold. */
    public static final class NamesNoInitializer extends Sound {
        @Override
        public String suitableInitializer() {
            return "He normal";
        }
    }
}
