// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.management.ThreadMXBean;
import dev.nn4j.api.ModelFormatException;
import dev.nn4j.io.ModelFile;
import dev.nn4j.verification.robustness.BadModels.BadModel;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What nn does with files that are no sound models; nn-io's tests have the same cases with all their variants. */
class ModelFileCasesTest {
    private static final Path UNREADABLE = Path.of("/proc/self/mem");
    private static final long MOST_ALLOCATED = 1 << 20;

    @TempDir
    private Path folder;

    private Bench bench;

    @BeforeEach
    void prepare() throws IOException {
        bench = Bench.in(folder);
    }

    static List<BadModel> badModels() {
        return BadModels.all();
    }

    static List<byte[]> oddModels() {
        return BadModels.sound();
    }

    static List<byte[]> hugeModels() {
        return BadModels.huge();
    }

    @ParameterizedTest
    @MethodSource("badModels")
    void everyCommandRefusesItWithTheSameWords(BadModel bad) throws IOException {
        Path file = bench.write("bad.nn", bad.bytes());
        String start = file + ": " + bad.words();

        bench.run("verify", file).refused(bad.exit(), start);
        bench.predict("bad.nn", "data.csv").refused(bad.exit(), start);
        bench.run("evaluate", "--model", file, "--data", bench.file("data.csv")).refused(bad.exit(), start);
        bench.train("config.json", "data.csv", "--init", file).refused(bad.exit(), start);
    }

    @ParameterizedTest
    @MethodSource("oddModels")
    void case015_case016_case041_whatOnlyLooksOddIsRead(byte[] bytes) throws IOException {
        bench.write("odd.nn", bytes);

        assertThat(bench.predict("odd.nn", "data.csv").succeeded().out()).isEmpty();
        assertThat(bench.file("old.csv")).content().startsWith("prediction\n").hasLineCount(5);
        assertThat(folder.toFile().list())
                .containsExactlyInAnyOrder("config.json", "data.csv", "old.csv", "old.nn", "odd.nn");
    }

    @Test
    void case005_aFolderAPipeAndADeviceAreNoFiles() throws IOException, InterruptedException {
        Path pipe = bench.file("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();

        bench.run("verify", folder).refused(7, folder + ": is a folder, not a file");
        bench.run("verify", pipe).refused(7, pipe + ": must be a regular file");
        bench.run("verify", "/dev/zero").refused(7, "/dev/zero: must be a regular file");
    }

    @Test
    @EnabledIf("hasUnreadableFile")
    void case006_anUnreadableFileIsNamed() throws IOException {
        bench.run("verify", UNREADABLE).refused(7, UNREADABLE + ": ");
    }

    static boolean hasUnreadableFile() {
        return Files.isRegularFile(UNREADABLE);
    }

    @ParameterizedTest
    @MethodSource("hugeModels")
    void case026_aHugeLayerInASmallFileTakesUnderAMebibyte(byte[] bytes) throws IOException {
        Path file = bench.write("huge.nn", bytes);
        refusal(file);
        long before = threads().getCurrentThreadAllocatedBytes();
        Throwable refusal = refusal(file);
        long allocated = threads().getCurrentThreadAllocatedBytes() - before;

        assertThat(refusal).isInstanceOf(ModelFormatException.class);
        assertThat(allocated).isLessThan(MOST_ALLOCATED);
    }

    private static Throwable refusal(Path file) {
        return catchThrowable(() -> ModelFile.read(file));
    }

    private static ThreadMXBean threads() {
        return (ThreadMXBean) ManagementFactory.getThreadMXBean();
    }

    @Test
    void case043_inspectNeedsNoPlugin() throws IOException {
        for (BadModel bad : badModels()) {
            if (bad.number() == 42 || bad.number() == 43) {
                Path file = bench.write("foreign.nn", bad.bytes());
                assertThat(bench.run("inspect", file).succeeded().out()).contains("l0");
            }
        }
    }
}
