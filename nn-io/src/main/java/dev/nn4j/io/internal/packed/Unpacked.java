// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.packed;

import dev.nn4j.api.DataException;
import dev.nn4j.api.DataException.Location;
import dev.nn4j.io.packed.Unpacker;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.zip.ZipException;

/**
 * A stream without its packing, if it has one, with a look at how it begins. It is told by the first bytes, which no text
 * has: gzip here, other ways by an {@link Unpacker} that is found as a service.
 *
 * @param bytes which have not been read yet
 * @param beginning the first of them, 128 at most
 * @param packing how they were packed, in a word; empty if they were not
 */
public record Unpacked(InputStream bytes, byte[] beginning, String packing) {
    private static final int BYTES = 128;
    private static final int FIRST_MAGIC = 0x1F;
    private static final int SECOND_MAGIC = 0x8B;

    /** The text of a stream; the source is named where it is packed and damaged. */
    public static Unpacked of(InputStream in, String source) throws IOException {
        Unpacked plain = looked(in, "");
        if (isGzip(plain.beginning())) {
            return unpacked(source, "gzip", () -> new GzipStream(plain.bytes()));
        }
        Optional<Unpacker> unpacker = unpacker(plain.beginning());
        return unpacker.isPresent()
                ? unpacked(source, unpacker.get().name(), () -> unpacker.get().unpack(plain.bytes()))
                : plain;
    }

    /** Whether they were packed, and so say themselves where they end. */
    public boolean isPacked() {
        return !packing.isEmpty();
    }

    /** What to say where unpacking fails. */
    public String damaged() {
        return damaged(packing);
    }

    private static String damaged(String packing) {
        return "holds " + packing + " data that are damaged or cut short here; copy or pack the file again";
    }

    /** What may fail because of what is packed. */
    private interface Opening {
        InputStream open() throws IOException;
    }

    private static Unpacked unpacked(String source, String packing, Opening opening) throws IOException {
        try {
            return looked(opening.open(), packing);
        } catch (ZipException | EOFException e) {
            throw new DataException(new Location(source, 1, 1), damaged(packing));
        }
    }

    private static Unpacked looked(InputStream in, String packing) throws IOException {
        PushbackInputStream bytes = new PushbackInputStream(in, BYTES);
        byte[] beginning = beginning(bytes);
        bytes.unread(beginning);
        return new Unpacked(bytes, beginning, packing);
    }

    /** As much as tells what it is, and no more: who writes line by line is not kept waiting for an answer to the first. */
    private static byte[] beginning(InputStream bytes) throws IOException {
        byte[] first = new byte[BYTES];
        int length = 0;
        int read = 0;
        while (read >= 0 && length < BYTES && !hasLineOfCells(first, length)) {
            read = bytes.read(first, length, BYTES - length);
            length += Math.max(0, read);
        }
        return Arrays.copyOf(first, length);
    }

    /** Whether there is a whole line that is neither JSON nor what no text begins with. */
    private static boolean hasLineOfCells(byte[] first, int length) {
        if (length < 2 || first[0] <= ' ' || first[0] == '{' || first[0] == '[') {
            return false;
        }
        for (int i = 1; i < length; i++) {
            if (first[i] == '\n') {
                return true;
            }
        }
        return false;
    }

    private static boolean isGzip(byte[] first) {
        return first.length > 1 && (first[0] & 0xFF) == FIRST_MAGIC && (first[1] & 0xFF) == SECOND_MAGIC;
    }

    /** Texts begin with letters, digits and quotes mostly: services are asked about what does not. */
    private static Optional<Unpacker> unpacker(byte[] beginning) {
        if (beginning.length < 2
                || beginning[1] >= ' ' && beginning[0] >= ' ' && beginning[beginning.length - 1] >= 0) {
            return Optional.empty();
        }
        ClassLoader loader = Objects.requireNonNull(Unpacked.class.getClassLoader(), "application loader");
        return ServiceLoader.load(Unpacker.class, loader).stream()
                .map(ServiceLoader.Provider::get)
                .filter(unpacker -> unpacker.unpacks(beginning))
                .findFirst();
    }
}
