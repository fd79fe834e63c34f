// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.csv;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import dev.nn4j.api.DataException;
import dev.nn4j.api.DataException.Location;
import dev.nn4j.core.cell.KnownTexts;
import dev.nn4j.core.cell.RowTexts;
import java.util.ArrayList;
import java.util.List;

/** Takes cells from the parser and makes rows of them. */
final class RowCollector extends AbstractBaseCsvCallbackHandler<Row> {
    /** The most cells in a row. */
    static final int MOST_CELLS = 1 << 18;

    private final String source;
    private final KnownTexts known = new KnownTexts();
    /** Of the text in front of what the parser reads. */
    private final long linesBefore;

    private long line;
    private boolean blank = true;
    private final List<String> cells = new ArrayList<>();

    /** Of a text that begins at this line. */
    RowCollector(String source, long firstLine) {
        this.source = source;
        this.linesBefore = firstLine - 1;
        this.line = firstLine;
    }

    /** Where the cell that is being read begins. */
    Location here() {
        return new Location(source, line, cells.size() + 1);
    }

    @Override
    protected void handleBegin(long startingLine) {
        line = linesBefore + startingLine;
        blank = true;
        cells.clear();
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
        return new Row(line, RowTexts.of(cells, known), blank);
    }
}
