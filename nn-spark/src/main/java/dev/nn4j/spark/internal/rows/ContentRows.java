// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark.internal.rows;

import dev.nn4j.api.DataException;
import dev.nn4j.core.table.Table;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.functions;

/** The rows of a DataFrame in the order of their content, whatever the order and the partitions in which they came. */
public final class ContentRows {
    private static final int MOST_HERE = 5_000_000;

    private final RowPlan plan;
    private final JavaRDD<byte[]> sorted;
    /** Where each partition begins, and where the last one ends. */
    private final long[] offsets;

    private final String sha256;

    private ContentRows(RowPlan plan, JavaRDD<byte[]> sorted, long[] offsets, String sha256) {
        this.plan = plan;
        this.sorted = sorted;
        this.offsets = offsets;
        this.sha256 = sha256;
    }

    /**
     * Puts rows in order: a job that reads them and a shuffle, from which other jobs take them.
     *
     * @param partitions of the result
     */
    public static ContentRows of(Dataset<?> frame, RowPlan plan, int partitions) {
        Column[] columns = plan.read().stream()
                .map(name -> functions.col("`" + name.replace("`", "``") + "`"))
                .toArray(Column[]::new);
        JavaRDD<byte[]> sorted = frame.toDF()
                .select(columns)
                .toJavaRDD()
                .mapPartitionsToPair(new ReadTask(plan))
                .repartitionAndSortWithinPartitions(new KeyRanges(partitions), new RecordOrder())
                .keys();
        List<TallyTask.Tally> tallies =
                sorted.mapPartitionsWithIndex(new TallyTask(), true).collect();
        long[] offsets = new long[partitions + 1];
        long high = 0;
        long low = 0;
        for (TallyTask.Tally tally : tallies) {
            offsets[tally.partition() + 1] = tally.rows();
            high += tally.high();
            low += tally.low();
        }
        Arrays.parallelPrefix(offsets, Long::sum);
        return new ContentRows(plan, sorted, offsets, sha256(offsets[partitions], high, low));
    }

    private static String sha256(long rows, long high, long low) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(ByteBuffer.allocate(3 * Long.BYTES)
                                    .putLong(rows)
                                    .putLong(high)
                                    .putLong(low)
                                    .array()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    /** How the rows are read. */
    public RowPlan plan() {
        return plan;
    }

    /** The rows as records, in order from partition to partition. */
    public JavaRDD<byte[]> records() {
        return sorted;
    }

    /** Which place the first row of a partition has among all. */
    public long[] offsets() {
        return offsets.clone();
    }

    /** How many rows there are. */
    public long count() {
        return offsets[offsets.length - 1];
    }

    /** What tells these rows from others: a hash of the sum of all keys, which does not depend on an order. */
    public String sha256() {
        return sha256;
    }

    /**
     * The same, if they may all come to the driver.
     *
     * @throws DataException if there are more than five million
     */
    public ContentRows requireFew() {
        if (count() > MOST_HERE) {
            throw new DataException("DataFrame: there must be at most " + MOST_HERE
                    + " rows to bring them to the driver, got " + count() + "; take a sample");
        }
        return this;
    }

    /** Brings rows of some places here. */
    public Table take(long from, long to) {
        return new RecordFormat(plan).decode(collect(from, to), from + 1);
    }

    /** Brings all rows here, to be sent to executors. */
    public SharedTable all() {
        return new SharedTable(plan, collect(0, count()));
    }

    private List<byte[]> collect(long from, long to) {
        return sorted.mapPartitionsWithIndex(new TakeTask(offsets, from, to), true)
                .collect();
    }
}
