// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.packed;

import java.io.IOException;
import java.io.InputStream;

/**
 * Unpacks what is packed in one way: the service by which files of rows may be packed otherwise than by gzip, which needs
 * none. One class does it, in {@code provides} and in {@code META-INF/services}. Stateless and safe for all threads.
 *
 * @since 0.1.0
 */
public interface Unpacker {
    /** What it unpacks, in a word for messages: {@code zstd}. */
    String name();

    /**
     * Whether a stream that begins so is packed in this way.
     *
     * @param beginning its first bytes, 128 at most
     */
    boolean unpacks(byte[] beginning);

    /**
     * The bytes as they were before they were packed; closing them closes the stream.
     *
     * @return a stream that throws a {@link java.util.zip.ZipException} or an {@link java.io.EOFException} where what is
     *     packed is damaged or cut short
     * @throws IOException the same, if the beginning shows it
     */
    InputStream unpack(InputStream in) throws IOException;
}
