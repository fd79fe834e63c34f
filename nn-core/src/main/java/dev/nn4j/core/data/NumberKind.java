// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.data;

import dev.nn4j.api.DataException;
import dev.nn4j.api.DataException.Location;
import java.util.List;

/**
 * A finite number, which the network sees as it is.
 *
 * @param format how cells write it
 */
public record NumberKind(NumberFormat format) implements FeatureKind {
    /** Numbers written as programs write them. */
    public NumberKind() {
        this(NumberFormat.PLAIN);
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
        into[at] = format.parse(cell, column, where);
    }

    @Override
    public List<Class<?>> valueTypes() {
        return List.of(Number.class);
    }

    @Override
    public void read(Object value, String feature, float[] into, int at) {
        float number = value instanceof Number given ? (float) given.doubleValue() : format.parsed(value.toString());
        if (!Float.isFinite(number)) {
            throw new DataException(
                    "feature '" + feature + "' must be a finite 32-bit number, got " + ShownCell.of(value.toString()));
        }
        into[at] = number;
    }

    @Override
    public void encode(float[] raw, int from, float[] inputs, int to) {
        inputs[to] = raw[from];
    }
}
