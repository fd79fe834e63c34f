// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark.internal.training;

import dev.nn4j.core.Model;
import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.fit.ShardTraining;
import dev.nn4j.core.gradient.BatchLoss;
import dev.nn4j.core.gradient.GradientSum;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.function.FlatMapFunction;

/** Trains those shards of a round whose blocks lie in a partition. */
final class ShardTask implements FlatMapFunction<Iterator<CheckedBlock>, StepPart> {
    private static final long serialVersionUID = 1;

    private final StepWork work;
    private final Parameters parameters;
    private final long step;
    private final int[] blocks;
    private final int batchRows;
    private final int allRows;

    /**
     * Of a round.
     *
     * @param blocks of the round, in its order
     * @param batchRows rows of the round
     * @param allRows rows of the training
     */
    ShardTask(StepWork work, Parameters parameters, long step, int[] blocks, int batchRows, int allRows) {
        this.work = work;
        this.parameters = parameters;
        this.step = step;
        this.blocks = blocks;
        this.batchRows = batchRows;
        this.allRows = allRows;
    }

    @Override
    public Iterator<StepPart> call(Iterator<CheckedBlock> kept) {
        Model model = work.model();
        ShardTraining shards = ShardTraining.of(
                work.training().training(model), model.network().spec(), allRows);
        Map<Integer, Integer> places = new HashMap<>();
        for (int place = 0; place < blocks.length; place++) {
            places.put(blocks[place], place);
        }
        Map<Integer, Map<Integer, Block>> here = new TreeMap<>();
        while (kept.hasNext()) {
            CheckedBlock block = kept.next();
            Integer place = places.get(block.number());
            if (place != null) {
                here.computeIfAbsent(place % shards.shards(), shard -> new TreeMap<>())
                        .put(place, work.same(block));
            }
        }
        GradientSum sum = new GradientSum(Math.min(shards.shards(), blocks.length));
        here.forEach((shard, own) -> train(shards, shard, List.copyOf(own.values()), sum));
        return sum.parts().stream().map(StepPart::of).iterator();
    }

    private void train(ShardTraining shards, int shard, List<Block> own, GradientSum sum) {
        Model model = work.model();
        DataSet rows =
                Block.rows(own, model.schema().inputWidth(), model.schema().outputs());
        float[] change = new float[model.network().spec().trainableCount()];
        double share = (double) rows.rows() / batchRows;
        BatchLoss loss = shards.train(step, shard, rows, share, parameters.values(), change);
        sum.add(shard, change, loss);
    }
}
