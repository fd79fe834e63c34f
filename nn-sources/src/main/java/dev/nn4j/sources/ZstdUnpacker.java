// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.sources;

import dev.nn4j.io.packed.Unpacker;
import io.airlift.compress.MalformedInputException;
import io.airlift.compress.zstd.ZstdInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/** Unpacks zstd (RFC 8878), of any number of frames, by a decoder that is Java throughout. */
public final class ZstdUnpacker implements Unpacker {
    private static final byte[] MAGIC = {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD};

    @Override
    public String name() {
        return "zstd";
    }

    @Override
    public boolean unpacks(byte[] beginning) {
        return beginning.length >= MAGIC.length
                && beginning[0] == MAGIC[0]
                && beginning[1] == MAGIC[1]
                && beginning[2] == MAGIC[2]
                && beginning[3] == MAGIC[3];
    }

    @Override
    public InputStream unpack(InputStream in) throws IOException {
        Packed packed = new Packed(in);
        return new Frames(new ZstdInputStream(packed), packed);
    }

    /** The decoder's own exceptions, as those of the JDK for packed data. */
    private static final class Frames extends FilterInputStream {
        private final Packed packed;

        Frames(ZstdInputStream in, Packed packed) {
            super(in);
            this.packed = packed;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int count) throws IOException {
            try {
                return in.read(into, from, count);
            } catch (IOException e) {
                if (packed.hasFailed) {
                    throw e;
                }
                throw ended(e);
            } catch (MalformedInputException | IllegalArgumentException | IndexOutOfBoundsException e) {
                ZipException damaged = new ZipException("zstd data are damaged: " + e.getMessage());
                damaged.initCause(e);
                throw damaged;
            }
        }

        private static EOFException ended(IOException cause) {
            EOFException ended = new EOFException("zstd data end within a frame");
            ended.initCause(cause);
            return ended;
        }

        @Override
        public int available() {
            return 0; // how much there is shows once it is unpacked
        }
    }

    /** Knows whether it was the file that could not be read. */
    private static final class Packed extends FilterInputStream {
        private boolean hasFailed;

        Packed(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] into, int from, int count) throws IOException {
            try {
                return in.read(into, from, count);
            } catch (IOException e) {
                hasFailed = true;
                throw e;
            }
        }
    }
}
