// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.verification.Nn;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --help}, {@code --version} and {@code nn completion}. */
class HelpTest {
    @TempDir
    private Path folder;

    private Launcher nn;

    @BeforeEach
    void start() {
        nn = Launcher.in(folder);
    }

    @Test
    void theRootNamesEveryCommandAndShowsAnExample() throws IOException, InterruptedException {
        assertThat(nn.succeed("--help").out())
                .startsWith("Usage: nn ")
                .contains(
                        "new",
                        "train",
                        "tune",
                        "evaluate",
                        "predict",
                        "explain",
                        "serve",
                        "calibrate",
                        "threshold",
                        "compare",
                        "describe",
                        "drift",
                        "card",
                        "reproduce",
                        "inspect",
                        "verify",
                        "export",
                        "import",
                        "plugins",
                        "completion")
                .contains("--quiet", "--verbose", "--threads", "--kernels", "--version")
                .containsPattern("Example:\\R  nn \\w+ ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "new",
                "train",
                "tune",
                "evaluate",
                "predict",
                "explain",
                "serve",
                "calibrate",
                "threshold",
                "compare",
                "describe",
                "drift",
                "card",
                "reproduce",
                "inspect",
                "verify",
                "export",
                "import",
                "plugins",
                "completion"
            })
    void everyCommandHasHelpOnStdoutWithAnExampleThatCanBePasted(String command)
            throws IOException, InterruptedException {
        Nn help = Inside.in(folder).run(command, "--help");

        assertThat(help.exit()).isZero();
        assertThat(help.messages()).isEmpty();
        assertThat(help.out())
                .startsWith("Usage: nn " + command)
                .contains("--help", "--quiet", "--verbose", "--threads", "--kernels")
                .containsPattern("Example:\\R  (source <\\()?nn " + command + "[^\\n]*\\R$");
    }

    @ParameterizedTest
    @ValueSource(strings = {"verify", "new"})
    void whatPluginsCanDoHasHelpToo(String command) throws IOException, InterruptedException {
        assertThat(nn.succeed("plugins", command, "--help").out())
                .startsWith("Usage: nn plugins " + command)
                .containsPattern("Example:\\R  nn plugins " + command + "[^\\n]*\\R$");
    }

    @Test
    void versionSaysOneOfNnAndOneOfJava() throws IOException, InterruptedException {
        assertThat(nn.succeed("--version").out().lines())
                .hasSize(2)
                .first()
                .isEqualTo("nn " + System.getProperty("nn.version"));
        assertThat(nn.succeed("--version").out()).contains("Java " + System.getProperty("java.version"));
    }

    @Test
    void completionIsAScriptThatBashTakesAndThatCompletesCommandsAndOptions() throws IOException, InterruptedException {
        String script = nn.succeed("completion").out();
        java.nio.file.Files.writeString(folder.resolve("nn-completion.sh"), script);

        assertThat(script).contains("predict", "--probabilities", "--kernels", "compdef");
        assertThat(bash("bash -n nn-completion.sh")).isEmpty();
        assertThat(script)
                .as("what is offered is taken")
                .contains("\"auto\" \"scalar\" \"vector\"")
                .doesNotContain("AUTO");
        assertThat(bash(completing("nn", "pr"))).contains("predict");
        assertThat(bash(completing("nn", "train", "--his"))).contains("--history");
        assertThat(bash(completing("nn", "plugins", "--js"))).contains("--json");
    }

    /** What bash does when the user presses the tabulator key after the last word. */
    private static String completing(String... words) {
        String function = "$(complete -p nn | sed 's/.*-F \\([^ ]*\\).*/\\1/')";
        int last = words.length - 1;
        return "compopt() { :; }; . ./nn-completion.sh; COMP_WORDS=(" + String.join(" ", words) + "); COMP_CWORD="
                + last + "; " + function + " nn " + words[last] + " " + words[last - 1] + "; echo ${COMPREPLY[@]}";
    }

    private String bash(String script) throws IOException, InterruptedException {
        Nn run = nn.runCommand(java.util.List.of("bash", "-c", script));
        assertThat(run.err()).isEmpty();
        return run.out();
    }
}
