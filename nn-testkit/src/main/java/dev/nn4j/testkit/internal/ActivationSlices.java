// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.testkit.internal;

import dev.nn4j.api.Activation;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Watches what an {@link Activation} touches: it is called on the middle rows of a batch, twice, with other values in
 * the rows around and in the arrays it is to fill. Only the middle of its output may change, and must not depend on
 * anything else.
 */
public final class ActivationSlices {
    private static final int ROWS = 5;

    private ActivationSlices() {}

    public static Optional<String> problem(Activation activation, SplittableRandom random) {
        for (int width : new int[] {1, 3, 8, 19}) {
            ActivationBatch inside = ActivationBatch.random(random, ROWS, width);
            Framed calm = Framed.around(inside, 0.5f, Float.NaN);
            Framed wild = Framed.around(inside, Float.NaN, 0.25f);
            Optional<String> problem = calm.run(activation).or(() -> wild.run(activation));
            if (problem.isPresent()) {
                return problem;
            }
            if (!calm.result().sameAs(wild.result())) {
                return Optional.of("rows of " + width + ": the result depends on what lies outside [from, to)"
                        + " or lay in the output before");
            }
        }
        return Optional.empty();
    }

    /** A batch with equally many foreign rows before and behind it. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Framed(float[] z, float[] a, float[] da, float[] dz, int from, int to, int width, float earlier) {
        /** What lay in the outputs differs from what lies in the inputs: copied over, it would not show. */
        static Framed around(ActivationBatch inside, float foreign, float earlier) {
            int length = inside.z().length;
            float[] z = filled(3 * length, foreign);
            float[] da = filled(3 * length, foreign);
            System.arraycopy(inside.z(), 0, z, length, length);
            System.arraycopy(inside.da(), 0, da, length, length);
            float[] a = filled(3 * length, earlier);
            float[] dz = filled(3 * length, earlier);
            return new Framed(z, a, da, dz, length, 2 * length, inside.width(), earlier);
        }

        private static float[] filled(int length, float value) {
            float[] array = new float[length];
            Arrays.fill(array, value);
            return array;
        }

        Optional<String> run(Activation activation) {
            float[] zBefore = z.clone();
            float[] daBefore = da.clone();
            activation.forward(z, a, from, to, width);
            float[] aBefore = a.clone();
            activation.backward(z, a, da, dz, from, to, width);
            return changed("z", z, zBefore)
                    .or(() -> changed("a in backward", a, aBefore))
                    .or(() -> changed("da", da, daBefore))
                    .or(() -> written("a", a))
                    .or(() -> written("dz", dz));
        }

        private static Optional<String> changed(String name, float[] array, float[] before) {
            int at = Arrays.mismatch(array, before);
            return at < 0 ? Optional.empty() : Optional.of("writes to its input " + name + " at index " + at);
        }

        private Optional<String> written(String name, float[] array) {
            for (int i = 0; i < array.length; i++) {
                boolean outside = i < from || i >= to;
                if (outside && Float.compare(array[i], earlier) != 0) {
                    return Optional.of("writes " + name + "[" + i + "], which is outside [" + from + ", " + to + ")");
                }
            }
            return Optional.empty();
        }

        ActivationBatch.Result result() {
            return new ActivationBatch.Result(Arrays.copyOfRange(a, from, to), Arrays.copyOfRange(dz, from, to));
        }
    }
}
