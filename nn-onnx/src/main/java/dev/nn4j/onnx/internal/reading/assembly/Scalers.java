// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.reading.assembly;

import dev.nn4j.core.encoding.Scaler;
import dev.nn4j.core.encoding.Scaling;
import dev.nn4j.onnx.internal.reading.chain.Affine;
import dev.nn4j.onnx.internal.reading.graph.OnnxFaults;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Factors and offsets as scalers, which divide by a scale above zero and cannot say everything. */
final class Scalers {
    /** Of a scaled unit. */
    private static final double MOST_OFF = 1.0 / 1024;

    /** Up to here a float holds every whole number. */
    private static final double EVERY_WHOLE = 1 << 24;

    private Scalers() {}

    /** x·f + o = (x − shift) / scale. */
    static Optional<Scaler> before(Affine affine, Scaling scaling) {
        return before(affine, (shift, scale) -> scaler(scaling.isBounded() ? Scaling.ROBUST : scaling, shift, scale));
    }

    /** The same, bent to within bounds: one, or one for each column. */
    static Scaler bent(String who, Affine affine, double[] bounds) {
        double[] all = new double[affine.width()];
        Arrays.setAll(all, c -> bounds[bounds.length == 1 ? 0 : c]);
        return before(
                        affine,
                        (shift, scale) ->
                                scaler(shift, scale, () -> Scaler.smooth(floats(shift), floats(scale), floats(all))))
                .orElseThrow(() -> OnnxFaults.unsupported(
                        who + " bends columns with a factor that is not above zero, which no scaling of nn4j's has"));
    }

    private static Optional<Scaler> before(Affine affine, BiFunction<double[], double[], Optional<Scaler>> made) {
        double[] shift = new double[affine.width()];
        double[] scale = new double[affine.width()];
        for (int c = 0; c < shift.length; c++) {
            scale[c] = 1 / affine.factor()[c];
            shift[c] = affine.offset()[c] == 0 ? 0 : -affine.offset()[c] * scale[c];
        }
        return made.apply(shift, scale);
    }

    /** y·f + o = y·scale + shift. */
    static Optional<Scaler> behind(Affine affine, Scaling scaling) {
        return scaler(scaling, affine.offset(), affine.factor());
    }

    private static Optional<Scaler> scaler(Scaling scaling, double[] shift, double[] scale) {
        Scaling kind = scaling == Scaling.NONE ? Scaling.STANDARD : scaling;
        return scaler(shift, scale, () -> Scaler.of(kind, floats(shift), floats(scale)));
    }

    private static Optional<Scaler> scaler(double[] shift, double[] scale, Supplier<Scaler> made) {
        for (int c = 0; c < shift.length; c++) {
            requireHeld(shift[c], scale[c]);
        }
        try {
            return Optional.of(made.get());
        } catch (IllegalArgumentException outOfRange) {
            return Optional.empty();
        }
    }

    /** What a file of doubles takes off large numbers, a float may hold too coarsely to leave anything to tell apart. */
    private static void requireHeld(double shift, double scale) {
        OnnxFaults.requireSupported(
                !(Math.abs(shift - (float) shift) > MOST_OFF * Math.abs(scale)),
                "its scaling has a shift of " + shift + " for a scale of " + scale
                        + ", which 32-bit floats cannot hold; take the shift off the data first and train without it");
    }

    /** The same of what is added to outputs, whose unit is one. */
    static void requireHeld(Affine affine) {
        for (double offset : affine.offset()) {
            requireHeld(Math.abs(offset) > EVERY_WHOLE ? offset : 0, 1);
        }
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
