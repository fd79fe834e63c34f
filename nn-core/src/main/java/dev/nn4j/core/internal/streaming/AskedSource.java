// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.streaming;

import dev.nn4j.core.Predictor;
import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.internal.blocks.BlockSum;
import dev.nn4j.core.internal.reading.SourceBlocks;
import dev.nn4j.core.internal.work.OrderedBlocks;
import dev.nn4j.core.schema.InputTally;
import dev.nn4j.core.table.RowSource;
import dev.nn4j.core.table.SourceRow;
import dev.nn4j.core.table.TargetGaps;
import dev.nn4j.core.table.WordArray;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * The rows of a source, which a model is asked about block by block on several threads. Of a row no more is kept than the
 * answer and the truth. Sums are taken in the order of rows, so that threads and blocks change no bit.
 */
public final class AskedSource {
    /** Rows of a block, of a source that gives them one by one. */
    private static final int MOST_ROWS = 1 << 10;

    private final InputTally tally;
    private final int mostRows;
    private final BlockSum losses = new BlockSum();
    private final List<AskedRows> parts = new ArrayList<>();
    private boolean hasLoss = true;
    private boolean tooMany;
    private int rows;
    private long withoutTarget;

    /**
     * Asks nothing yet.
     *
     * @param tally to which the rows are added
     * @param mostRows if there are more, reading ends
     */
    public AskedSource(InputTally tally, int mostRows) {
        this.tally = tally;
        this.mostRows = mostRows;
    }

    /**
     * Asks about all rows that are left.
     *
     * @param types how the column of a name is read
     * @return whether these are all; else there are more than were wanted, and reading ended there
     * @throws dev.nn4j.api.DataException if a row cannot be read or asked about
     */
    public boolean ask(
            Predictor predictor, TargetGaps gaps, RowSource source, Function<String, CellType> types, int threads)
            throws IOException {
        BoundColumns columns = BoundColumns.of(predictor.schema(), source, types);
        SourceBlocks blocks = SourceBlocks.filled(source, MOST_ROWS);
        OrderedBlocks.<List<SourceRow>, AskedRows>over(
                blocks,
                threads,
                Cancellation.none(),
                () -> new AskingThread(predictor, gaps, columns, tally)::ask,
                new Taking());
        return !tooMany;
    }

    /** Takes answers while they are wanted. */
    private final class Taking implements OrderedBlocks.Taker<AskedRows> {
        @Override
        public void take(AskedRows part) {
            AskedSource.this.take(part);
        }

        @Override
        public boolean wantsMore() {
            return !tooMany;
        }
    }

    private void take(AskedRows part) {
        withoutTarget += part.withoutTarget();
        tally.add(part.tally());
        if (part.rows() == 0) {
            return;
        }
        tooMany = part.rows() > mostRows - rows;
        if (tooMany) {
            return;
        }
        losses.add(rows, part.losses(), part.losses().length);
        hasLoss &= part.losses().length > 0;
        rows += part.rows();
        parts.add(new AskedRows(part.rows(), 0, part.outputs(), part.truth(), new double[0], tally));
    }

    /** How many rows could be asked. */
    public int rows() {
        return rows;
    }

    /** How many rows had no target. */
    public long withoutTarget() {
        return withoutTarget;
    }

    /** The mean loss, if the model says one. */
    public OptionalDouble loss() {
        return hasLoss ? OptionalDouble.of(losses.total() / rows) : OptionalDouble.empty();
    }

    /** The answers, {@code rows × width}. */
    public WordArray outputs(int width) {
        WordArray all = WordArray.inHeap((long) rows * width);
        long at = 0;
        for (AskedRows part : parts) {
            all.write(at, part.outputs(), 0, part.rows() * width);
            at += (long) part.rows() * width;
        }
        return all;
    }

    /** The truth; see {@link dev.nn4j.core.encoding.TargetEncoder}. */
    public WordArray truth() {
        long length = parts.stream().mapToLong(part -> part.truth().length()).sum();
        WordArray all = WordArray.inHeap(length);
        long at = 0;
        for (AskedRows part : parts) {
            WordArray truth = part.truth();
            for (long i = 0; i < truth.length(); i++) {
                all.set(at++, truth.get(i));
            }
        }
        return all;
    }
}
