// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report;

import dev.nn4j.core.validation.Fold;
import dev.nn4j.io.CsvOutput;
import dev.nn4j.report.internal.text.PredictionCells;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What a cross-validation's models say of the rows that they have not seen, as CSV in the order of the data.
 *
 * @since 0.1.0
 */
public final class OutOfFoldCsv {
    private final List<Fold> folds;
    /** Of each fold: its model may have offsets of its own. */
    private final List<PredictionCells> cells;

    private final int rows;

    private OutOfFoldCsv(List<Fold> folds, int rows) {
        this.rows = rows;
        this.folds = folds;
        this.cells = folds.stream()
                .map(fold -> new PredictionCells(fold.answers().schema(), true))
                .toList();
    }

    /**
     * Writes a header and a line for each row: its fold, then what {@code predict --probabilities} writes; empty cells for
     * one that was left out.
     */
    public static void write(List<Fold> folds, int rows, OutputStream out) throws IOException {
        new OutOfFoldCsv(folds, rows).writeTo(out);
    }

    private void writeTo(OutputStream out) throws IOException {
        try (CsvOutput csv = CsvOutput.to(out)) {
            List<String> header = new ArrayList<>(List.of("fold"));
            header.addAll(cells.get(0).header());
            csv.write(header);
            int[] next = new int[folds.size()];
            for (int row = 0; row < rows; row++) {
                int fold = foldOf(row, next);
                if (fold < 0) {
                    csv.write(Collections.nCopies(header.size(), ""));
                    continue;
                }
                List<String> line = new ArrayList<>();
                line.add(Integer.toString(folds.get(fold).number()));
                cells.get(fold).append(folds.get(fold).answers().outputs(next[fold]), 0, line);
                csv.write(line);
                next[fold]++;
            }
        }
    }

    /** The fold whose next row this is: each fold's rows ascend. */
    private int foldOf(int row, int[] next) {
        for (int fold = 0; fold < next.length; fold++) {
            if (next[fold] < folds.get(fold).answers().rows() && folds.get(fold).row(next[fold]) == row) {
                return fold;
            }
        }
        return -1;
    }
}
