// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.encoding;

import dev.nn4j.core.internal.blocks.Blocks;
import dev.nn4j.core.internal.blocks.RowBlocks;
import dev.nn4j.core.internal.work.FirstFault;
import dev.nn4j.core.internal.work.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Rows of numbers that are walked over block by block, as often as it takes, each of several threads having blocks of its own.
 *
 * @param rows how many
 * @param width numbers to a row
 * @param threads how many there may be
 * @param sources each gives them to one thread
 */
record WalkedColumns(int rows, int width, int threads, Supplier<Source> sources) {
    private static final int BLOCK_FLOATS = 1 << 16;
    /** Numbers below which threads cost more than they bring. */
    private static final long FEW = 1 << 18;

    /** The rows, block by block. */
    interface Source {
        /** Copies the rows {@code [from, to)} into {@code block} from its begin on. */
        void read(int from, int to, float[] block);
    }

    /** What is to be known of the rows of one of the {@link Blocks}, and is reset by being told. */
    interface Statistic {
        /** Sees so many rows from row {@code first} on, whose values are in {@code values} from its begin on. */
        void see(int first, int count, float[] values);

        /** Tells what it has seen; that of the blocks before was told before. On the thread that called. */
        void tell();
    }

    /** Shows all values, row by row, and has told what was seen in the order of blocks. */
    void over(Supplier<Statistic> statistics) {
        int blocks = Blocks.of(rows);
        int sharing = (long) rows * width < FEW ? 1 : Math.min(threads, blocks);
        FirstFault faults = new FirstFault();
        List<Share> shares = new ArrayList<>();
        for (int worker = 0; worker < sharing; worker++) {
            shares.add(new Share(sources.get(), statistics.get()));
        }
        try (Workers workers = new Workers(sharing)) {
            for (int first = 0; first < blocks; first += sharing) {
                int from = first;
                int together = Math.min(sharing, blocks - first);
                workers.run(
                        (worker, all) -> {
                            if (worker < together) {
                                faults.of(worker, () -> shares.get(worker).walk(from + worker));
                            }
                        },
                        true);
                faults.rethrow();
                shares.subList(0, together).forEach(share -> share.statistic.tell());
            }
        }
    }

    /** What one thread reads into, and what has seen it. */
    private final class Share {
        private final Source source;
        private final Statistic statistic;
        private final float[] values = new float[Math.multiplyExact(Math.min(blockRows(width), rows), width)];

        Share(Source source, Statistic statistic) {
            this.source = source;
            this.statistic = statistic;
        }

        void walk(int block) {
            int first = block * Blocks.ROWS;
            RowBlocks.over(Math.min(Blocks.ROWS, rows - first), blockRows(width), (from, to) -> {
                source.read(first + from, first + to, values);
                statistic.see(first + from, to - from, values);
            });
        }
    }

    /** Most rows that are asked for at a time. */
    static int blockRows(int width) {
        return Math.max(1, Math.min(Blocks.ROWS, BLOCK_FLOATS / width));
    }
}
