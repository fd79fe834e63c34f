// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.verification.Nn;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One seed gives one result, whatever computes it: history (loss, accuracy and both of the validation rows, rate), weights,
 * every row's outputs and every figure of the evaluations, to the bit, on 1, 2, 3 and 8 threads, with scalar and vector
 * kernels, of a table in memory and of one that streams from a file. The build runs it on JDK 17 and 25, so the digests hold
 * these together too. They may change only in a commit that means to change the numbers.
 *
 * <p>Batches of 0 rows are of all. The training goes through class and sample weights, a gap and its indicator, categories,
 * scaling, dropout, batch normalisation, a penalty, rows set aside, a plateau schedule and early stopping.
 */
class OneResultTest {
    @TempDir
    private Path folder;

    @Test
    void isTheSameToTheBitWhateverComputesIt() throws Exception {
        Nn program = DistributionProgram.run(
                folder, OneResultProgram.class, List.of(DistributionProgram.ADD_VECTORS), List.of(folder.toString()));

        assertThat(program.exit()).as(program.err()).isZero();
        List<String> results = program.out()
                .lines()
                .filter(line -> line.startsWith("batches of "))
                .toList();
        assertThat(results).hasSize(3 * 2 * OneResultProgram.KERNELS.size() * OneResultProgram.THREADS.size());
        assertThat(results.stream().map(OneResultTest::withoutMeans).distinct())
                .as(() -> "Java " + Runtime.version() + "\n" + String.join("\n", results))
                .containsExactly(
                        "batches of 32: 4 epochs, EARLY_STOPPING, rate 0.005, a777f01ed429f46faa7b6f6ce09351b4",
                        "batches of 5000: 7 epochs, EARLY_STOPPING, rate 0.025, 5f1efcac63b3d62e26879e911d58c6fe",
                        "batches of 0: 4 epochs, COMPLETED, rate 0.05, 320d1a6d5f41c58de538f263d3f41108");
        List<String> ensembles = program.out()
                .lines()
                .filter(line -> line.startsWith("ensemble of "))
                .toList();
        assertThat(ensembles).hasSize(3 * 2 * OneResultProgram.KERNELS.size() * 3);
        assertThat(ensembles.stream().map(OneResultTest::withoutMeans).distinct())
                .as(() -> "Java " + Runtime.version() + "\n" + String.join("\n", ensembles))
                .containsExactly(
                        "ensemble of folds: members [1, 2, 3], e3432d2433f0c17dc4568c0139b7c0dc",
                        "ensemble of seeds: members [1, 2, 3], dd44b2a4a2be4ce8cb3f8883eaa649d2",
                        "ensemble of pack: members [1, 5], 1e5e46cd9d6fa03d643ed479c18183d6");
    }

    private static String withoutMeans(String line) {
        return line.substring(0, line.indexOf(" ("));
    }
}
