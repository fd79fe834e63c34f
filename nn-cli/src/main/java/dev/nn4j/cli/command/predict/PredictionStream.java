// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command.predict;

import dev.nn4j.api.DataException;
import dev.nn4j.api.NearestName;
import dev.nn4j.cli.console.Failure;
import dev.nn4j.core.Predictor;
import dev.nn4j.core.Scratch;
import dev.nn4j.core.UnpredictableRow;
import dev.nn4j.core.schema.InputNotes;
import dev.nn4j.core.schema.InputTally;
import dev.nn4j.core.schema.RowBinding;
import dev.nn4j.core.table.RowSource;
import dev.nn4j.core.table.SourceRow;
import dev.nn4j.io.CsvOutput;
import dev.nn4j.report.internal.text.PredictionCells;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Predicts the rows of a source block by block and writes them in order. */
public final class PredictionStream {
    private static final int MOST_ROWS = 256;
    /** Numbers of the rows of a block: of very wide rows, fewer are read together. */
    private static final int MOST_FLOATS = 1 << 22;

    private final Predictor predictor;
    private final RowSource source;
    private final RowBinding binding;
    private final List<String> kept;
    private final int[] keptFields;
    private final PredictionCells cells;
    private final List<PredictedColumns> columns;
    private final Runnable betweenBlocks;
    private final InputTally tally;
    private final List<String> header;
    private final boolean[] answered = new boolean[MOST_ROWS];

    private final List<SourceRow> block = new ArrayList<>();
    private final int blockRows;
    private final float[] inputs;
    private final float[] outputs;
    private final float[] spread;
    private final Scratch scratch;

    /**
     * Finds the columns; reads no row yet.
     *
     * @param scratch of the predictor
     * @param kept columns of the source that are copied
     * @param cells what is said of each row
     * @param columns what else is said of it, in this order
     * @param leniency which rows have empty predictions rather than end it all
     * @param betweenBlocks is called now and then, and may end it all by throwing
     * @throws DataException if a column is missing
     */
    public PredictionStream(
            Predictor predictor,
            Scratch scratch,
            RowSource source,
            List<String> kept,
            PredictionCells cells,
            List<PredictedColumns> columns,
            InputTally.Leniency leniency,
            Runnable betweenBlocks) {
        this.predictor = predictor;
        this.source = source;
        this.kept = kept;
        this.betweenBlocks = betweenBlocks;
        this.tally = new InputTally(predictor.schema(), leniency);
        this.binding = predictor.schema().bind(source.source(), source.header());
        this.keptFields = kept.stream().mapToInt(this::fieldOf).toArray();
        this.cells = cells;
        this.columns = List.copyOf(columns);
        int width = Math.max(predictor.schema().rawWidth(), predictor.schema().outputs());
        this.blockRows = Math.max(1, Math.min(MOST_ROWS, MOST_FLOATS / width));
        this.inputs = new float[blockRows * predictor.schema().rawWidth()];
        this.outputs = new float[blockRows * predictor.schema().outputs()];
        this.spread = new float[needSpread() ? outputs.length : 0];
        this.scratch = scratch;
        this.header = header();
    }

    /** Writes the header and every row; closes the stream. */
    public void writeTo(OutputStream out) throws IOException {
        try (CsvOutput csv = CsvOutput.to(out)) {
            csv.write(header);
            while (readBlock()) {
                betweenBlocks.run();
                writeBlock(csv);
            }
            // Ctrl-C also ends who writes to stdin: what looks like the end of the rows may not be theirs.
            betweenBlocks.run();
        }
    }

    /** What the model's policies let through in the rows written so far. */
    public InputNotes notes() {
        return tally.notes();
    }

    private boolean needSpread() {
        return cells.haveSpread() || columns.stream().anyMatch(PredictedColumns::needSpread);
    }

    private List<String> header() {
        List<String> header = new ArrayList<>(kept);
        header.addAll(cells.header());
        columns.forEach(more -> header.addAll(more.header()));
        if (new HashSet<>(header).size() < header.size()) {
            throw Failure.usage("--keep: the output would have a column twice: " + String.join(", ", header));
        }
        return header;
    }

    private boolean readBlock() throws IOException {
        block.clear();
        while (block.size() < blockRows) {
            Optional<SourceRow> row = source.nextOrBlank();
            if (row.isEmpty()) {
                break;
            }
            answered[block.size()] = !row.get().isBlank() && read(row.get());
            if (!answered[block.size()]) {
                passOver(block.size());
            }
            block.add(row.get());
        }
        return !block.isEmpty();
    }

    private boolean read(SourceRow row) {
        int at = block.size() * predictor.schema().rawWidth();
        return binding.read(row, inputs, at, tally);
    }

    /** Gives a row that stays without an answer numbers that any model takes. */
    private void passOver(int row) {
        int width = predictor.schema().rawWidth();
        Arrays.fill(inputs, row * width, (row + 1) * width, 0);
    }

    private void writeBlock(CsvOutput csv) throws IOException {
        predictBlock();
        PredictedBlock predicted = new PredictedBlock(predictor.schema(), block.size(), block, inputs, outputs, spread);
        columns.forEach(more -> more.begin(predicted));
        for (int row = 0; row < block.size(); row++) {
            List<String> line = new ArrayList<>();
            for (int field : keptFields) {
                line.add(block.get(row).isBlank() ? "" : block.get(row).text(field));
            }
            if (answered[row]) {
                append(predicted, row, line);
            } else {
                line.addAll(Collections.nCopies(header.size() - line.size(), ""));
            }
            csv.write(line);
        }
    }

    private void append(PredictedBlock predicted, int row, List<String> line) {
        int from = predicted.outputsFrom(row);
        cells.append(outputs, from, line);
        if (cells.haveSpread()) {
            cells.appendSpread(spread, from, line);
        }
        for (PredictedColumns more : columns) {
            more.append(predicted, row, line);
        }
    }

    /** A row that cannot be predicted is named by its line, not by its place in the block. */
    private void predictBlock() {
        try {
            if (spread.length > 0) {
                predictor.predict(inputs, block.size(), outputs, spread, scratch);
            } else {
                predictor.predict(inputs, block.size(), outputs, scratch);
            }
        } catch (DataException e) {
            throw placed(UnpredictableRow.find(predictor, inputs, block.size(), scratch)
                    .orElseThrow(() -> e));
        }
    }

    private DataException placed(UnpredictableRow row) {
        long line = block.get(row.row()).line();
        int column = row.feature().map(this::columnOf).orElse(1);
        return new DataException(new DataException.Location(source.source(), line, column), row.problem());
    }

    private int columnOf(String feature) {
        int field = source.header().indexOf(feature);
        return (field < 0 ? predictor.schema().featureNames().indexOf(feature) : field) + 1;
    }

    private int fieldOf(String column) {
        int field = source.header().indexOf(column);
        if (field < 0) {
            throw new DataException(
                    new DataException.Location(source.source(), 1, 1),
                    "there is no column '" + column + "' to keep" + NearestName.hint(column, source.header()));
        }
        return field;
    }
}
