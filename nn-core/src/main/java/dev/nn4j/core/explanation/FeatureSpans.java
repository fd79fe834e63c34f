// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.explanation;

import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.Schema;

/** Where the features stand in raw rows, a date with all of its parts. */
final class FeatureSpans {
    private final int[] starts;

    FeatureSpans(Schema schema) {
        starts = new int[schema.features().size() + 1];
        int feature = 0;
        for (Feature one : schema.features()) {
            starts[feature + 1] = starts[feature] + one.rawWidth();
            feature++;
        }
    }

    /** How many features. */
    int count() {
        return starts.length - 1;
    }

    /** Where a feature begins in a row. */
    int from(int feature) {
        return starts[feature];
    }

    /** Floats of a feature. */
    int width(int feature) {
        return starts[feature + 1] - starts[feature];
    }

    /** Floats of a row. */
    int rowWidth() {
        return starts[starts.length - 1];
    }

    /** Whether two rows have the same value; what is missing equals what is missing. */
    boolean isSame(int feature, float[] one, int oneRow, float[] other, int otherRow) {
        for (int i = starts[feature]; i < starts[feature + 1]; i++) {
            if (Float.compare(one[oneRow + i], other[otherRow + i]) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Gives a row the value that another has. */
    void copy(int feature, float[] from, int fromRow, float[] to, int toRow) {
        int start = starts[feature];
        System.arraycopy(from, fromRow + start, to, toRow + start, starts[feature + 1] - start);
    }
}
