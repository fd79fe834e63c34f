// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.cli.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nn4j.verification.cli.Launcher;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.h2.Driver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The distribution has what its sources of rows need, as modules, and finds drivers that are put beside it. */
class InstalledSourcesTest {
    /** A header and two rows, by the zstd command. */
    private static final byte[] PACKED = Base64.getDecoder().decode("KLUv/SQMYQAAeCx5CjEsYQoyLGIK63kqPw==");

    @TempDir
    private Path folder;

    @Test
    void zstdAndJsonLinesAreRead() throws Exception {
        Files.write(folder.resolve("a.csv"), PACKED);
        Files.writeString(folder.resolve("b.csv"), "{\"x\": 3, \"y\": \"c\"}\n");
        JsonNode described = Launcher.in(folder).json("describe", "--data", "?.csv", "--json");
        assertThat(described.get("rows").asInt()).isEqualTo(3);
    }

    @Test
    void aDriverInAFolderIsFound() throws Exception {
        Path h2 = Path.of(
                Driver.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Files.copy(h2, folder.resolve("driver.jar"));
        JsonNode described = Launcher.in(folder)
                .with("NN_DRIVER_PATH", folder.toString())
                .json("describe", "--data", "jdbc:h2:mem:", "--query", "select x from system_range(1, 50)", "--json");
        assertThat(described.get("rows").asInt()).isEqualTo(50);
    }
}
