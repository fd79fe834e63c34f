// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.verification.Nn;
import dev.nn4j.verification.PseudoTerminal;
import dev.nn4j.verification.cli.Launcher;
import dev.nn4j.verification.cli.Sample;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What nn shows where stdin, stdout and stderr are a terminal. */
class AtATerminalTest {
    private static final int NARROW = 60;

    @TempDir
    private Path folder;

    @Test
    void theLineThatMovesIsWholeNeverTooLongAndAlone() throws IOException, InterruptedException {
        Sample.MULTICLASS.writeTo(folder);
        Nn run = nn(NARROW, "train", "--config", "config.json", "--data", "data.csv", "--set", "training.epochs=3000");
        assertThat(run.exit()).as(run.out()).isZero();

        List<String> moving = PseudoTerminal.frames(run).stream()
                .filter(frame -> frame.startsWith("epoch "))
                .toList();
        assertThat(moving).isNotEmpty().allSatisfy(frame -> {
            assertThat(frame.length()).isLessThan(NARROW);
            assertThat(frame)
                    .as("whole figures")
                    .matches("epoch \\d+/3000(\\D.*)?")
                    .doesNotContain("…");
            assertThat(frame).as("a bar has both its ends").matches("[^\\[\\]]*(\\[[=> ]+\\][^\\[\\]]*)?");
        });
        assertThat(PseudoTerminal.frames(run))
                .contains("2 features, all numbers", "kind: 3 labels (high, low, middle)");
    }

    @Test
    void foldsShowHowFarTheyAre() throws IOException, InterruptedException {
        Sample.MULTICLASS.writeTo(folder);
        Nn run = nn(
                80,
                "train",
                "--config",
                "config.json",
                "--data",
                "data.csv",
                "--folds",
                "4",
                "--set",
                "training.epochs=3000");
        assertThat(run.exit()).as(run.out()).isZero();

        assertThat(PseudoTerminal.frames(run))
                .anyMatch(frame -> frame.matches("folds: \\d of 4 complete, \\d+ %  \\[[=> ]+\\].*"))
                .anyMatch(frame -> frame.startsWith("fold 4/4  epochs 3000"))
                .allSatisfy(frame -> assertThat(frame).doesNotMatch("folds: .*fold \\d/4.*"));
    }

    @ParameterizedTest
    @ValueSource(ints = {NARROW, 80, 132})
    void componentsFitTheTerminal(int columns) throws IOException, InterruptedException {
        Nn run = nn(columns, "plugins");
        assertThat(run.exit()).as(run.out()).isZero();

        assertThat(PseudoTerminal.frames(run))
                .filteredOn(line -> line.length() > columns)
                .isEmpty();
        assertThat(run.out()).contains("leaky-relu", "alpha");
    }

    @Test
    void componentsForAProgramAreALineEach() throws IOException, InterruptedException {
        Nn run = Launcher.in(folder).with("COLUMNS", "60").succeed("plugins", "--type", "optimizer");
        assertThat(run.out().lines())
                .filteredOn(line -> line.startsWith("adam "))
                .singleElement()
                .asString()
                .contains("learningRate (0.001, greater than 0)", "beta1", "beta2", "epsilon", "weightDecay");
    }

    @Test
    void coloursAndMovementEndWithNoColor() throws IOException, InterruptedException {
        Sample.MULTICLASS.writeTo(folder);
        Nn run = PseudoTerminal.run(
                folder,
                80,
                List.of(
                        "env",
                        "NO_COLOR=1",
                        Launcher.file().toString(),
                        "train",
                        "--config",
                        "config.json",
                        "--data",
                        "data.csv"));
        assertThat(run.out()).contains("epoch 1/").doesNotContain("\033[");
    }

    private Nn nn(int columns, String... arguments) throws IOException, InterruptedException {
        return PseudoTerminal.run(folder, columns, Launcher.command((Object[]) arguments));
    }
}
