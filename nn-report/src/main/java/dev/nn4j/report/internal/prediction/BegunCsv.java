// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.prediction;

import dev.nn4j.io.CsvOutput;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** CSV whose header is written before the first rows, or at last where there are none. */
final class BegunCsv implements Closeable {
    private final List<String> header;
    private final OutputStream out;
    private boolean begun;

    /** Writes nothing yet; closing closes the stream. */
    BegunCsv(List<String> header, OutputStream out) {
        this.header = header;
        this.out = out;
    }

    /** Writes rows. */
    void write(byte[] rows) throws IOException {
        begin();
        out.write(rows);
    }

    private void begin() throws IOException {
        if (!begun) {
            begun = true;
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            try (CsvOutput csv = CsvOutput.to(line)) {
                csv.write(header);
            }
            out.write(line.toByteArray());
        }
    }

    @Override
    public void close() throws IOException {
        try (out) {
            begin();
        }
    }
}
