// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.outside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.verification.Built;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What docs/writing-a-plugin.md says beside its blocks, which {@code GuidesTest} walks. */
class WritingAPluginTest {
    private static final Path GUIDE = Built.repository().resolve("docs/writing-a-plugin.md");

    @Test
    void everyFileItNamesIsInTheExample() throws IOException {
        List<String> named = Pattern.compile("(?m)^\\| `([^`]+)` \\|")
                .matcher(Files.readString(GUIDE))
                .results()
                .map(match -> match.group(1))
                .filter(file -> !file.startsWith("NN-Plugin"))
                .toList();
        assertThat(named)
                .hasSize(10)
                .allSatisfy(file -> assertThat(
                                Built.examples().resolve("plugin-acme").resolve(file))
                        .exists());
    }
}
