// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --watch}: a page beside the training, which is none the wiser. */
class WatchCommandTest {
    @TempDir
    private Path folder;

    private Path data;
    private Path config;

    @BeforeEach
    void aTableAndAConfiguration() throws IOException {
        data = Files.writeString(folder.resolve("data.csv"), "x,y\n1,2\n2,4\n3,6\n4,8\n5,10\n6,12\n");
        config = Files.writeString(
                folder.resolve("config.json"),
                "{\"data\": {\"target\": \"y\"}, \"network\": {\"layers\": [{\"outputDim\": 1, \"activation\":"
                        + " \"identity\"}]}, \"loss\": \"mean-squared-error\", \"training\": {\"epochs\": 3, \"seed\":"
                        + " 3}}");
    }

    private CliRun train(Object... more) {
        Object[] first = {"train", "--config", config, "--data", data};
        return CliRun.of(Stream.concat(Stream.of(first), Stream.of(more)).toArray());
    }

    @Test
    void theAddressIsToldAndTheModelIsTheSame() {
        Path plain = folder.resolve("plain.nn");
        Path watched = folder.resolve("watched.nn");
        assertThat(train("--out", plain).exit()).isZero();
        CliRun run = train("--watch", "--out", watched);

        assertThat(run.exit()).isZero();
        assertThat(run.err()).containsPattern("the training can be watched at http://127\\.0\\.0\\.1:\\d+/\n");
        assertThat(run.out()).doesNotContain("127.0.0.1");
        assertThat(CliRun.of("predict", "--model", watched, "--data", data).out())
                .isEqualTo(
                        CliRun.of("predict", "--model", plain, "--data", data).out());
    }

    @Test
    void foldsAndMembersAreWatchedToo() {
        assertThat(train("--watch", "--folds", 2).err()).contains("can be watched at");
        assertThat(train("--watch", "--set", "ensemble.members=2").err()).contains("can be watched at");
    }

    @Test
    void aPortIsANumberThatThereIs() {
        assertThat(train("--watch", 65536).error())
                .isEqualTo("error: --watch: must be a port in [0, 65535], got 65536");
        assertThat(train("--watch", "often").exit()).isEqualTo(2);
    }

    @Test
    void aTrainingThatFailsEndsThePageToo() {
        assertThat(train("--watch", "--set", "loss=poisson", "--set", "network.layers[0].activation=tanh")
                        .exit())
                .isNotZero();
    }
}
