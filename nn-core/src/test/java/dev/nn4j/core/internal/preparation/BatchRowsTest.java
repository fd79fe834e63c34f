// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.preparation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.core.experiment.TrainingOptions;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.sample.Architectures;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchRowsTest {
    private static final NetworkSpec PLAIN =
            Architectures.inputs(3).layerNormalization().dense(1, "identity").spec();
    private static final NetworkSpec COUPLED =
            Architectures.inputs(3).batchNormalization().dense(1, "identity").spec();

    @Test
    void aLastBatchOfOneRowJoinsTheOneBeforeWhereBatchesAreNormalised() {
        assertThat(ends(COUPLED, 4, 13)).containsExactly(4, 8, 13);
        assertThat(ends(PLAIN, 4, 13)).containsExactly(4, 8, 12, 13);
        assertThat(batches(COUPLED, 4, 13).most()).isEqualTo(5);
        assertThat(batches(PLAIN, 4, 13).most()).isEqualTo(4);
    }

    @Test
    void otherBatchesAreAsLongAsAskedFor() {
        assertThat(ends(COUPLED, 4, 14)).containsExactly(4, 8, 12, 14);
        assertThat(ends(COUPLED, 4, 12)).containsExactly(4, 8, 12);
        assertThat(ends(COUPLED, 100, 13)).containsExactly(13);
        assertThat(ends(COUPLED, TrainingOptions.FULL_BATCH, 13)).containsExactly(13);
        assertThat(ends(COUPLED, 2, 3)).containsExactly(3);
        assertThat(batches(COUPLED, 4, 14).most()).isEqualTo(4);
        assertThat(batches(COUPLED, TrainingOptions.FULL_BATCH, 13).most()).isEqualTo(13);
    }

    @Test
    void aShortLastBatchMayBeLeftOut() {
        assertThat(endsOf(dropping(PLAIN, 4, 14))).containsExactly(4, 8, 12);
        assertThat(endsOf(dropping(COUPLED, 4, 13))).containsExactly(4, 8, 12);
        assertThat(endsOf(dropping(PLAIN, 4, 12))).containsExactly(4, 8, 12);
        assertThat(endsOf(dropping(PLAIN, 100, 13))).containsExactly(13);
        assertThat(dropping(PLAIN, 4, 14).rows()).isEqualTo(12);
    }

    @Test
    void theSizeMaySuitTheRows() {
        int auto = TrainingOptions.AUTO_BATCH;
        assertThat(new int[] {
                    batches(PLAIN, auto, 20).most(),
                    batches(PLAIN, auto, 1024).most(),
                    batches(PLAIN, auto, 1025).most(),
                    batches(PLAIN, auto, 8193).most(),
                    batches(PLAIN, auto, 30_001).most(),
                    batches(PLAIN, auto, 100_001).most()
                })
                .containsExactly(20, 64, 128, 256, 512, 1024);
    }

    @Test
    void theBatchesOfAnEpochAreCounted() {
        for (int rows = 2; rows < 40; rows++) {
            for (NetworkSpec spec : List.of(PLAIN, COUPLED)) {
                for (BatchRows batches : List.of(batches(spec, 4, rows), dropping(spec, 4, rows))) {
                    assertThat(batches.count())
                            .as("%s rows", rows)
                            .isEqualTo(endsOf(batches).size());
                }
            }
        }
    }

    @Test
    void oneRowHasNoStatistics() {
        assertThatThrownBy(() -> batches(COUPLED, 32, 1))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("network.layers: batch-normalization needs at least 2 rows to train on, there is 1;"
                        + " give more data");
        assertThatThrownBy(() -> batches(COUPLED, 1, 10))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("training.batchSize: must be at least 2 for batch-normalization, got 1");
        assertThat(ends(PLAIN, 1, 2)).containsExactly(1, 2);
    }

    private static List<Integer> ends(NetworkSpec spec, int batchSize, int rows) {
        return endsOf(batches(spec, batchSize, rows));
    }

    private static List<Integer> endsOf(BatchRows batches) {
        List<Integer> ends = new ArrayList<>();
        for (int first = 0; first < batches.rows(); first = batches.end(first)) {
            ends.add(batches.end(first));
        }
        return ends;
    }

    private static BatchRows dropping(NetworkSpec spec, int batchSize, int rows) {
        TrainingOptions options =
                TrainingOptions.builder().batchSize(batchSize).dropLast(true).build();
        return new BatchRows(spec, options, rows);
    }

    private static BatchRows batches(NetworkSpec spec, int batchSize, int rows) {
        TrainingOptions options = TrainingOptions.builder().batchSize(batchSize).build();
        return new BatchRows(spec, options, rows);
    }
}
