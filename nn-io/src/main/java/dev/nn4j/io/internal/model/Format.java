// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.model;

import java.util.Set;

/** The numbers of the model file's format; docs/model-format.md states them for other readers. */
public final class Format {
    /** The format version that is written, and the newest that is read. */
    public static final int VERSION = 1;

    static final int OLDEST_VERSION = 1;
    static final Set<String> FEATURES = Set.of();
    static final String PRODUCER = "nn4j";

    /** "NNMODEL" and 1A, read as a little-endian number. */
    static final long MAGIC = 0x1A4C45444F4D4E4EL;

    static final int FOOTER_BYTES = 55;
    static final long MOST_FILE_BYTES = Integer.MAX_VALUE;
    static final int MOST_METADATA_BYTES = 4 << 20;
    /** Bounds the memory that crafted metadata can ask for: even empty messages cost some. */
    static final int MOST_METADATA_FIELDS = 1 << 19;

    static final int MOST_NESTING = 16;
    static final int MOST_NAME_BYTES = 255;
    /** Golden rows beyond this are left out by the writer, so that wide models still fit the metadata. */
    static final int MOST_GOLDEN_BYTES = 1 << 20;

    static final int FIRST_SKIPPED_SECTION = 100;
    static final int LAST_SKIPPED_SECTION = 999;

    private Format() {}
}
