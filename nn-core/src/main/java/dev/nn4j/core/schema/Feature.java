// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.schema;

import dev.nn4j.api.DataException;
import dev.nn4j.api.DataException.Location;
import dev.nn4j.api.NearestName;
import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.cell.NumberCell;
import dev.nn4j.core.internal.text.ValueText;
import dev.nn4j.core.internal.value.OptionalValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A column that a model reads: what its values are and how missing ones are taken, as fitted to the training rows.
 *
 * @param name of the column
 * @param kind of its values
 * @param missing what becomes of missing ones
 * @since 0.1.0
 */
public record Feature(String name, FeatureKind kind, Missing missing) {
    /** Refuses a policy that the kind does not know. */
    public Feature {
        boolean fits = kind.allows(missing.policy())
                && (missing.fill().isEmpty() || missing.fill().size() == kind.rawWidth());
        if (!fits) {
            throw new IllegalArgumentException("feature '" + name + "': missing values of a " + kind.word()
                    + " cannot be " + missing.policy().word() + " with the fill " + missing.fill());
        }
    }

    /** A number that is always there. */
    public static Feature number(String name) {
        return new Feature(name, new NumberKind(), Missing.error());
    }

    /** Numbers that are always there. */
    public static List<Feature> numbers(List<String> names) {
        List<Feature> features = new ArrayList<>(names.size());
        for (String name : names) {
            features.add(number(name));
        }
        return features;
    }

    /** Numbers that are always there. */
    public static List<Feature> numbers(String... names) {
        return numbers(Arrays.asList(names));
    }

    /** Floats that it takes of a raw row. */
    public int rawWidth() {
        return kind.rawWidth();
    }

    /** Inputs of the network that come of it, the one that tells missing values included. */
    public int inputWidth() {
        return kind.inputWidth() + (hasMissingInput() ? 1 : 0);
    }

    /**
     * Whether one more input is 1 where the value is missing. Where categories are indices, a missing value that is a
     * category of its own has an index of its own instead.
     *
     * @since 0.1.0
     */
    public boolean hasMissingInput() {
        return missing.hasInput() && !hasMissingIndex();
    }

    private boolean hasMissingIndex() {
        return kind.indices() > 0 && missing.policy() == MissingPolicy.OWN_CATEGORY;
    }

    /**
     * How many indices its input tells apart, the missing value's own included, where the input is an index; else 0.
     *
     * @since 0.1.0
     */
    public int indices() {
        return kind.indices() + (hasMissingIndex() ? 1 : 0);
    }

    /**
     * What the inputs of a missing value are, all alike, where nothing is filled in: 0, NaN where it is an error, or its own
     * index.
     *
     * @since 0.1.0
     */
    public float inputWithoutValue() {
        if (missing.policy().isError()) {
            return Float.NaN;
        }
        return hasMissingIndex() ? kind.indices() : 0;
    }

    /** Names of those inputs, for people. */
    public List<String> inputNames() {
        List<String> names = new ArrayList<>(kind.inputNames(name));
        if (hasMissingInput()) {
            names.add(name + " missing");
        }
        return names;
    }

    /** Whether it is a number that is always there: the network sees the raw float itself. */
    public boolean isRaw() {
        return kind instanceof NumberKind && missing.policy().isError();
    }

    /** Whether there is nothing to say of it: a number that is always there, as it is, and written as programs write it. */
    public boolean isPlain() {
        return kind instanceof NumberKind
                && missing.isUnsaid()
                && kind.offset() == 0
                && cellType().format().isPlain();
    }

    /** How its column is kept in a table. */
    public CellType cellType() {
        CellType type = kind.cellType().withMarks(missing.marks());
        return type.isNumber() && !missing.policy().isError() ? type.orMissing() : type;
    }

    /** The same where a missing number is to be noted and not refused. */
    CellType cellTypeWithGaps() {
        return cellType().isNumber() ? cellType().orMissing() : cellType();
    }

    /** Whether a cell holds no value. */
    public boolean isMissing(String cell) {
        return kind.isMissing(cell, missing.marks());
    }

    /**
     * Reads a cell.
     *
     * @param into receives the raw floats at {@code at} on; NaN if the value is missing
     * @throws DataException if it is of another kind, or missing where that is an error
     */
    void read(String cell, Location where, float[] into, int at) {
        if (isMissing(cell)) {
            readMissing(where, into, at);
        } else {
            kind.read(cell, name, where, into, at);
        }
    }

    /** Reads the value of this name; the names of all features are asked for by an error only. */
    void read(Map<String, ?> row, Supplier<List<String>> all, float[] into, int at) {
        Object value = row.get(name);
        if (value == null && !row.containsKey(name)) {
            throw new DataException(
                    "feature '" + name + "' is missing" + NearestName.hintAmongFree(name, row.keySet(), all.get()));
        }
        read(value, into, at);
    }

    /**
     * Reads a value of a Java program; null or an empty Optional is a missing one, and so is NaN, or a text that is a mark,
     * where a policy takes it.
     */
    void read(@Nullable Object given, float[] into, int at) {
        Object value = OptionalValue.in(given);
        boolean required = missing.policy().isError();
        if (value == null && required) {
            throw new DataException("feature '" + name + "' is missing; give it a value");
        }
        if (value == null || (!required && isMissingValue(value))) {
            Arrays.fill(into, at, at + rawWidth(), Float.NaN);
        } else {
            kind.read(value, name, into, at);
        }
    }

    /** NaN of a program is a missing value whatever the marks of texts are, which no other value is taken for. */
    private boolean isMissingValue(Object value) {
        return value instanceof CharSequence ? isMissing(value.toString()) : ValueText.isNaN(value);
    }

    /**
     * Reads a cell of a source that is a number for a feature of numbers, as nearly all values are; says whether it was one
     * about which there is nothing more to say.
     */
    boolean readNumber(@Nullable Object cell, float[] into, int at) {
        return cell instanceof Number number && takes(number.doubleValue(), into, at);
    }

    /** Takes a number for a feature of numbers; says whether that is all that there is to say of it. */
    boolean takes(double number, float[] into, int at) {
        return kind instanceof NumberKind numbers && numbers.take(number, into, at);
    }

    /** Whether a cell that is a plain number is one for this feature, whatever else cells may say. */
    boolean takesPlainNumbers() {
        return kind instanceof NumberKind numbers
                && numbers.format().isPlain()
                && missing.marks().isUsual();
    }

    /** Whether a cell of a source, a text or a value, holds none. */
    boolean isGap(@Nullable Object cell) {
        Object value = cell instanceof String ? cell : OptionalValue.in(cell);
        return value == null || isMissingValue(value);
    }

    /**
     * Reads a cell of a source, a text or a value.
     *
     * @param gap whether it {@linkplain #isGap holds none}
     * @throws DataException as {@link #read(String, Location, float[], int)} throws it
     */
    void readCell(@Nullable Object cell, boolean gap, Location where, float[] into, int at) {
        if (gap) {
            readMissing(where, into, at);
        } else if (cell instanceof CharSequence) {
            kind.read(cell.toString(), name, where, into, at);
        } else {
            readValue(cell, where, into, at);
        }
    }

    private void readValue(@Nullable Object value, Location where, float[] into, int at) {
        try {
            read(value, into, at);
        } catch (DataException e) {
            DataException placed = new DataException(where, String.valueOf(e.getMessage()));
            placed.addSuppressed(e);
            throw placed;
        }
    }

    private void readMissing(Location where, float[] into, int at) {
        if (missing.policy().isError()) {
            throw new DataException(where, NumberCell.missing(name));
        }
        Arrays.fill(into, at, at + rawWidth(), Float.NaN);
    }
}
