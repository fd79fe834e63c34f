// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark.internal.rows;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.Function2;

/** Counts the records of a partition, and adds their keys up. */
final class TallyTask implements Function2<Integer, Iterator<byte[]>, Iterator<TallyTask.Tally>> {
    private static final long serialVersionUID = 1;

    /** How many rows a partition has, and the sum of their keys as two numbers. */
    record Tally(int partition, long rows, long high, long low) implements Serializable {}

    @Override
    public Iterator<Tally> call(Integer partition, Iterator<byte[]> records) {
        long rows = 0;
        long high = 0;
        long low = 0;
        while (records.hasNext()) {
            ByteBuffer record = ByteBuffer.wrap(records.next());
            high += record.getLong();
            low += record.getLong();
            rows++;
        }
        return List.of(new Tally(partition, rows, high, low)).iterator();
    }
}
