// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.core.sample.Bits;
import dev.nn4j.core.sample.MixedModel;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** One model serves any number of threads, each with the answers that one thread alone gets, bit for bit. */
class ModelThreadsTest {
    private static final int THREADS = 64;
    private static final int TURNS = 200;
    private static final int ROWS = 50;

    private final Model model = MixedModel.create();
    private final float[] rows = MixedModel.rows(ROWS);

    private record Customer(float size, float weight, String plan, boolean active) {}

    @Test
    void eachWithAScratchOfItsOwn() throws Exception {
        int[] alone = Bits.of(outputs(model.newScratch(), ROWS));
        assertEachGets(alone, () -> {
            Scratch scratch = model.newScratch();
            for (int turn = 1; turn < TURNS; turn++) {
                outputs(scratch, 1 + turn % ROWS);
            }
            return Bits.of(outputs(scratch, ROWS));
        });
    }

    @Test
    void rowByRowWithoutScratch() throws Exception {
        int[] alone = Bits.of(outputs(model.newScratch(), ROWS));
        assertEachGets(
                alone,
                () -> Bits.of(oneByOne(at -> {
                    float[] row = new float[MixedModel.RAW_WIDTH];
                    System.arraycopy(rows, at, row, 0, row.length);
                    return model.predict(row);
                })));
    }

    @Test
    void throughOneRecordBinding() throws Exception {
        Function<Customer, Prediction> predictor = model.forRecords(Customer.class, MethodHandles.lookup());
        int[] alone = Bits.of(outputs(model.newScratch(), ROWS));
        assertEachGets(
                alone,
                () -> Bits.of(oneByOne(at -> predictor.apply(new Customer(
                        rows[at], rows[at + 1], MixedModel.PLANS.get((int) rows[at + 2]), rows[at + 3] == 1)))));
    }

    private float[] outputs(Scratch scratch, int count) {
        float[] outputs = new float[ROWS * MixedModel.OUTPUTS];
        model.predict(rows, count, outputs, scratch);
        return outputs;
    }

    private static float[] oneByOne(Function<Integer, Prediction> predictor) {
        float[] outputs = new float[ROWS * MixedModel.OUTPUTS];
        for (int row = 0; row < ROWS; row++) {
            float[] answer = predictor.apply(row * MixedModel.RAW_WIDTH).outputs();
            System.arraycopy(answer, 0, outputs, row * MixedModel.OUTPUTS, answer.length);
        }
        return outputs;
    }

    /** All threads begin at once. */
    private static void assertEachGets(int[] alone, Callable<int[]> work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<int[]>> answers = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                answers.add(threads.submit(() -> {
                    start.await();
                    return work.call();
                }));
            }
            for (Future<int[]> answer : answers) {
                assertThat(answer.get()).containsExactly(alone);
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
