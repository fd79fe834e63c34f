// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.csv;

import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.cell.NumberCell;
import dev.nn4j.core.table.RowParser;
import dev.nn4j.core.table.RowSource;
import java.util.List;

/** Rows of a block that are parsed where their bytes lie. */
final class ScannedRows implements RowSource.Block {
    private final RowScanner rows;
    private final BlockRules rules;

    ScannedRows(RowScanner rows, BlockRules rules) {
        this.rows = rows;
        this.rules = rules;
    }

    @Override
    public void parse(RowParser parser, RowParser.Row into) {
        TextCache texts = rules.takeTexts();
        List<CellType> types = parser.types();
        while (rows.next()) {
            if (rules.isRow(rows)) {
                RowParser.requireWidth(parser.source(), rows.line(), rows.count(), types.size());
                for (int c = 0; c < types.size(); c++) {
                    switch (types.get(c).content()) {
                        case NUMBER, NUMBER_OR_MISSING -> into.number(c, number(parser, c));
                        case TEXT -> into.text(c, text(c, texts));
                        case SKIPPED -> {}
                    }
                }
                into.ended(rows.line());
            }
        }
        rules.giveBack(texts);
    }

    private double number(RowParser parser, int c) {
        CellType type = parser.types().get(c);
        boolean isUsual = type.format().isPlain() && type.marks().isUsual();
        double number = isUsual ? NumberCell.ofShort(rows.bytes(), rows.begin(c), rows.end(c)) : Double.NaN;
        if (!Double.isNaN(number)) {
            return number;
        }
        boolean isEmpty =
                isUsual && rows.begin(c) == rows.end(c) && type.content() == CellType.Content.NUMBER_OR_MISSING;
        return isEmpty ? Double.NaN : parser.number(rows.line(), rows.text(c), c);
    }

    private String text(int c, TextCache texts) {
        return rows.isVerbatim(c) ? texts.text(rows.bytes(), rows.begin(c), rows.end(c)) : rows.text(c);
    }
}
