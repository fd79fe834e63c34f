// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.data;

import dev.nn4j.api.DataException;
import dev.nn4j.api.DataException.Location;
import java.util.List;

/**
 * What a feature's values are: how they are read, and which numbers a network sees of them. A value lies in a raw row as
 * one float or several ({@link #rawWidth}), all NaN where it is missing. Immutable.
 */
public sealed interface FeatureKind extends KindPlan permits NumberKind, CategoryKind, BooleanKind, DateTimeKind {
    /** Floats to a value in a raw row. */
    int rawWidth();

    /** Names of the raw floats of a feature. */
    List<String> rawNames(String feature);

    /** Numbers that the network sees of a value. */
    int inputWidth();

    /** Names of the inputs of a feature, for people. */
    List<String> inputNames(String feature);

    /** Whether inputs are quantities, which may be scaled, and not zeros and ones. */
    boolean isScaled();

    /** Whether the network sees the raw float, which is the only one, as it is. */
    default boolean isCopied() {
        return false;
    }

    /** Whether a cell holds no value. */
    default boolean isMissing(String cell) {
        return Missing.isMark(cell);
    }

    /**
     * Reads a cell that holds a value.
     *
     * @param column the column's name, for messages
     * @param into receives the raw floats at {@code at} on
     * @throws DataException if the cell is of another kind
     */
    void read(String cell, String column, Location where, float[] into, int at);

    /** Java types, boxed, whose values it reads where the type is declared; subtypes too. Of an object it may read more. */
    List<Class<?>> valueTypes();

    /**
     * Reads a value of a Java program.
     *
     * @throws DataException without a place, if it is of another kind
     */
    void read(Object value, String feature, float[] into, int at);

    /** Turns raw floats, none missing, into inputs. */
    void encode(float[] raw, int from, float[] inputs, int to);
}
