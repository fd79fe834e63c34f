// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.io.ModelFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that writes models without end is killed, a hundred times. */
class KillTest {
    private static final int KILLS = 100;
    private static final int AT_ONCE = 2;
    private static final long SEED = 51;

    /** At least; where a disk is slow, as many as two rounds take, so that each of both files is there half of the time. */
    private static final int MOST_MICROSECONDS = 20_000;

    @TempDir
    private Path folder;

    @Test
    void case051_whoIsKilledLeavesTheOldFileOrTheNewOne() throws IOException, InterruptedException {
        Random random = new Random(SEED);
        Path file = folder.resolve("model.nn");
        Set<Integer> lengths = new HashSet<>();
        for (int kill = 0; kill < KILLS; kill += AT_ONCE) {
            List<RewritingProgram> writers = new ArrayList<>();
            try {
                for (int i = 0; i < AT_ONCE; i++) {
                    writers.add(RewritingProgram.start(folder, file));
                }
                List<Integer> rounds = new ArrayList<>();
                for (RewritingProgram writer : writers) {
                    rounds.add(writer.awaitRound());
                }
                for (int i = 0; i < AT_ONCE; i++) {
                    RewritingProgram writer = writers.get(i);
                    int delay = random.nextInt(Math.max(MOST_MICROSECONDS, 2 * rounds.get(i)));
                    killAfter(delay, writer.process());
                    assertThat(Files.readAllBytes(file))
                            .as("seed %d, kill %d, after %d microseconds", SEED, kill, delay)
                            .isIn(RewritingProgram.FIRST, RewritingProgram.SECOND);
                }
            } finally {
                writers.forEach(writer -> writer.process().destroyForcibly());
            }
            lengths.add((int) Files.size(file));
            ModelFile.read(file);
        }
        assertThat(lengths).as("both files were found").hasSize(2);
        assertThat(folder.toFile().list())
                .as("but for temporary files of the killed")
                .allMatch(name -> name.equals("model.nn") || name.matches("model\\.nn\\..*\\.tmp"));
    }

    private static void killAfter(int microseconds, Process writer) throws InterruptedException {
        assertThat(writer.isAlive()).isTrue();
        TimeUnit.MICROSECONDS.sleep(microseconds);
        writer.destroyForcibly().waitFor();
    }
}
