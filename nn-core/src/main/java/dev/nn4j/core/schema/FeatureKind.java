// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.schema;

import dev.nn4j.api.DataException;
import dev.nn4j.api.DataException.Location;
import dev.nn4j.core.cell.MissingMarks;
import java.util.List;

/**
 * What a feature's values are: how they are read, and which numbers a network sees of them. A value lies in a raw row as
 * one float or several ({@link #rawWidth}), all NaN where it is missing. Immutable.
 *
 * @since 0.1.0
 */
public sealed interface FeatureKind extends KindPlan permits NumberKind, CategoryKind, BooleanKind, DateTimeKind {
    /** Asks which kind this is. */
    <R> R match(Cases<R> cases);

    @Override
    default <R> R match(KindPlan.Cases<R> cases) {
        Cases<R> ofKinds = cases;
        return match(ofKinds);
    }

    /**
     * One answer for each kind of feature. A later version may add a kind, and with it a method.
     *
     * @param <R> what is answered
     * @since 0.1.0
     */
    interface Cases<R> {
        /** The answer for a number. */
        R number(NumberKind kind);

        /** The answer for a category. */
        R category(CategoryKind kind);

        /** The answer for yes or no. */
        R bool(BooleanKind kind);

        /** The answer for a date or a time. */
        R dateTime(DateTimeKind kind);
    }

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

    /**
     * How many indices its one input tells apart, where the input is an index, for which a layer has rows; else 0. A value of
     * no row is −1.
     *
     * @since 0.1.0
     */
    default int indices() {
        return 0;
    }

    /** Whether the network sees the raw float, which is the only one, as it is. */
    default boolean isCopied() {
        return false;
    }

    /**
     * What is subtracted from a number, in double, before it becomes the float of a raw row; 0 for nearly all.
     *
     * @since 0.1.0
     */
    default double offset() {
        return 0;
    }

    /** This kind with another offset, which only numbers can have. */
    default FeatureKind withOffset(double offset) {
        if (offset != 0) {
            throw new IllegalArgumentException("a " + word() + " has no offset, got " + offset);
        }
        return this;
    }

    /** Whether a cell holds no value. */
    default boolean isMissing(String cell) {
        return isMissing(cell, MissingMarks.usual());
    }

    /** Whether a cell holds no value by these marks. */
    default boolean isMissing(String cell, MissingMarks marks) {
        return marks.isMark(cell);
    }

    /** The texts that it tells apart; empty where any value of the kind will do. */
    default List<String> known() {
        return List.of();
    }

    /** Whether a raw value is none of the {@linkplain #known known} ones. */
    default boolean isUnseen(float raw) {
        return false;
    }

    /**
     * Reads a cell that holds a value.
     *
     * @param column the column's name, for messages
     * @param into receives the raw floats at {@code at} on
     * @throws DataException if the cell is of another kind
     */
    void read(String cell, String column, Location where, float[] into, int at);

    /** Reads the texts that a table of typed values holds for values that are no texts: dates as ISO 8601 names them. */
    default FeatureKind ofTypedValues() {
        return this;
    }

    /** The cell that a file would hold for a text of a table of typed values. */
    default String cellOf(String text) {
        return text;
    }

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
