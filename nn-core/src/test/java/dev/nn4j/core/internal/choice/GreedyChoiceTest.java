// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.choice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who is chosen of several candidates, and in what order of preference. */
class GreedyChoiceTest {
    private static List<Integer> chosen(int candidates, Map<List<Integer>, Double> costs) {
        return new GreedyChoice(together -> costs.getOrDefault(together, 9.0)).of(candidates);
    }

    @Test
    void theBetterHalfComesFirstAndThenWhoHelpsMost() {
        Map<List<Integer>, Double> costs = Map.of(
                List.of(0),
                3.0,
                List.of(1),
                2.0,
                List.of(2),
                5.0,
                List.of(3),
                6.0,
                List.of(0, 1),
                1.9,
                List.of(0, 1, 2),
                1.8,
                List.of(0, 1, 3),
                1.5,
                List.of(0, 1, 2, 3),
                1.6);
        assertThat(chosen(4, costs)).as("2 would make it worse then").containsExactly(0, 1, 3);
    }

    @Test
    void theHalfStaysEvenIfOneAloneIsBetter() {
        assertThat(chosen(3, Map.of(List.of(1), 1.0, List.of(2), 2.0, List.of(1, 2), 3.0)))
                .containsExactly(1, 2);
        assertThat(chosen(1, Map.of())).containsExactly(0);
    }

    @Test
    void whatDoesNoHarmIsTaken() {
        assertThat(new GreedyChoice(together -> 1.0).of(3)).containsExactly(0, 1, 2);
    }

    @Test
    void ofEqualsTheOneThatIsBetterAloneIsTakenAndThenTheLowerNumber() {
        Map<List<Integer>, Double> costs =
                Map.of(List.of(0), 2.0, List.of(1), 4.0, List.of(2), 3.0, List.of(0, 2), 1.5, List.of(0, 1, 2), 1.6);
        assertThat(chosen(3, costs)).containsExactly(0, 2);
        assertThat(chosen(4, Map.of(List.of(0, 1), 5.0, List.of(0, 1, 2), 5.0, List.of(0, 1, 3), 5.0)))
                .containsExactly(0, 1, 2);
    }

    @Test
    void whatIsNotANumberIsWorseThanAll() {
        assertThat(chosen(2, Map.of(List.of(0), Double.NaN, List.of(1), 1e300, List.of(0, 1), Double.NaN)))
                .containsExactly(1);
        assertThat(new GreedyChoice(together -> Double.NaN).of(3)).containsExactly(0, 1);
    }
}
