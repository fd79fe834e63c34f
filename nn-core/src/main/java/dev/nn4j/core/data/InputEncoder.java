// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.data;

import java.util.Arrays;
import java.util.List;

/**
 * Turns raw rows into what a network sees: gaps filled, categories one-hot, quantities scaled. A value that is missing,
 * or a category that is unseen, where that is an error becomes NaN. Immutable, and allocates nothing.
 */
public final class InputEncoder {
    private final Feature[] features;
    private final float[][] fills;
    private final Scaler scaler;
    private final int rawWidth;
    private final int width;
    private final boolean plain;

    /**
     * Encodes these features.
     *
     * @param scaler of all inputs, or none
     */
    public InputEncoder(List<Feature> features, Scaler scaler) {
        this.features = features.toArray(new Feature[0]);
        this.fills = new float[this.features.length][];
        this.scaler = scaler;
        int raw = 0;
        int inputs = 0;
        boolean numbers = true;
        for (int f = 0; f < this.features.length; f++) {
            Feature feature = this.features[f];
            raw += feature.rawWidth();
            inputs += feature.inputWidth();
            numbers &= feature.isRaw();
            fills[f] = unboxed(feature.missing().fill());
        }
        this.rawWidth = raw;
        this.width = inputs;
        this.plain = numbers;
    }

    private InputEncoder(int width) {
        this.features = new Feature[0];
        this.fills = new float[0][];
        this.scaler = Scaler.none();
        this.rawWidth = width;
        this.width = width;
        this.plain = true;
    }

    /** Leaves rows of this width as they are. */
    public static InputEncoder identity(int width) {
        return new InputEncoder(width);
    }

    /** Floats to a raw row. */
    public int rawWidth() {
        return rawWidth;
    }

    /** Inputs to a row. */
    public int width() {
        return width;
    }

    /** Which inputs are quantities, and so scaled; the others are zeros and ones. */
    boolean[] scaled() {
        boolean[] scaled = new boolean[width];
        int at = 0;
        for (Feature feature : features) {
            Arrays.fill(
                    scaled, at, at + feature.kind().inputWidth(), feature.kind().isScaled());
            at += feature.inputWidth();
        }
        return scaled;
    }

    /**
     * Encodes rows from one array into another, which must not be the same.
     *
     * @param raw holds {@code rows × rawWidth} from index {@code from} on
     * @param into receives {@code rows × width} from index {@code intoFrom} on
     */
    public void encode(float[] raw, int from, float[] into, int intoFrom, int rows) {
        if (plain) {
            scaler.apply(raw, from, into, intoFrom, rows, width);
            return;
        }
        for (int row = 0; row < rows; row++) {
            encodeRow(raw, from + row * rawWidth, into, intoFrom + row * width);
        }
        scaler.apply(into, intoFrom, into, intoFrom, rows, width);
    }

    /** The inputs of all rows of a matrix, which is given away: of numbers alone the array itself is scaled. */
    public float[] encodeAll(float[] raw) {
        int rows = raw.length / rawWidth;
        if (plain) {
            scaler.apply(raw, 0, raw, 0, rows, width);
            return raw;
        }
        float[] inputs = new float[Math.multiplyExact(rows, width)];
        encode(raw, 0, inputs, 0, rows);
        return inputs;
    }

    private void encodeRow(float[] raw, int from, float[] into, int to) {
        int source = from;
        int target = to;
        for (int f = 0; f < features.length; f++) {
            Feature feature = features[f];
            boolean missing = Float.isNaN(raw[source]);
            encodeValue(feature, missing, fills[f], raw, source, into, target);
            source += feature.rawWidth();
            target += feature.inputWidth();
            if (feature.missing().hasInput()) {
                into[target - 1] = missing ? 1 : 0;
            }
        }
    }

    private static void encodeValue(
            Feature feature, boolean missing, float[] fill, float[] raw, int from, float[] into, int to) {
        FeatureKind kind = feature.kind();
        if (!missing) {
            kind.encode(raw, from, into, to);
        } else if (feature.missing().policy().fills()) {
            kind.encode(fill, 0, into, to);
        } else {
            boolean error = feature.missing().policy() == MissingPolicy.ERROR;
            Arrays.fill(into, to, to + kind.inputWidth(), error ? Float.NaN : 0);
        }
    }

    private static float[] unboxed(List<Float> values) {
        float[] unboxed = new float[values.size()];
        for (int i = 0; i < unboxed.length; i++) {
            unboxed[i] = values.get(i);
        }
        return unboxed;
    }
}
