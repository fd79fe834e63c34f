// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark.internal.rows;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;

/** The order of records, which is that of their rows' content. */
final class RecordOrder implements Comparator<byte[]>, Serializable {
    private static final long serialVersionUID = 1;

    @Override
    public int compare(byte[] one, byte[] other) {
        return Arrays.compareUnsigned(one, other);
    }
}
