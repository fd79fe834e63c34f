// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.data;

import dev.nn4j.api.DataException;
import dev.nn4j.api.DataException.Location;
import dev.nn4j.api.NearestName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A column that a model reads: what its values are and how missing ones are taken, as fitted to the training rows.
 *
 * @param name of the column
 * @param kind of its values
 * @param missing what becomes of missing ones
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
        return kind.inputWidth() + (missing.hasInput() ? 1 : 0);
    }

    /** Names of those inputs, for people. */
    public List<String> inputNames() {
        List<String> names = new ArrayList<>(kind.inputNames(name));
        if (missing.hasInput()) {
            names.add(name + " missing");
        }
        return names;
    }

    /** Whether it is a number that is always there: the network sees the raw number itself. */
    public boolean isRaw() {
        return kind instanceof NumberKind && missing.policy() == MissingPolicy.ERROR;
    }

    /** Whether there is nothing to say of it: a number that is always there and written as programs write it. */
    public boolean isPlain() {
        return isRaw() && cellType().format().isPlain();
    }

    /** How its column is kept in a table. */
    CellType cellType() {
        boolean gaps = kind.cellType().isNumber() && missing.policy() != MissingPolicy.ERROR;
        return gaps ? kind.cellType().orMissing() : kind.cellType();
    }

    /**
     * Reads a cell.
     *
     * @param into receives the raw floats at {@code at} on; NaN if the value is missing
     * @throws DataException if it is of another kind, or missing where that is an error
     */
    void read(String cell, Location where, float[] into, int at) {
        if (!isRaw() && kind.isMissing(cell)) {
            readMissing(where, into, at);
        } else {
            kind.read(cell, name, where, into, at);
        }
    }

    /** Reads the value of this name. */
    void read(Map<String, ?> row, float[] into, int at) {
        Object value = row.get(name);
        if (value == null && !row.containsKey(name)) {
            throw new DataException("feature '" + name + "' is missing" + NearestName.hint(name, row.keySet()));
        }
        read(value, into, at);
    }

    /** Reads a value of a Java program; null is a missing one, and so is NaN where a policy takes it. */
    void read(@Nullable Object value, float[] into, int at) {
        boolean required = missing.policy() == MissingPolicy.ERROR;
        if (value == null && required) {
            throw new DataException("feature '" + name + "' is missing; give it a value");
        }
        if (value == null || (!required && kind.isMissing(value.toString()))) {
            Arrays.fill(into, at, at + rawWidth(), Float.NaN);
        } else {
            kind.read(value, name, into, at);
        }
    }

    private void readMissing(Location where, float[] into, int at) {
        if (missing.policy() == MissingPolicy.ERROR) {
            throw new DataException(where, NumberCell.missing(name));
        }
        Arrays.fill(into, at, at + rawWidth(), Float.NaN);
    }
}
