// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.csv;

import dev.nn4j.api.DataException;
import dev.nn4j.api.DataException.Location;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.ZipException;

/** Takes a stream for what it holds: gzip data, which begin with two bytes that no text does, are unpacked. */
final class Unzipped {
    private static final int[] MAGIC = {0x1F, 0x8B};
    /** What to say where unpacking fails. */
    static final String DAMAGED = "holds gzip data that are damaged or cut short here; copy or pack the file again";

    private Unzipped() {}

    /** The text of a stream; the source is named where it is no whole gzip data. */
    static InputStream of(InputStream in, String source) throws IOException {
        PushbackInputStream looked = new PushbackInputStream(in, ForeignFormat.BYTES);
        byte[] first = looked.readNBytes(ForeignFormat.BYTES);
        looked.unread(first);
        ForeignFormat.requireText(first, source);
        boolean zipped = first.length >= MAGIC.length && (first[0] & 0xFF) == MAGIC[0] && (first[1] & 0xFF) == MAGIC[1];
        try {
            return zipped ? new GzipStream(looked) : looked;
        } catch (ZipException | EOFException e) {
            throw new DataException(new Location(source, 1, 1), DAMAGED);
        }
    }
}
