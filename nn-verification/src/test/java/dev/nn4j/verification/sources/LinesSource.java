// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.sources;

import dev.nn4j.core.table.RowSource;
import dev.nn4j.core.table.SourceRow;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Customers, one to a line, as values: a number, a yes or no, a date, a plan and whether they left. */
final class LinesSource implements RowSource {
    static final List<String> HEADER = List.of("amount", "active", "since", "plan", "left");

    private final String source;
    private final BufferedReader lines;
    private long line;

    /** What customers pay for; NONE is a plan, and as a text it would be a mark of a missing one. */
    enum Plan {
        NONE,
        BASIC,
        PRO
    }

    LinesSource(String source, BufferedReader lines) {
        this.source = source;
        this.lines = lines;
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public List<String> header() {
        return HEADER;
    }

    @Override
    public Optional<SourceRow> next() throws IOException {
        Optional<String> text = Optional.ofNullable(lines.readLine());
        line++;
        return text.map(cells -> new SourceRow(line, values(cells.split(";", -1))));
    }

    private static List<Object> values(String[] cells) {
        List<Object> values = new ArrayList<>();
        values.add(cells[0].isEmpty() ? null : Double.valueOf(cells[0]));
        values.add(Boolean.valueOf(cells[1]));
        values.add(LocalDate.parse(cells[2]));
        values.add(Plan.valueOf(cells[3]));
        values.add(cells[4]);
        return values;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
