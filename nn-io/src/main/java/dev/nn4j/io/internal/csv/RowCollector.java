// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.csv;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import dev.nn4j.api.DataException;
import dev.nn4j.api.DataException.Location;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Takes cells from the parser and makes rows of them. */
final class RowCollector extends AbstractBaseCsvCallbackHandler<Row> {
    /** The most cells in a row. */
    static final int MOST_CELLS = 1 << 18;

    private final Utf8Reader reader;
    private final String source;
    private long line = 1;
    private boolean blank = true;
    private List<String> cells = new ArrayList<>();

    RowCollector(Utf8Reader reader, String source) {
        this.reader = reader;
        this.source = source;
    }

    /** Where the cell that is being read begins. */
    Location here() {
        return new Location(source, line, cells.size() + 1);
    }

    @Override
    protected void handleBegin(long startingLine) {
        line = startingLine;
        blank = true;
        cells = new ArrayList<>(cells.size());
        reader.beginRow(startingLine);
    }

    @Override
    protected void handleField(int field, char[] buffer, int from, int length, boolean quoted) {
        if (field == MOST_CELLS) {
            throw new DataException(here(), "the row has more than " + MOST_CELLS + " cells, the most allowed");
        }
        String cell = quoted ? new String(buffer, from, length) : Blanks.without(buffer, from, length);
        blank &= !quoted && cell.isEmpty();
        cells.add(cell);
    }

    @Override
    protected Row buildRecord() {
        return new Row(line, Collections.unmodifiableList(cells), blank);
    }
}
