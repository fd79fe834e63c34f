// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark.internal.training;

import dev.nn4j.core.Model;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.gradient.BatchLoss;
import dev.nn4j.core.gradient.BatchPart;
import dev.nn4j.core.gradient.BlockGradient;
import dev.nn4j.core.gradient.GradientSum;
import dev.nn4j.core.table.WordArray;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.FlatMapFunction;

/** Computes the gradients of those blocks of a batch that lie in a partition. */
final class BlockTask implements FlatMapFunction<Iterator<CheckedBlock>, StepPart> {
    private static final long serialVersionUID = 1;

    private final StepWork work;
    private final Parameters parameters;
    private final long step;
    private final int[] blocks;
    private final double batchWeight;

    /**
     * Of a batch.
     *
     * @param blocks of the batch, in its order
     * @param batchWeight what its rows would weigh at the mean weight
     */
    BlockTask(StepWork work, Parameters parameters, long step, int[] blocks, double batchWeight) {
        this.work = work;
        this.parameters = parameters;
        this.step = step;
        this.blocks = blocks;
        this.batchWeight = batchWeight;
    }

    @Override
    public Iterator<StepPart> call(Iterator<CheckedBlock> kept) {
        Map<Integer, Integer> places = new HashMap<>();
        for (int place = 0; place < blocks.length; place++) {
            places.put(blocks[place], place);
        }
        Model model = work.model();
        GradientSum sum = new GradientSum(blocks.length);
        try (BlockGradient gradients = BlockGradient.of(
                model.network().spec(),
                model.loss(),
                work.training().trainingOptions(),
                new Execution(1, Execution.defaults().kernels()))) {
            while (kept.hasNext()) {
                CheckedBlock block = kept.next();
                Integer place = places.get(block.number());
                if (place != null) {
                    add(gradients, work.same(block), place, sum);
                }
            }
        }
        return sum.parts().stream().map(StepPart::of).iterator();
    }

    private void add(BlockGradient gradients, Block block, int place, GradientSum sum) {
        Model model = work.model();
        DataSet rows = Block.rows(
                List.of(block), model.schema().inputWidth(), model.schema().outputs());
        WordArray order = WordArray.of(IntStream.range(0, rows.rows()).toArray());
        float[] gradient = new float[model.network().spec().trainableCount()];
        BatchPart part = new BatchPart(step, order, 0, rows.rows(), place * BatchPart.BLOCK_ROWS, batchWeight);
        BatchLoss loss = gradients.compute(rows, part, parameters.values(), gradient);
        sum.add(place, gradient, loss);
    }
}
