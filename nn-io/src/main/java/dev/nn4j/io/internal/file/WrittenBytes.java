// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** Takes into memory what is written to a stream. */
public final class WrittenBytes {
    private WrittenBytes() {}

    /** Writes something. */
    @FunctionalInterface
    public interface Content {
        /** Writes all of it. */
        void writeTo(OutputStream out) throws IOException;
    }

    /** All bytes that are written; memory refuses none, so what fails is the content's own limit. */
    public static byte[] of(Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            content.writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
