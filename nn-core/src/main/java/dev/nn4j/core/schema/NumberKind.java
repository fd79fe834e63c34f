// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.schema;

import dev.nn4j.api.DataException;
import dev.nn4j.api.DataException.Location;
import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.cell.NumberFormat;
import dev.nn4j.core.internal.text.ShownCell;
import dev.nn4j.core.internal.value.NumberValue;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A finite number, which the network sees as it is, or less an offset.
 *
 * <p>Numbers that are large for their distances, such as times in milliseconds, would become one and the same float. So the
 * training rows may give a column an offset, which is subtracted in double: the raw float is {@code (float) (number −
 * offset)}.
 *
 * @param format how cells write it
 * @param offset what is subtracted, finite as a float too; 0 for nearly all columns
 * @since 0.1.0
 */
public record NumberKind(NumberFormat format, double offset) implements FeatureKind {
    /** Refuses an offset that is not finite. */
    public NumberKind {
        Objects.requireNonNull(format, "number: the format is null; NumberFormat.PLAIN is what programs write");
        if (!Float.isFinite((float) offset)) {
            throw new IllegalArgumentException("number: an offset must be finite as a 32-bit number, got " + offset);
        }
        offset += 0.0; // -0 is 0
    }

    /** Numbers so written, without an offset. */
    public NumberKind(NumberFormat format) {
        this(format, 0);
    }

    /** Numbers written as programs write them. */
    public NumberKind() {
        this(NumberFormat.PLAIN);
    }

    @Override
    public NumberKind withOffset(double other) {
        return new NumberKind(format, other);
    }

    @Override
    public <R> R match(FeatureKind.Cases<R> cases) {
        return cases.number(this);
    }

    @Override
    public String word() {
        return "number";
    }

    @Override
    public CellType cellType() {
        return CellType.numbers(format);
    }

    @Override
    public int rawWidth() {
        return 1;
    }

    @Override
    public List<String> rawNames(String feature) {
        return List.of(feature);
    }

    @Override
    public int inputWidth() {
        return 1;
    }

    @Override
    public List<String> inputNames(String feature) {
        return List.of(feature);
    }

    @Override
    public boolean isScaled() {
        return true;
    }

    @Override
    public boolean isCopied() {
        return true;
    }

    @Override
    public boolean allows(MissingPolicy policy) {
        return policy != MissingPolicy.OWN_CATEGORY;
    }

    @Override
    public void read(String cell, String column, Location where, float[] into, int at) {
        into[at] = lessOffset(format.exact(cell, column, where), offset, column, where);
    }

    @Override
    public List<Class<?>> valueTypes() {
        return NumberValue.types();
    }

    @Override
    public void read(Object value, String feature, float[] into, int at) {
        double number = value instanceof CharSequence
                ? format.exactly(value.toString())
                : NumberValue.of(value).orElseThrow(() -> UnusableValue.ofType(this, value, feature));
        if (!Float.isFinite((float) number)) {
            throw new DataException(
                    "feature '" + feature + "' must be a finite 32-bit number, got " + ShownCell.of(value.toString()));
        }
        into[at] = lessOffset(number, offset, feature, null);
    }

    /** Takes a number that is finite as a float, less its offset too; says whether it is. */
    boolean take(double number, float[] into, int at) {
        into[at] = (float) (number - offset);
        return Float.isFinite(into[at]) && Float.isFinite((float) number);
    }

    /** The float of a number, which less an offset of the other sign may be too large for one. */
    static float lessOffset(double number, double offset, String column, @Nullable Location where) {
        float less = (float) (number - offset);
        if (Float.isInfinite(less)) {
            String problem = "'" + column + "' holds " + number
                    + (offset == 0 ? ", which is" : ", which less its offset of " + offset + " is")
                    + " too large for a 32-bit number; correct it";
            throw where == null
                    ? new DataException("feature " + problem)
                    : new DataException(where, "column " + problem);
        }
        return less;
    }

    @Override
    public void encode(float[] raw, int from, float[] inputs, int to) {
        inputs[to] = raw[from];
    }
}
