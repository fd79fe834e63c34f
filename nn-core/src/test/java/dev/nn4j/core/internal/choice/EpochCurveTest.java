// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.choice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.core.experiment.EarlyStopping;
import dev.nn4j.core.experiment.Monitor;
import dev.nn4j.core.fit.EpochRecord;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How many epochs trainings with rows set aside say are best. */
class EpochCurveTest {
    private static final EarlyStopping BY_LOSS = EarlyStopping.builder().build();

    private static List<EpochRecord> losses(double... values) {
        return IntStream.range(0, values.length)
                .mapToObj(i -> EpochRecord.builder(i + 1)
                        .validationLoss(OptionalDouble.of(values[i]))
                        .validationAccuracy(OptionalDouble.of(1 - values[i]))
                        .build())
                .toList();
    }

    private static int best(EarlyStopping stopping, double... values) {
        return new EpochCurve(List.of(losses(values))).bestEpoch(stopping);
    }

    @Test
    void anEpochIsAsGoodAsThoseBesideItToo() {
        assertThat(best(BY_LOSS, 0.42, 0.317, 0.347, 0.329, 0.326, 0.320, 0.3204, 0.322, 0.34))
                .isEqualTo(7);
        assertThat(best(BY_LOSS, 5, 4, 3, 2, 3, 4)).isEqualTo(4);
    }

    @Test
    void atTheEndsItsOwnValueStandsForTheOneThatIsNotThere() {
        assertThat(best(BY_LOSS, 3, 2, 1)).isEqualTo(3);
        assertThat(best(BY_LOSS, 1, 2, 3)).isEqualTo(1);
        assertThat(best(BY_LOSS, 3, 1, 2)).isEqualTo(2);
        assertThat(best(BY_LOSS, 1)).isEqualTo(1);
    }

    @Test
    void whatShouldBeGreatIsTakenAsIt() {
        EarlyStopping byAccuracy =
                EarlyStopping.builder().monitor(Monitor.VALIDATION_ACCURACY).build();

        assertThat(best(byAccuracy, 0.5, 0.2, 0.25, 0.3)).isEqualTo(3);
    }

    @Test
    void tiesAreResolvedAsTheRuleSays() {
        assertThat(best(BY_LOSS, 2, 1, 1, 1, 1, 2)).isEqualTo(3);
        assertThat(best(EarlyStopping.builder().ties(EarlyStopping.Ties.LAST).build(), 2, 1, 1, 1, 1, 2))
                .isEqualTo(4);
    }

    @Test
    void severalTrainingsSpeakOfTheEpochsThatAllHaveComeTo() {
        EpochCurve curve = new EpochCurve(List.of(losses(3, 2, 1, 0), losses(1, 2, 6)));

        assertThat(curve.bestEpoch(BY_LOSS)).isEqualTo(1);
        assertThat(curve.lastEpoch()).isEqualTo(4);
    }

    @Test
    void whereNoEpochIsPreferredToTheLastThereAreAsManyAsThereWere() {
        assertThat(best(EarlyStopping.builder().restoreBest(false).build(), 1, 2, 3))
                .isEqualTo(3);
    }
}
