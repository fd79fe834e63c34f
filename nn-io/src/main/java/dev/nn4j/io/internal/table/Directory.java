// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.table;

import dev.nn4j.core.data.CellType;
import dev.nn4j.core.data.CellType.Content;
import dev.nn4j.core.data.NumberFormat;
import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * What the file holds and where.
 *
 * @param origin what it was made of
 * @param rows how many
 * @param names of all columns of the source, all different
 * @param types of the columns
 * @param dictionary texts that cells name by their index
 * @param textWords words of the section of texts
 */
public record Directory(
        Origin origin, int rows, List<String> names, List<CellType> types, List<String> dictionary, long textWords) {
    private static final List<Content> CONTENTS =
            List.of(Content.NUMBER, Content.NUMBER_OR_MISSING, Content.TEXT, Content.SKIPPED);

    /** Copies the lists. */
    public Directory {
        names = List.copyOf(names);
        types = List.copyOf(types);
        dictionary = List.copyOf(dictionary);
    }

    /** Words to a row: its cells and its line. */
    int rowWords() {
        return 1 + (int) types.stream().filter(type -> !type.isSkipped()).count();
    }

    /** Where the section of texts begins. */
    long textsFrom() {
        return Layout.aligned(Layout.HEADER_BYTES + (long) rows * rowWords() * Integer.BYTES);
    }

    /** Where the section of texts ends, and the directory may begin. */
    long textsEnd() {
        return Layout.aligned(textsFrom() + textWords * Integer.BYTES);
    }

    byte[] encode() {
        Encoder encoder = new Encoder();
        encoder.text(origin.source());
        encoder.text(origin.sha256());
        encoder.number(rows);
        encoder.number(textWords);
        encoder.number(names.size());
        for (int c = 0; c < names.size(); c++) {
            encoder.text(names.get(c));
            encoder.type(types.get(c));
        }
        encoder.number(dictionary.size());
        dictionary.forEach(encoder::text);
        return encoder.bytes.toByteArray();
    }

    /** Reads one that fills these bytes; {@code file} names them in messages. */
    static Directory decode(String file, ByteBuffer bytes) {
        Decoder decoder = new Decoder(file, bytes.order(ByteOrder.LITTLE_ENDIAN));
        Origin origin = new Origin(decoder.text(), decoder.text());
        int rows = (int) decoder.number(Integer.MAX_VALUE);
        long textWords = decoder.number(Long.MAX_VALUE / Layout.ALIGNMENT);
        List<String> names = new ArrayList<>();
        List<CellType> types = new ArrayList<>();
        long columns = decoder.number(bytes.remaining());
        for (long c = 0; c < columns; c++) {
            names.add(decoder.text());
            types.add(decoder.type());
        }
        List<String> dictionary = new ArrayList<>();
        long texts = decoder.number(bytes.remaining());
        for (long t = 0; t < texts; t++) {
            dictionary.add(decoder.text());
        }
        if (bytes.hasRemaining() || new HashSet<>(names).size() != names.size()) {
            throw Layout.damaged(file, "its directory contradicts itself");
        }
        return new Directory(origin, rows, names, types, dictionary, textWords);
    }

    private static final class Encoder {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        void number(long number) {
            bytes.writeBytes(ByteBuffer.allocate(Long.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(number)
                    .array());
        }

        void type(CellType type) {
            number(CONTENTS.indexOf(type.content()));
            text(type.format().decimal());
            text(type.format().grouping());
            text(type.format().unit());
        }

        void text(String text) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            number(utf8.length);
            bytes.writeBytes(utf8);
        }
    }

    private record Decoder(String file, ByteBuffer bytes) {
        long number(long most) {
            try {
                long number = bytes.getLong();
                if (number >= 0 && number <= most) {
                    return number;
                }
            } catch (BufferUnderflowException e) {
                // said below
            }
            throw Layout.damaged(file, "its directory is cut short or holds a number that cannot be");
        }

        CellType type() {
            Content content = CONTENTS.get((int) number(CONTENTS.size() - 1L));
            try {
                return new CellType(content, new NumberFormat(text(), text(), text()));
            } catch (IllegalArgumentException e) {
                throw Layout.damaged(file, "its directory says of numbers what cannot be");
            }
        }

        String text() {
            byte[] utf8 = new byte[(int) number(bytes.remaining() - (long) Long.BYTES)];
            bytes.get(utf8);
            return new String(utf8, StandardCharsets.UTF_8);
        }
    }
}
