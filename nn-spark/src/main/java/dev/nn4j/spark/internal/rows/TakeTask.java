// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark.internal.rows;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.Function2;

/** Takes those records of a partition whose places among all are in a range. */
final class TakeTask implements Function2<Integer, Iterator<byte[]>, Iterator<byte[]>> {
    private static final long serialVersionUID = 1;

    private final long[] offsets;
    private final long from;
    private final long to;

    TakeTask(long[] offsets, long from, long to) {
        this.offsets = offsets;
        this.from = from;
        this.to = to;
    }

    @Override
    public Iterator<byte[]> call(Integer partition, Iterator<byte[]> records) {
        List<byte[]> taken = new ArrayList<>();
        for (long place = offsets[partition]; place < to && records.hasNext(); place++) {
            byte[] record = records.next();
            if (place >= from) {
                taken.add(record);
            }
        }
        return taken.iterator();
    }
}
