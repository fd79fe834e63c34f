// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.schema;

import dev.nn4j.api.DataException.Location;
import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.internal.text.BooleanCell;
import dev.nn4j.core.internal.text.ValueText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Yes or no, which the network sees as 1 or 0. Cells say true, yes, t, y, on or 1, or their opposites; case is ignored. Any
 * number that is 1 or 0 will do: 1.0.
 *
 * @since 0.1.0
 */
public record BooleanKind() implements FeatureKind {
    /** Whether a cell says yes or no. */
    public static boolean isBoolean(String cell) {
        return !Float.isNaN(BooleanCell.valueOf(cell));
    }

    /** What cells say, in lower case. */
    public static List<String> words(boolean yes) {
        return (yes ? BooleanCell.YES : BooleanCell.NO).stream().sorted().toList();
    }

    @Override
    public <R> R match(FeatureKind.Cases<R> cases) {
        return cases.bool(this);
    }

    @Override
    public String word() {
        return "boolean";
    }

    @Override
    public CellType cellType() {
        return CellType.TEXT;
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
        return false;
    }

    @Override
    public boolean isCopied() {
        return true;
    }

    @Override
    public boolean allows(MissingPolicy policy) {
        return policy != MissingPolicy.MEAN && policy != MissingPolicy.MEDIAN;
    }

    @Override
    public void read(String cell, String column, Location where, float[] into, int at) {
        into[at] = required(cell, "column '" + column + "'", where);
    }

    @Override
    public List<Class<?>> valueTypes() {
        return List.of(Boolean.class, Number.class, CharSequence.class, Character.class, Enum.class);
    }

    @Override
    public void read(Object value, String feature, float[] into, int at) {
        String text = ValueText.of(value).orElseThrow(() -> UnusableValue.ofType(this, value, feature));
        into[at] = required(text, "feature '" + feature + "'", null);
    }

    private static float required(String text, String who, @Nullable Location where) {
        float value = BooleanCell.valueOf(text);
        if (Float.isNaN(value)) {
            throw UnusableValue.of(where, who, BooleanCell.WANTED, text.trim());
        }
        return value;
    }

    @Override
    public void encode(float[] raw, int from, float[] inputs, int to) {
        inputs[to] = raw[from];
    }
}
