// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.core.experiment.Monitor;
import dev.nn4j.core.fit.EpochRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class HistoryCsvTest {
    @Test
    void fieldsThatDoNotApplyAreEmptyAndNumbersAreInFull() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        OptionalDouble none = OptionalDouble.empty();

        HistoryCsv.write(
                List.of(
                        EpochRecord.builder(1)
                                .loss(0.1 + 0.2)
                                .accuracy(none)
                                .validationLoss(none)
                                .validationAccuracy(none)
                                .learningRate(0.001)
                                .seconds(2)
                                .build(),
                        EpochRecord.builder(2)
                                .loss(0.25)
                                .accuracy(OptionalDouble.of(1))
                                .validationLoss(OptionalDouble.of(0.5))
                                .validationAccuracy(OptionalDouble.of(0))
                                .learningRate(1e-4)
                                .seconds(1.5)
                                .build()),
                out);

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("""
                epoch,loss,accuracy,val_loss,val_accuracy,learning_rate,seconds
                1,0.30000000000000004,,,,0.001,2
                2,0.25,1,0.5,0,1E-4,1.5
                """);
    }

    @Test
    void scoresThatWereWatchedStandBehindTheRest() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        HistoryCsv.write(
                List.of(EpochRecord.builder(1)
                        .loss(0.5)
                        .learningRate(0.001)
                        .scores(Map.of(Monitor.VALIDATION_F1, 0.25, Monitor.VALIDATION_AUC, 0.75))
                        .build()),
                out);

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("""
                epoch,loss,accuracy,val_loss,val_accuracy,learning_rate,seconds,val_auc,val_f1
                1,0.5,,,,0.001,,0.75,0.25
                """);
    }
}
