// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.explanation;

import dev.nn4j.api.DataException;
import dev.nn4j.core.GoldenRows;
import dev.nn4j.core.Model;
import dev.nn4j.core.internal.start.Reservoir;
import dev.nn4j.core.schema.InputTally;
import dev.nn4j.core.schema.RowBinding;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.table.RowSource;
import dev.nn4j.core.table.SourceRow;
import dev.nn4j.core.table.Table;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The rows that others are explained against: what a feature contributes is said in comparison with the values that it has
 * here. Rows of the training are a good choice, or of what the model meets in use. Immutable.
 *
 * @since 0.1.0
 */
public final class Background {
    /** How many rows are usually drawn. */
    public static final int USUAL_ROWS = 64;

    private final float[] rows;
    private final int count;

    private Background(float[] rows, int count) {
        this.rows = rows;
        this.count = count;
    }

    /**
     * All of these rows.
     *
     * @param rows raw rows, {@code count × rawWidth}; copied
     * @param count at least 1
     * @throws IllegalArgumentException if there is no row, or the array is too short
     */
    public static Background of(Schema schema, float[] rows, int count) {
        return sampled(schema, rows, count, Math.max(1, count), 0);
    }

    /**
     * Rows drawn of these.
     *
     * @param rows raw rows, {@code count × rawWidth}
     * @param count at least 1
     * @param most how many are drawn, at least 1; all where there are no more
     * @param seed of the draw
     * @throws IllegalArgumentException if there is no row, or the array is too short
     */
    public static Background sampled(Schema schema, float[] rows, int count, int most, long seed) {
        int width = schema.rawWidth();
        requireRows(count, most);
        if ((long) count * width > rows.length) {
            throw new IllegalArgumentException(
                    "background: " + count + " rows need " + (long) count * width + " numbers, got " + rows.length);
        }
        Reservoir reservoir = new Reservoir(most, seed);
        float[] drawn = new float[Math.min(count, most) * width];
        for (int row = 0; row < count; row++) {
            int place = reservoir.place();
            if (place != Reservoir.NOT_DRAWN) {
                System.arraycopy(rows, row * width, drawn, place * width, width);
            }
        }
        return new Background(drawn, reservoir.drawn());
    }

    /**
     * Rows drawn of a table's, the same as of its raw rows. Those that the model cannot answer are passed over.
     *
     * @param table with the features, read by {@link Schema#cellTypesWithGaps}
     * @param most how many are drawn, at least 1; all where there are no more
     * @param seed of the draw
     * @throws DataException if a column is missing, a cell cannot be read or no row can be used
     */
    public static Background drawn(Schema schema, Table table, int most, long seed) {
        requireRows(1, most);
        Table usable = new InputTally(schema, InputTally.Leniency.ALL).usable(table);
        Reservoir reservoir = new Reservoir(most, seed);
        int[] indices = new int[Math.min(most, usable.rows())];
        for (int row = 0; row < usable.rows(); row++) {
            int place = reservoir.place();
            if (place != Reservoir.NOT_DRAWN) {
                indices[place] = row;
            }
        }
        if (indices.length == 0) {
            throw withoutRows(table.source());
        }
        return new Background(schema.rawRows(usable.select(indices)), indices.length);
    }

    /**
     * Rows drawn of a source, which is read to its end; memory does not grow with it. Rows that the model cannot answer are
     * passed over. The same rows as {@link #sampled} draws of them.
     *
     * @param most how many are drawn, at least 1; all where there are no more
     * @param seed of the draw
     * @throws DataException if a column is missing, a cell cannot be read or no row can be used
     * @throws IOException if the source cannot be read
     */
    public static Background read(Schema schema, RowSource source, int most, long seed) throws IOException {
        requireRows(1, most);
        int width = schema.rawWidth();
        RowBinding binding = schema.bind(source.source(), source.header());
        InputTally tally = new InputTally(schema, InputTally.Leniency.ALL);
        Reservoir reservoir = new Reservoir(most, seed);
        float[] row = new float[width];
        float[] drawn = new float[0];
        for (Optional<SourceRow> next = source.next(); next.isPresent(); next = source.next()) {
            int place = binding.read(next.get(), row, 0, tally) ? reservoir.place() : Reservoir.NOT_DRAWN;
            if (place != Reservoir.NOT_DRAWN) {
                drawn = drawn.length < reservoir.drawn() * width
                        ? Arrays.copyOf(drawn, Math.min(most, 2 * reservoir.drawn()) * width)
                        : drawn;
                System.arraycopy(row, 0, drawn, place * width, width);
            }
        }
        if (reservoir.drawn() == 0) {
            throw withoutRows(source.source());
        }
        return new Background(Arrays.copyOf(drawn, reservoir.drawn() * width), reservoir.drawn());
    }

    /**
     * The rows that a model keeps for this, where its training was {@linkplain
     * dev.nn4j.core.experiment.TrainingOptions#background asked} to: its golden rows, if there are more than the few that every model
     * has.
     */
    public static Optional<Background> kept(Model model) {
        Schema schema = model.schema();
        List<String> cells = model.golden().cells();
        int columns = schema.features().size();
        int count = cells.size() / columns;
        if (count <= GoldenRows.USUAL_ROWS) {
            return Optional.empty();
        }
        RowBinding binding = schema.bind("golden rows", schema.featureNames());
        float[] rows = new float[count * schema.rawWidth()];
        for (int row = 0; row < count; row++) {
            binding.read(row + 1L, cells.subList(row * columns, (row + 1) * columns), rows, row * schema.rawWidth());
        }
        return Optional.of(new Background(rows, count));
    }

    private static DataException withoutRows(String source) {
        return new DataException(new DataException.Location(source, 1, 1), "there is no row to compare others with");
    }

    private static void requireRows(int count, int most) {
        if (count < 1 || most < 1) {
            throw new IllegalArgumentException(
                    "background: rows must be at least 1, got " + count + " of which " + most + " are to be drawn");
        }
    }

    /** How many rows there are. */
    public int count() {
        return count;
    }

    /** The raw rows, {@code count × rawWidth}: a copy. */
    public float[] rows() {
        return rows.clone();
    }

    /** The raw rows themselves, which nobody changes. */
    float[] shared() {
        return rows;
    }
}
