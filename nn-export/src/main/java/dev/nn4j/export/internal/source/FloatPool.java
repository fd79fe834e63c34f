// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.export.internal.source;

import dev.nn4j.core.encoding.Scaler;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** All floats of a class in one array, in the order in which they were added. */
final class FloatPool {
    private float[] values = new float[0];

    /** Takes more values; the index of the first of them. */
    int add(float[] more) {
        int from = values.length;
        values = Arrays.copyOf(values, from + more.length);
        System.arraycopy(more, 0, values, from, more.length);
        return from;
    }

    /** Takes more values; the index of the first of them. */
    int add(List<Float> more) {
        float[] unboxed = new float[more.size()];
        for (int i = 0; i < unboxed.length; i++) {
            unboxed[i] = more.get(i);
        }
        return add(unboxed);
    }

    /** Takes a scaler's vectors; the indexes of shift, scale and bounds, as gaps of a piece of source. */
    Map<String, ?> add(Scaler scaler) {
        return Map.of("shift", add(scaler.shift()), "scale", add(scaler.scale()), "bound", add(scaler.bounds()));
    }

    int count() {
        return values.length;
    }

    String blocks() {
        return FloatBlocks.of(values);
    }
}
