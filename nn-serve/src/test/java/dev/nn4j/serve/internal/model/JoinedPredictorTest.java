// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nn4j.api.DataException;
import dev.nn4j.core.Model;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.serve.ServedSpecimens;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Rows of many callers are predicted together, to the bits of each alone. */
class JoinedPredictorTest {
    private static final long SEED = 20261201;

    private static Model model;

    @BeforeAll
    static void train() throws IOException {
        model = ServedSpecimens.diabetes();
    }

    @Test
    void manyThreadsGetTheBitsThatEachWouldGetAlone() throws Exception {
        AtomicInteger largest = new AtomicInteger();
        JoinedPredictor joined =
                new JoinedPredictor(model, KernelChoice.AUTO, 1, rows -> largest.accumulateAndGet(rows, Math::max));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Boolean>> same = new ArrayList<>();
            for (int caller = 0; caller < 8; caller++) {
                long seed = SEED + caller;
                same.add(threads.submit(() -> asksAndCompares(joined, new Random(seed))));
            }
            for (Future<Boolean> one : same) {
                assertThat(one.get()).as("seed %d", SEED).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(largest.get()).isGreaterThan(5);
    }

    private static boolean asksAndCompares(JoinedPredictor joined, Random random) {
        Schema schema = model.schema();
        for (int call = 0; call < 300; call++) {
            int count = call % 50 == 0 ? 70 : 1 + random.nextInt(5);
            float[] rows = new float[count * schema.rawWidth()];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = 100 * random.nextFloat();
            }
            float[] outputs = new float[count * schema.outputs()];
            float[] alone = outputs.clone();
            joined.predict(rows, count, outputs, joined.newScratch());
            model.predict(rows, count, alone, model.newScratch());
            if (!Arrays.equals(outputs, alone)) {
                return false;
            }
        }
        return true;
    }

    @Test
    void aRowAtFaultIsItsCallersAlone() throws Exception {
        JoinedPredictor joined = new JoinedPredictor(model, KernelChoice.AUTO, 1, rows -> {});
        float[] bad = new float[model.schema().rawWidth()];
        bad[3] = Float.POSITIVE_INFINITY;
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<?> good = threads.submit(() -> asksAndCompares(joined, new Random(SEED)));
            for (int call = 0; call < 100; call++) {
                assertThatThrownBy(() -> joined.predict(bad, 1, new float[1], joined.newScratch()))
                        .isInstanceOf(DataException.class);
            }
            assertThat(good.get()).isEqualTo(true);
        } finally {
            threads.shutdownNow();
        }
    }
}
