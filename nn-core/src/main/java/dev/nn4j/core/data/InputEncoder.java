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
    /** Whether a feature's raw float is its input, and what is where it is missing. */
    private final boolean[] copied;

    private final float[] instead;
    private final boolean[] indicated;
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
        this.copied = new boolean[this.features.length];
        this.instead = new float[this.features.length];
        this.indicated = new boolean[this.features.length];
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
            copied[f] = feature.kind().isCopied();
            instead[f] = fills[f].length > 0 ? fills[f][0] : withoutFill(feature);
            indicated[f] = feature.missing().hasInput();
        }
        this.rawWidth = raw;
        this.width = inputs;
        this.plain = numbers;
    }

    private InputEncoder(int width) {
        this.features = new Feature[0];
        this.fills = new float[0][];
        this.copied = new boolean[0];
        this.instead = new float[0];
        this.indicated = new boolean[0];
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

    /** Whether a raw row is what the network sees. */
    public boolean isIdentity() {
        return plain && scaler.scaling() == Scaling.NONE;
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
            boolean missing = Float.isNaN(raw[source]);
            if (copied[f]) {
                into[target++] = missing ? instead[f] : raw[source];
                source++;
            } else {
                FeatureKind kind = features[f].kind();
                encodeValue(f, kind, missing, raw, source, into, target);
                source += kind.rawWidth();
                target += kind.inputWidth();
            }
            if (indicated[f]) {
                into[target++] = missing ? 1 : 0;
            }
        }
    }

    private void encodeValue(int f, FeatureKind kind, boolean missing, float[] raw, int from, float[] into, int to) {
        if (!missing) {
            kind.encode(raw, from, into, to);
        } else if (fills[f].length > 0) {
            kind.encode(fills[f], 0, into, to);
        } else {
            Arrays.fill(into, to, to + kind.inputWidth(), instead[f]);
        }
    }

    /** What the inputs of a missing value are that nothing fills. */
    private static float withoutFill(Feature feature) {
        return feature.missing().policy() == MissingPolicy.ERROR ? Float.NaN : 0;
    }

    private static float[] unboxed(List<Float> values) {
        float[] unboxed = new float[values.size()];
        for (int i = 0; i < unboxed.length; i++) {
            unboxed[i] = values.get(i);
        }
        return unboxed;
    }
}
