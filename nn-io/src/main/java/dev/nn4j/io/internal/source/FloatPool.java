// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.source;

import java.util.Arrays;

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

    int count() {
        return values.length;
    }

    String blocks() {
        return FloatBlocks.of(values);
    }
}
