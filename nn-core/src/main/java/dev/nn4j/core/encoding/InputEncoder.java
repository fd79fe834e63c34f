// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.encoding;

import dev.nn4j.api.DataException;
import dev.nn4j.core.internal.text.ArrayLength;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.FeatureKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Turns raw rows into what a network sees: gaps filled, categories one-hot, quantities scaled. A value that is missing,
 * or a category that is unseen, where that is an error becomes NaN. Immutable, and allocates nothing.
 *
 * @since 0.1.0
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
            instead[f] = fills[f].length > 0 ? fills[f][0] : feature.inputWithoutValue();
            indicated[f] = feature.hasMissingInput();
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

    /** Which inputs are quantities, which are always scaled; the others are zeros and ones. */
    boolean[] quantities() {
        boolean[] quantities = new boolean[width];
        int at = 0;
        for (Feature feature : features) {
            Arrays.fill(
                    quantities,
                    at,
                    at + feature.kind().inputWidth(),
                    feature.kind().isScaled());
            at += feature.inputWidth();
        }
        return quantities;
    }

    /** Which inputs are scaled where zeros and ones are: all but indices. */
    boolean[] allButIndices() {
        boolean[] scaled = new boolean[width];
        int at = 0;
        for (Feature feature : features) {
            Arrays.fill(scaled, at, at + feature.inputWidth(), true);
            scaled[at] = feature.indices() == 0;
            at += feature.inputWidth();
        }
        return scaled;
    }

    /** Takes what a policy filled in out of encoded rows, which begin at {@code inputs[first]}: NaN stands for it. */
    void unfill(float[] raw, float[] inputs, int first, int rows) {
        int source = 0;
        int target = first;
        for (int row = 0; row < rows; row++) {
            for (int f = 0; f < features.length; f++) {
                if (fills[f].length > 0 && Float.isNaN(raw[source])) {
                    Arrays.fill(inputs, target, target + features[f].kind().inputWidth(), Float.NaN);
                }
                source += features[f].rawWidth();
                target += features[f].inputWidth();
            }
        }
    }

    /**
     * Encodes rows from one array into another, which must not be the same.
     *
     * @param raw holds {@code rows × rawWidth} from index {@code from} on
     * @param into receives {@code rows × width} from index {@code intoFrom} on
     */
    public void encode(float[] raw, int from, float[] into, int intoFrom, int rows) {
        if (raw == into) {
            throw new IllegalArgumentException("input encoder: inputs cannot be written over the raw rows that are"
                    + " still to be read; give another array");
        }
        if (plain) {
            scaler.apply(raw, from, into, intoFrom, rows, width);
            return;
        }
        if (features.length == 1 && copied[0] && !indicated[0]) {
            fillGaps(raw, from, into, intoFrom, rows);
        } else {
            for (int row = 0; row < rows; row++) {
                encodeRow(raw, from + row * rawWidth, into, intoFrom + row * width);
            }
        }
        scaler.apply(into, intoFrom, into, intoFrom, rows, width);
    }

    /**
     * Passes if a network can be asked about encoded rows: none of their numbers is NaN or infinite.
     *
     * @param inputs {@code rows × width} from index 0 on
     * @param first the first row's number, for the message
     * @throws DataException naming the first row that is not, and its column
     */
    public void requireFinite(float[] inputs, int rows, int first) {
        int at = FiniteNumbers.firstNotFinite(inputs, rows * width);
        if (at >= 0) {
            throw new DataException(
                    "row " + (first + at / width) + " (the first is 0): " + notFinite(at % width, inputs[at]));
        }
    }

    /** What is wrong with an input that is not finite. */
    String notFinite(int input, float found) {
        if (features.length == 0) {
            return "input " + input + " is " + found + ", and must be finite";
        }
        return "'" + featureOf(input).orElseThrow().name() + "' is " + found
                + " as the network reads it, and must be finite; "
                + (Float.isNaN(found)
                        ? "give a value that the model knows, as it has no policy for others"
                        : "give one nearer to those of the training rows, or divide the column by a constant and train again");
    }

    /** The feature that an input comes from; nothing if there are no features. */
    Optional<Feature> featureOf(int input) {
        int end = 0;
        for (Feature feature : features) {
            end += feature.inputWidth();
            if (input < end) {
                return Optional.of(feature);
            }
        }
        return Optional.empty();
    }

    /** The inputs of all rows of a matrix, which is given away: of numbers alone the array itself is scaled. */
    public float[] encodeAll(float[] raw) {
        int rows = raw.length / rawWidth;
        if (plain) {
            scaler.apply(raw, 0, raw, 0, rows, width);
            return raw;
        }
        float[] inputs = new float[ArrayLength.of("encoded inputs", rows, width)];
        encode(raw, 0, inputs, 0, rows);
        return inputs;
    }

    /** Of one feature whose raw floats are its inputs. */
    private void fillGaps(float[] raw, int from, float[] into, int intoFrom, int rows) {
        float fill = instead[0];
        for (int row = 0; row < rows; row++) {
            float number = raw[from + row];
            into[intoFrom + row] = Float.isNaN(number) ? fill : number;
        }
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

    private static float[] unboxed(List<Float> values) {
        float[] unboxed = new float[values.size()];
        for (int i = 0; i < unboxed.length; i++) {
            unboxed[i] = values.get(i);
        }
        return unboxed;
    }
}
