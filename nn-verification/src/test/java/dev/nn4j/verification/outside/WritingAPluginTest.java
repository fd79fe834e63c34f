// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.outside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.verification.Built;
import dev.nn4j.verification.Nn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/writing-a-plugin.md, walked word by word in a clean folder: every command in one shell, in its order. */
class WritingAPluginTest {
    private static final Path GUIDE = Built.repository().resolve("docs/writing-a-plugin.md");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\\R(.*?)^```$");

    @Test
    void everyCommandDoesWhatTheGuideSays() throws IOException, InterruptedException {
        List<String> commands = blocks("");
        assertThat(commands).hasSize(4);
        Path folder = OutsideProject.empty("guide").folder();
        ScratchRepository.install();

        Nn walk = Nn.run(folder, List.of("bash", "-c", """
                set -e
                nn() { '%s' "$@"; }
                mvn() { '%s' '%s' "$@" >&2; }
                %s
                %s
                %s
                set +e
                %s
                echo "exit code $?"
                """.formatted(
                        Built.distribution().resolve("bin/nn"),
                        System.getProperty("nn.maven"),
                        String.join("' '", ScratchRepository.options()),
                        commands.get(0),
                        commands.get(1),
                        commands.get(2),
                        commands.get(3))));

        assertThat(walk.out()).as(walk.err()).endsWith("exit code 6\n");
        assertThat(walk.out())
                .contains("activation  acme:scaled-tanh", "result  passed", "acme:pseudo-huber (delta 1.5)");
        assertThat(walk.error())
                .contains("'acme:scaled-tanh' from 'acme-plugin' 1.0.0, to be had at https://acme.example/acme-plugin");
        assertThat(Files.readAllLines(folder.resolve("acme-plugin/predictions.csv")))
                .hasSize(82);
    }

    @Test
    void theComponentItReadsIsTheExamples() throws IOException {
        assertThat(Files.readString(Built.examples().resolve("plugin-acme/src/main/java/com/acme/ScaledTanh.java"))
                        .replaceAll("\\s+", " "))
                .contains(blocks("java").get(0).strip().replaceAll("\\s+", " "));
    }

    @Test
    void everyFileItNamesIsInTheExample() throws IOException {
        List<String> named = Pattern.compile("(?m)^\\| `([^`]+)` \\|")
                .matcher(Files.readString(GUIDE))
                .results()
                .map(match -> match.group(1))
                .filter(file -> !file.startsWith("NN-Plugin"))
                .toList();
        assertThat(named)
                .hasSize(9)
                .allSatisfy(file -> assertThat(
                                Built.examples().resolve("plugin-acme").resolve(file))
                        .exists());
    }

    private static List<String> blocks(String language) throws IOException {
        return BLOCK.matcher(Files.readString(GUIDE))
                .results()
                .filter(match -> match.group(1).equals(language))
                .map(match -> match.group(2))
                .toList();
    }
}
