// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.reading;

import dev.nn4j.core.data.Scaler;
import dev.nn4j.core.data.Scaling;
import java.util.Optional;

/** Factors and offsets as scalers, which divide by a scale above zero and cannot say everything. */
final class Scalers {
    private Scalers() {}

    /** x·f + o = (x − shift) / scale. */
    static Optional<Scaler> before(Affine affine, Scaling scaling) {
        double[] shift = new double[affine.width()];
        double[] scale = new double[affine.width()];
        for (int c = 0; c < shift.length; c++) {
            scale[c] = 1 / affine.factor()[c];
            shift[c] = affine.offset()[c] == 0 ? 0 : -affine.offset()[c] * scale[c];
        }
        return scaler(scaling, shift, scale);
    }

    /** y·f + o = y·scale + shift. */
    static Optional<Scaler> behind(Affine affine, Scaling scaling) {
        return scaler(scaling, affine.offset(), affine.factor());
    }

    private static Optional<Scaler> scaler(Scaling scaling, double[] shift, double[] scale) {
        try {
            Scaling kind = scaling == Scaling.NONE ? Scaling.STANDARD : scaling;
            return Optional.of(Scaler.of(kind, floats(shift), floats(scale)));
        } catch (IllegalArgumentException outOfRange) {
            return Optional.empty();
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
