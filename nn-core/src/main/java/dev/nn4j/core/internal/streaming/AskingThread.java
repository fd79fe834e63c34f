// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.streaming;

import dev.nn4j.core.Predictor;
import dev.nn4j.core.Scratch;
import dev.nn4j.core.encoding.TargetEncoder;
import dev.nn4j.core.schema.InputTally;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.table.SourceRow;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.table.TargetGaps;
import dev.nn4j.core.table.WordArray;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** Asks a model about blocks of rows, in raw rows beside their targets, with memory that it keeps. For one thread. */
final class AskingThread {
    private final Predictor predictor;
    private final Schema schema;
    private final TargetGaps gaps;
    private final BoundColumns columns;
    private final InputTally counted;
    private final TargetEncoder encoder;
    private final Scratch scratch;
    private float[] raw = new float[0];

    /**
     * Of a thread.
     *
     * @param counted for the model; stays as it is
     */
    AskingThread(Predictor predictor, TargetGaps gaps, BoundColumns columns, InputTally counted) {
        this.predictor = predictor;
        this.schema = predictor.schema();
        this.gaps = gaps;
        this.columns = columns;
        this.counted = counted;
        this.encoder = new TargetEncoder(schema);
        this.scratch = predictor.newScratch();
    }

    AskedRows ask(List<SourceRow> rows) {
        Table targets = columns.targets(rows);
        WordArray targeted = targeted(targets);
        columns.requireReadable(rows, targeted);
        InputTally tally = counted.newPart();
        int floats = (int) targeted.length() * schema.rawWidth();
        raw = raw.length < floats ? new float[floats] : raw;
        int[] usable = new int[(int) targeted.length()];
        int count = 0;
        for (int i = 0; i < usable.length; i++) {
            int row = targeted.get(i);
            usable[count] = row;
            count += columns.features().read(rows.get(row), raw, count * schema.rawWidth(), tally) ? 1 : 0;
        }
        int withoutTarget = rows.size() - usable.length;
        if (count == 0) {
            return AskedRows.none(withoutTarget, tally);
        }
        Table kept = count == rows.size() ? targets : targets.select(WordArray.of(Arrays.copyOf(usable, count)));
        return asked(kept, withoutTarget, tally);
    }

    /** Of a block none need have a target, as of a table one must. */
    private WordArray targeted(Table block) {
        return gaps.skipped()
                ? gaps.present(block, schema.targets(), schema.labels())
                : gaps.rowsOf(block, schema.targets(), schema.labels());
    }

    private AskedRows asked(Table targets, int withoutTarget, InputTally tally) {
        WordArray truth = encoder.truth(targets);
        Told told = new Told(targets.rows(), schema.detailWidth());
        OptionalDouble loss = predictor.predictDetails(raw, encoder.encode(truth), targets.rows(), told, scratch);
        double[] losses = loss.isPresent() ? told.losses() : new double[0];
        return new AskedRows(targets.rows(), withoutTarget, told.outputs, truth, losses, tally);
    }

    /** Keeps what a model tells. */
    private static final class Told implements Predictor.OutputSink {
        private final int width;
        private final float[] outputs;
        private final double[] losses;
        private int known;

        Told(int rows, int width) {
            this.width = width;
            this.outputs = new float[rows * width];
            this.losses = new double[rows];
        }

        @Override
        public void accept(int first, int count, float[] some) {
            System.arraycopy(some, 0, outputs, first * width, count * width);
        }

        @Override
        public void losses(int first, int count, double[] some) {
            System.arraycopy(some, 0, losses, first, count);
            known += count;
        }

        double[] losses() {
            if (known < losses.length) {
                throw new IllegalStateException("model: it gives a mean loss and not that of each row,"
                        + " which rows of a source need; read them into a table");
            }
            return losses;
        }
    }
}
