// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark.internal.training;

import dev.nn4j.api.DataException;
import dev.nn4j.core.Model;
import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.fit.NetworkTraining;
import dev.nn4j.core.gradient.BatchPart;
import dev.nn4j.core.gradient.GradientSource;
import dev.nn4j.core.gradient.GradientSum;
import dev.nn4j.core.gradient.TrainingBatch;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.table.WordArray;
import dev.nn4j.core.training.Training;
import dev.nn4j.spark.internal.rows.ContentRows;
import dev.nn4j.spark.internal.rows.RecordReader;
import dev.nn4j.spark.internal.scoring.SharedModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/** The rows of a training as blocks on executors, who compute what a step needs of them: one job a step. */
public final class ClusterRows implements Training.DistantRows, AutoCloseable {
    private final JavaSparkContext context;
    private final ContentRows rows;
    private final Layout layout;
    private final Table first;
    private final List<Broadcast<?>> broadcasts = new ArrayList<>();
    private Optional<JavaRDD<CheckedBlock>> blocks = Optional.empty();
    private Optional<Broadcast<SharedModel>> prepared = Optional.empty();
    private Optional<Broadcast<long[]>> checksums = Optional.empty();

    /**
     * How rows are laid out.
     *
     * @param skipped rows, the first in order, that are not trained on
     * @param lanes see {@link Lanes}
     * @param partitions of the blocks
     * @param weight the column of weights; empty for none
     * @param level where blocks are kept
     */
    public record Layout(int skipped, int lanes, int partitions, String weight, StorageLevel level) {}

    /**
     * Of rows in order.
     *
     * @param first those that columns are fitted to, which are here
     */
    public ClusterRows(JavaSparkContext context, ContentRows rows, Layout layout, Table first) {
        this.context = context;
        this.rows = rows;
        this.layout = layout;
        this.first = first;
    }

    @Override
    public String sha256() {
        return rows.sha256();
    }

    private int count() {
        return (int) (rows.count() - layout.skipped);
    }

    @Override
    public DataSet encoded(Model model) {
        Broadcast<SharedModel> shared = context.broadcast(SharedModel.of(model));
        broadcasts.add(shared);
        prepared = Optional.of(shared);
        EncodeTask encode =
                new EncodeTask(new RecordReader(rows.plan()), shared, layout.weight, rows.offsets(), layout.skipped);
        JavaRDD<CheckedBlock> made = rows.records()
                .mapPartitionsWithIndex(encode, true)
                .mapToPair(piece -> piece)
                .groupByKey(new Lanes(layout.lanes, layout.partitions))
                .map(pieces -> {
                    List<Block> all = new ArrayList<>();
                    pieces._2().forEach(all::add);
                    return CheckedBlock.of(Block.of(all));
                })
                .persist(layout.level);
        blocks = Optional.of(made);
        keepChecksums(made, model.schema().outputs());
        DataSet here = DataSet.of(first, model.schema(), model.inputScaler(), model.targetScaler());
        return withWeights(DataSet.elsewhere(count(), here), made);
    }

    private void keepChecksums(JavaRDD<CheckedBlock> made, int targetWidth) {
        long[] found = new long[(count() - 1) / BatchPart.BLOCK_ROWS + 1];
        long rowsFound = 0;
        for (BlockNote note :
                made.map(block -> BlockNote.of(block, targetWidth)).collect()) {
            int expected = Math.min(BatchPart.BLOCK_ROWS, count() - note.number() * BatchPart.BLOCK_ROWS);
            rowsFound += note.rows() == expected ? expected : 0;
            found[note.number()] = note.checksum();
        }
        if (rowsFound != count()) {
            throw new DataException("DataFrame: the source has answered differently when it was read again, with other"
                    + " rows; keep them (DataFrame.checkpoint, or a table that does not change)");
        }
        Broadcast<long[]> shared = context.broadcast(found);
        broadcasts.add(shared);
        checksums = Optional.of(shared);
    }

    /** All weights are here, since their mean is that of all rows in order. */
    private DataSet withWeights(DataSet data, JavaRDD<CheckedBlock> made) {
        if (layout.weight.isEmpty()) {
            return data;
        }
        WordArray weights = WordArray.inHeap(count());
        for (Tuple2<Integer, float[]> one : made.map(
                        block -> new Tuple2<>(block.number(), block.block().weights()))
                .collect()) {
            weights.write((long) one._1() * BatchPart.BLOCK_ROWS, one._2(), 0, one._2().length);
        }
        return data.withWeights(weights);
    }

    @Override
    public GradientSource gradients(NetworkTraining training, NetworkSpec spec) {
        StepWork work = new StepWork(prepared.orElseThrow(), ShippedTraining.of(training), checksums.orElseThrow());
        int shards = training.options().shards(count());
        return (batch, parameters, gradient) -> {
            int[] numbers = numbers(batch);
            Parameters shipped = new Parameters(context, parameters);
            FlatMapFunction<Iterator<CheckedBlock>, StepPart> task = shards > 0
                    ? new ShardTask(work, shipped, batch.step(), numbers, batch.rows(), count())
                    : new BlockTask(work, shipped, batch.step(), numbers, batch.weight());
            GradientSum sum = new GradientSum(shards > 0 ? Math.min(shards, numbers.length) : numbers.length);
            for (StepPart part : blocks.orElseThrow().mapPartitions(task).collect()) {
                sum.add(part.part());
            }
            shipped.destroy();
            return sum.total(gradient);
        };
    }

    /** Which blocks of the training rows make a batch. */
    private static int[] numbers(TrainingBatch batch) {
        int[] numbers = new int[batch.blocks()];
        Arrays.setAll(
                numbers,
                place -> batch.order().get((long) batch.first() + (long) place * BatchPart.BLOCK_ROWS)
                        / BatchPart.BLOCK_ROWS);
        return numbers;
    }

    /** Lets go of what executors keep. */
    @Override
    public void close() {
        blocks.ifPresent(made -> made.unpersist(false));
        broadcasts.forEach(Broadcast::destroy);
    }
}
