// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.cli.CliRun;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CommandLineFactoryTest {
    @ParameterizedTest
    @EnumSource
    void everyCommandHasHelpWithAnExample(Subcommand subcommand) {
        String command = subcommand.word();
        CliRun run = CliRun.of(command, "--help");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("Usage: nn " + command, "Example:", "nn " + command, "--quiet", "--threads");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void helpListsEveryCommand() {
        for (Subcommand command : Subcommand.ALL) {
            assertThat(CliRun.of("--help").out()).containsPattern("(?m)^ +" + command.word() + " ");
        }
    }

    @Test
    void theRootHasHelpAndVersion() {
        assertThat(CliRun.of("--help").out()).contains("Usage: nn", "Commands:", "train", "Example:");
        assertThat(CliRun.of("--version").out()).startsWith("nn ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "|a command is missing",
                "trian|unknown command 'trian'; did you mean 'train'?",
                "train --confg x|unknown option '--confg'; did you mean '--config'?",
                "train --data x|missing required option: '--config=FILE'",
                "inspect a b|unexpected argument 'b'",
                "inspect|missing required parameter: 'MODEL'",
                "plugins --type activaton|--type: there is no type 'activaton'; did you mean 'activation'?",
                "plugins --threads 0|--threads: must be at least 1, got 0",
                "plugins --threads two|invalid value for option '--threads'",
                "plugins --kernels fast|invalid value for option '--kernels': must be auto, scalar or vector, got 'fast'",
                "plugins --quiet --verbose|--quiet and --verbose contradict each other",
                "plugins --json --json|option '--json' should be specified only once",
                "new --template ternary|invalid value for option '--template': must be binary, multiclass or regression",
                "new --data x.csv|--data needs --target",
                "train --config a --data b --set epochs|invalid value for option '--set'",
                "train --config a --data b --plot c.gif|--plot: 'c.gif' must end in .png or .svg",
                "train --config a --data b --history - --json|--json prints on stdout",
                "train --config a --data b --out -|--out: a model needs a file",
                "train --config a --data b --out ''|--out: the name of a file must not be empty",
                "evaluate --model - --data b|--model: a model needs a file"
            })
    void wrongUsageHasExitCodeTwo(String line, String message) {
        String[] arguments = line == null ? new String[0] : line.split(" ");
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = arguments[i].equals("''") ? "" : arguments[i];
        }

        CliRun run = CliRun.of((Object[]) arguments);

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.error()).startsWith("error: " + message);
    }

    @Test
    void aCommandIsTheSameWhetherOrNotTheOthersAreThere() {
        // Behind an option of the root nobody knows at once which command is asked for.
        for (String line :
                List.of("train --help", "plugins verify --help", "train predict", "inspect", "new --threads")) {
            String[] alone = line.split(" ");
            String[] amongAll = ("--quiet " + line).split(" ");
            CliRun one = CliRun.of((Object[]) alone);
            CliRun other = CliRun.of((Object[]) amongAll);
            assertThat(one.exit()).isEqualTo(other.exit());
            assertThat(one.out()).isEqualTo(other.out());
            assertThat(one.err()).isEqualTo(other.err());
        }
    }

    @Test
    void globalOptionsStandBeforeOrAfterTheCommand() {
        assertThat(CliRun.of("--quiet", "plugins", "--type", "loss").exit()).isZero();
        assertThat(CliRun.of("plugins", "--type", "loss", "--quiet").exit()).isZero();
    }

    @Test
    void completionKnowsCommandsAndOptions() {
        assertThat(CliRun.of("completion").out()).startsWith("#!").contains("predict", "--probabilities", "compdef");
    }
}
