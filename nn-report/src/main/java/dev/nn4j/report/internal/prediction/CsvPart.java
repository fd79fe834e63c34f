// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.prediction;

import dev.nn4j.io.CsvOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Lines of CSV behind its header, of which the bytes are made here. */
final class CsvPart implements LinesOut.Part {
    private final OutputStream out;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CsvOutput csv = CsvOutput.behindOthers(bytes);

    /** Lines that are delivered to a stream. */
    CsvPart(OutputStream out) {
        this.out = out;
    }

    @Override
    public void add(List<String> cells) {
        try {
            csv.write(cells);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    @Override
    public LinesOut.Delivery end() {
        try {
            csv.flush();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        byte[] lines = bytes.toByteArray();
        bytes.reset();
        return () -> out.write(lines);
    }
}
