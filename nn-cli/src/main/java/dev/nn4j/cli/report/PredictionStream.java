// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.report;

import dev.nn4j.api.DataException;
import dev.nn4j.api.NearestName;
import dev.nn4j.cli.console.Failure;
import dev.nn4j.core.Model;
import dev.nn4j.core.Scratch;
import dev.nn4j.core.data.RowBinding;
import dev.nn4j.io.CsvOutput;
import dev.nn4j.io.CsvRow;
import dev.nn4j.io.CsvRows;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Predicts the rows of a source block by block and writes them in order. */
public final class PredictionStream {
    private static final int BLOCK_ROWS = 256;

    private final Model model;
    private final CsvRows source;
    private final RowBinding binding;
    private final List<String> kept;
    private final int[] keptFields;
    private final PredictionCells cells;
    private final Runnable betweenBlocks;

    private final List<CsvRow> block = new ArrayList<>();
    private final float[] inputs;
    private final float[] outputs;
    private final Scratch scratch;

    /**
     * Finds the columns; reads no row yet.
     *
     * @param scratch of the model
     * @param kept columns of the source that are copied
     * @param betweenBlocks is called now and then, and may end it all by throwing
     * @throws DataException if a column is missing
     */
    public PredictionStream(
            Model model,
            Scratch scratch,
            CsvRows source,
            List<String> kept,
            boolean probabilities,
            Runnable betweenBlocks) {
        this.model = model;
        this.source = source;
        this.kept = kept;
        this.betweenBlocks = betweenBlocks;
        this.binding = model.schema().bind(source.source(), source.header());
        this.keptFields = kept.stream().mapToInt(this::fieldOf).toArray();
        this.cells = new PredictionCells(model.schema(), probabilities);
        this.inputs = new float[BLOCK_ROWS * model.schema().rawWidth()];
        this.outputs = new float[BLOCK_ROWS * model.schema().outputs()];
        this.scratch = scratch;
    }

    /** Writes the header and every row; closes the stream. */
    public void writeTo(OutputStream out) throws IOException {
        try (CsvOutput csv = CsvOutput.to(out)) {
            csv.write(header());
            while (readBlock()) {
                betweenBlocks.run();
                writeBlock(csv);
            }
            // Ctrl-C also ends who writes to stdin: what looks like the end of the rows may not be theirs.
            betweenBlocks.run();
        }
    }

    private List<String> header() {
        List<String> header = new ArrayList<>(kept);
        header.addAll(cells.header());
        if (new HashSet<>(header).size() < header.size()) {
            throw Failure.usage("--keep: the output would have a column twice: " + String.join(", ", header));
        }
        return header;
    }

    private boolean readBlock() throws IOException {
        block.clear();
        while (block.size() < BLOCK_ROWS) {
            Optional<CsvRow> row = source.next();
            if (row.isEmpty()) {
                break;
            }
            binding.read(
                    row.get().line(),
                    row.get().cells(),
                    inputs,
                    block.size() * model.schema().rawWidth());
            block.add(row.get());
        }
        return !block.isEmpty();
    }

    private void writeBlock(CsvOutput csv) throws IOException {
        model.predict(inputs, block.size(), outputs, scratch);
        for (int row = 0; row < block.size(); row++) {
            List<String> line = new ArrayList<>();
            for (int field : keptFields) {
                line.add(block.get(row).cells().get(field));
            }
            cells.append(outputs, row * model.schema().outputs(), line);
            csv.write(line);
        }
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
