// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.report;

import dev.nn4j.core.training.Fold;
import dev.nn4j.io.CsvOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** What a cross-validation's models say of the rows that they have not seen, as CSV in the order of the data. */
public final class OutOfFoldCsv {
    private final List<Fold> folds;
    private final List<float[]> outputs;
    private final PredictionCells cells;
    private final int width;

    private OutOfFoldCsv(List<Fold> folds) {
        this.folds = folds;
        this.outputs = folds.stream().map(fold -> fold.answers().outputs()).toList();
        this.cells = new PredictionCells(folds.get(0).answers().schema(), true);
        this.width = folds.get(0).answers().schema().outputs();
    }

    /** Writes a header and a line for each row: its fold, then what {@code predict --probabilities} writes. */
    public static void write(List<Fold> folds, OutputStream out) throws IOException {
        new OutOfFoldCsv(folds).writeTo(out);
    }

    private void writeTo(OutputStream out) throws IOException {
        try (CsvOutput csv = CsvOutput.to(out)) {
            List<String> header = new ArrayList<>(List.of("fold"));
            header.addAll(cells.header());
            csv.write(header);
            int[] next = new int[folds.size()];
            for (int row = 0; ; row++) {
                int fold = foldOf(row, next);
                if (fold < 0) {
                    return;
                }
                List<String> line = new ArrayList<>();
                line.add(Integer.toString(folds.get(fold).number()));
                cells.append(outputs.get(fold), next[fold] * width, line);
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
