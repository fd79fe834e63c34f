// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.table;

import dev.nn4j.api.DataException;

/**
 * The file's layout: a header, the rows, the texts that are too many for the dictionary, what floats leave out of numbers
 * ({@link RestLayout}), the {@link Directory}, a CRC-32C
 * of each block of these, and a footer. Numbers are little-endian; sections begin at multiples of {@value #ALIGNMENT}.
 */
final class Layout {
    /** What is written. Of version 1, which is read too, only floats are known of numbers. */
    static final int VERSION = 2;

    static final int FLOATS_ALONE = 1;
    /** "NNTABLE" and 1A, read as a little-endian number. */
    static final long MAGIC = 0x1A454C4241544E4EL;

    static final int HEADER_BYTES = 64;
    static final int FOOTER_BYTES = 64;
    static final int ALIGNMENT = 64;
    static final int BLOCK_BYTES = 1 << 20;

    private Layout() {}

    /** The next place where a section may begin. */
    static long aligned(long place) {
        return (place + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }

    /** The error for a file whose bytes are not those that were written. */
    static DataException damaged(String file, String what) {
        return new DataException(file + ": is damaged: " + what + "; remove it and convert the data again");
    }
}
