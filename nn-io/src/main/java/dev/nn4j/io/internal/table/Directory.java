// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.table;

import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.cell.CellType.Content;
import dev.nn4j.core.cell.MissingMarks;
import dev.nn4j.core.cell.NumberFormat;
import dev.nn4j.core.table.DecimalGrid;
import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the file holds and where.
 *
 * @param origin what it was made of
 * @param rows how many
 * @param names of all columns of the source, all different
 * @param types of the columns
 * @param dictionary texts that cells name by their index
 * @param textWords words of the section of texts
 * @param decimals of each place's numbers, where it is not finer; empty of a file that has floats alone
 * @param finer the columns that have rests, by ascending first row
 * @param values the indices of texts that stand for values of programs; nothing if no text does, as in a file made of CSV
 */
public record Directory(
        TableOrigin origin,
        int rows,
        List<String> names,
        List<CellType> types,
        List<String> dictionary,
        long textWords,
        List<Integer> decimals,
        List<FinerColumn> finer,
        Optional<List<Integer>> values) {
    private static final List<Content> CONTENTS =
            List.of(Content.NUMBER, Content.NUMBER_OR_MISSING, Content.TEXT, Content.SKIPPED);

    /** Copies the lists. */
    public Directory {
        names = List.copyOf(names);
        types = List.copyOf(types);
        dictionary = List.copyOf(dictionary);
        decimals = List.copyOf(decimals);
        finer = List.copyOf(finer);
        values = values.map(List::copyOf);
    }

    /** Words to a row: its cells and its line. */
    int rowWords() {
        return 1 + (int) types.stream().filter(type -> !type.isSkipped()).count();
    }

    /** Where the section of texts begins. */
    long textsFrom() {
        return Layout.aligned(Layout.HEADER_BYTES + (long) rows * rowWords() * Integer.BYTES);
    }

    /** Where the section of texts ends, and that of rests begins. */
    long restsFrom() {
        return Layout.aligned(textsFrom() + textWords * Integer.BYTES);
    }

    /** Where the section of rests ends, and the directory may begin. */
    long restsEnd() {
        return Layout.aligned(restsFrom() + rests().words() * Integer.BYTES);
    }

    /** Where the rests lie within their section. */
    RestLayout rests() {
        return new RestLayout(rows, finer);
    }

    /** Whether numbers are what they were when they were read, and not their nearest floats alone. */
    public boolean isExact() {
        return decimals.size() == rowWords() - 1;
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
        decimals.forEach(places -> encoder.number(places));
        encoder.number(finer.size());
        for (FinerColumn column : finer) {
            encoder.number(column.place());
            encoder.number(column.firstRow());
        }
        values.ifPresent(indices -> {
            encoder.number(indices.size());
            indices.forEach(index -> encoder.number(index));
        });
        return encoder.bytes.toByteArray();
    }

    /** Reads one that fills these bytes; {@code file} names them in messages. */
    static Directory decode(String file, int version, ByteBuffer bytes) {
        Decoder decoder = new Decoder(file, version, bytes.order(ByteOrder.LITTLE_ENDIAN));
        TableOrigin origin = new TableOrigin(decoder.text(), decoder.text());
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
        int places = (int) types.stream().filter(type -> !type.isSkipped()).count();
        boolean exact = version != Layout.FLOATS_ALONE;
        List<Integer> decimals = exact ? decoder.decimals(places) : List.of();
        List<FinerColumn> finer = exact ? decoder.finer(places, rows) : List.of();
        Optional<List<Integer>> values =
                bytes.hasRemaining() ? Optional.of(decoder.indices(dictionary.size())) : Optional.empty();
        if (bytes.hasRemaining() || new HashSet<>(names).size() != names.size()) {
            throw Layout.damaged(file, "its directory contradicts itself");
        }
        return new Directory(origin, rows, names, types, dictionary, textWords, decimals, finer, values);
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
            marks(type.marks());
        }

        /** None are the usual ones; of own ones one more than there are. */
        void marks(MissingMarks marks) {
            number(marks.isUsual() ? 0 : 1L + marks.texts().size());
            if (!marks.isUsual()) {
                marks.texts().forEach(this::text);
            }
        }

        void text(String text) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            number(utf8.length);
            bytes.writeBytes(utf8);
        }
    }

    private record Decoder(String file, int version, ByteBuffer bytes) {
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

        List<Integer> decimals(int places) {
            List<Integer> decimals = new ArrayList<>();
            for (int place = 0; place < places; place++) {
                int found = (int) number(Integer.MAX_VALUE);
                require(DecimalGrid.has(found));
                decimals.add(found);
            }
            return decimals;
        }

        List<Integer> indices(int most) {
            List<Integer> indices = new ArrayList<>();
            long count = number(most);
            for (long i = 0; i < count; i++) {
                indices.add((int) number(most - 1L));
            }
            return indices;
        }

        List<FinerColumn> finer(int places, int rows) {
            List<FinerColumn> finer = new ArrayList<>();
            Set<Integer> seen = new HashSet<>();
            long count = number(places);
            int before = 0;
            for (long c = 0; c < count; c++) {
                FinerColumn column = new FinerColumn((int) number(places - 1L), (int) number(rows - 1L));
                require(column.firstRow() >= before && seen.add(column.place()));
                before = column.firstRow();
                finer.add(column);
            }
            return finer;
        }

        private void require(boolean possible) {
            if (!possible) {
                throw Layout.damaged(file, "its directory says of numbers what cannot be");
            }
        }

        CellType type() {
            Content content = CONTENTS.get((int) number(CONTENTS.size() - 1L));
            try {
                return new CellType(content, new NumberFormat(text(), text(), text()), marks());
            } catch (IllegalArgumentException e) {
                throw Layout.damaged(file, "its directory says of numbers what cannot be");
            }
        }

        private MissingMarks marks() {
            long count = version == Layout.FLOATS_ALONE ? 0 : number(bytes.remaining() + 1L);
            List<String> texts = new ArrayList<>();
            for (long i = 1; i < count; i++) {
                texts.add(text());
            }
            return count == 0 ? MissingMarks.usual() : MissingMarks.of(texts);
        }

        String text() {
            byte[] utf8 = new byte[(int) number(bytes.remaining() - (long) Long.BYTES)];
            bytes.get(utf8);
            return new String(utf8, StandardCharsets.UTF_8);
        }
    }
}
