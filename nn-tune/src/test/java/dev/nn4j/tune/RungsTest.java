// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.tune;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.config.Configuration;
import dev.nn4j.core.registry.ComponentRegistry;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RungsTest {
    private static Rungs rungs(int epochs, String schedule) {
        return Rungs.of(
                Configuration.parse(
                                "{ \"data\": { \"target\": \"t\" }, \"network\": { \"layers\": [ { \"outputDim\": 1 } ] },"
                                        + " \"loss\": \"mse\", \"training\": { \"epochs\": " + epochs + schedule
                                        + " } }")
                        .experiment(ComponentRegistry.standard()),
                false);
    }

    private static int[] epochs(Rungs rungs, int epochs) {
        return IntStream.range(0, rungs.count())
                .map(rung -> rungs.epochs(rung, epochs))
                .toArray();
    }

    @Test
    void trialsPauseWhereTheWavesOfCoslogEnd() {
        Rungs rungs = rungs(256, ", \"schedule\": \"coslog\"");
        assertThat(epochs(rungs, 256)).containsExactly(17, 51, 119, 256);
        assertThat(rungs.goingOn()).isTrue();
        assertThat(IntStream.range(0, 4).map(rung -> rungs.seats(16, rung))).containsExactly(16, 8, 4, 2);
        Rungs five = rungs(310, ", \"schedule\": { \"type\": \"coslog\", \"cycles\": 5 }");
        assertThat(epochs(five, 310)).containsExactly(30, 70, 150, 310);
    }

    @ParameterizedTest
    @ValueSource(strings = {"one-cycle", "cosine", "warm-up-cosine"})
    void whatComesDownAtItsEndAloneIsRunThroughFaster(String schedule) {
        Rungs rungs = rungs(160, ", \"schedule\": \"" + schedule + "\"");
        assertThat(epochs(rungs, 160)).containsExactly(10, 40, 160);
        assertThat(rungs.goingOn()).isFalse();
        assertThat(IntStream.range(0, 3).map(rung -> rungs.seats(16, rung))).containsExactly(16, 5, 2);
    }

    @Test
    void ofFewEpochsThereAreFewerRungs() {
        assertThat(epochs(rungs(1, ""), 1)).containsExactly(1);
        assertThat(epochs(rungs(3, ""), 3)).containsExactly(1, 3);
        assertThat(epochs(rungs(3, ", \"schedule\": \"one-cycle\""), 3)).containsExactly(1, 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ", \"schedule\": \"coslog\"", ", \"schedule\": \"one-cycle\""})
    void aSearchTakesLessThanThreeTenthsOfTheEpochs(String schedule) {
        for (int trials : new int[] {16, 32, 64, 128}) {
            assertThat(Rounds.epochs(trials, rungs(100, schedule), 100)).isLessThan(30L * trials);
        }
    }

    @Test
    void roundsDependOnTheNumberOfTrialsAlone() {
        assertThat(Rounds.sizes(1)).containsExactly(1);
        assertThat(Rounds.sizes(8)).containsExactly(8);
        assertThat(Rounds.sizes(9)).containsExactly(5, 4);
        assertThat(Rounds.sizes(32)).containsExactly(16, 8, 8);
    }
}
