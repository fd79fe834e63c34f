// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark.internal.training;

import dev.nn4j.core.Model;
import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.encoding.SampleWeights;
import dev.nn4j.core.gradient.BatchPart;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.table.WordArray;
import dev.nn4j.spark.internal.rows.RecordReader;
import dev.nn4j.spark.internal.scoring.SharedModel;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.Function2;
import org.apache.spark.broadcast.Broadcast;
import scala.Tuple2;

/** Encodes the records of a partition to blocks; its first and last may be pieces of those that reach into others. */
final class EncodeTask implements Function2<Integer, Iterator<byte[]>, Iterator<Tuple2<Integer, Block>>> {
    private static final long serialVersionUID = 1;

    private final RecordReader reader;
    private final Broadcast<SharedModel> prepared;
    private final String weight;
    private final long[] offsets;
    private final long skipped;

    /**
     * Of records.
     *
     * @param weight the column of weights; empty for none
     * @param offsets where partitions begin among all rows
     * @param skipped how many of all rows, the first ones, are not trained on
     */
    EncodeTask(RecordReader reader, Broadcast<SharedModel> prepared, String weight, long[] offsets, long skipped) {
        this.reader = reader;
        this.prepared = prepared;
        this.weight = weight;
        this.offsets = offsets;
        this.skipped = skipped;
    }

    @Override
    public Iterator<Tuple2<Integer, Block>> call(Integer partition, Iterator<byte[]> records) {
        long place = offsets[partition] - skipped;
        while (place < 0 && records.hasNext()) {
            records.next();
            place++;
        }
        return new Encoded(place, records);
    }

    private final class Encoded implements Iterator<Tuple2<Integer, Block>> {
        private final Iterator<byte[]> records;
        private long place;

        Encoded(long place, Iterator<byte[]> records) {
            this.place = place;
            this.records = records;
        }

        @Override
        public boolean hasNext() {
            return records.hasNext();
        }

        @Override
        public Tuple2<Integer, Block> next() {
            if (!hasNext()) {
                throw new NoSuchElementException("encoding: there are no more records");
            }
            int number = (int) (place / BatchPart.BLOCK_ROWS);
            int first = (int) (place % BatchPart.BLOCK_ROWS);
            List<byte[]> some = new ArrayList<>();
            while (records.hasNext() && first + some.size() < BatchPart.BLOCK_ROWS) {
                some.add(records.next());
            }
            Table table = reader.read(some, place + 1);
            place += some.size();
            return new Tuple2<>(number, block(number, first, table));
        }
    }

    private Block block(int number, int first, Table table) {
        Model model = prepared.value().model();
        DataSet rows = DataSet.of(table, model.schema(), model.inputScaler(), model.targetScaler());
        float[] weights = new float[weight.isEmpty() ? 0 : table.rows()];
        if (!weight.isEmpty()) {
            WordArray given = SampleWeights.of(table, weight);
            given.read(0, weights, 0, weights.length);
        }
        return new Block(number, first, rows.inputs(), rows.targets(), weights);
    }
}
