// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.verification.Built;
import dev.nn4j.verification.Nn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/nn-image} makes a distribution that runs where there is no Java. */
class ImageTest {
    private static final Path MAKER = Built.distribution().resolve("bin/nn-image");

    @TempDir
    static Path directory;

    private static Nn made;

    @BeforeAll
    static void makeAnImage() throws IOException, InterruptedException {
        // As it may be called: through a link.
        Path link = Files.createSymbolicLink(directory.resolve("make"), MAKER);
        made = Nn.run(directory, List.of(link.toString(), "image"));
        Files.delete(link); // JUnit warns of links that lead out of its directory
    }

    @Test
    void isMadeOfTheJdkThatRunsTheTests() throws IOException {
        assertThat(made.exit()).as(made.err()).isZero();
        assertThat(made.out()).isEmpty();
        assertThat(Files.readString(directory.resolve("image/runtime/release")))
                .contains("JAVA_VERSION=\"" + System.getProperty("java.version"));
    }

    @Test
    void holdsJdkModulesAlone() throws IOException, InterruptedException {
        Nn modules = Nn.run(directory, List.of("image/runtime/bin/java", "--list-modules"));
        assertThat(modules.out().lines()).isNotEmpty().allMatch(line -> line.matches("(java|jdk)\\..*"));
    }

    @Test
    void trainsDrawsAndPredictsWithNoOtherJavaInSight() throws IOException, InterruptedException {
        List<String> iris = List.of("--data", "image/examples/iris/iris.csv");
        Nn trained = alone(
                with(iris, "train", "--config", "image/examples/iris/config.json", "--set", "training.epochs=3"),
                List.of("--out", "iris.nn", "--plot", "iris.svg", "--kernels", "vector"));
        assertThat(trained.exit()).as(trained.err()).isZero();
        assertThat(directory.resolve("iris.svg")).isNotEmptyFile();
        Nn predicted = alone(with(iris, "predict", "--model", "iris.nn"), List.of());
        assertThat(predicted.exit()).as(predicted.err()).isZero();
        assertThat(predicted.out().lines()).hasSize(151);
    }

    @Test
    void anExistingDirectoryIsLeftAlone() throws IOException, InterruptedException {
        Path existing = Files.createDirectory(directory.resolve("existing"));
        Nn refused = Nn.run(directory, List.of(MAKER.toString(), "existing"));
        assertThat(refused.exit()).isEqualTo(7);
        assertThat(refused.error()).isEqualTo("error: nn-image: existing exists already");
        assertThat(existing).isEmptyDirectory();
    }

    @Test
    void aDirectoryInTheDistributionItselfIsRefused() throws IOException, InterruptedException {
        Path home = Installed.fresh(directory.resolve("copied"));
        Nn refused = Nn.run(directory, List.of(home.resolve("bin/nn-image").toString(), "copied/image"));
        assertThat(refused.exit()).isEqualTo(7);
        assertThat(refused.error())
                .isEqualTo("error: nn-image: copied/image lies in the distribution that is to be copied");
        assertThat(home.resolve("image")).doesNotExist();
    }

    private static List<String> with(List<String> data, String... command) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(data);
        return arguments;
    }

    /** Runs the image's nn in an environment that holds the tools its launcher calls, and no Java. */
    private static Nn alone(List<String> arguments, List<String> more) throws IOException, InterruptedException {
        Path tools = Files.createDirectory(directory.resolve("tools"));
        List<Path> links = new ArrayList<>();
        for (String tool : List.of("sh", "dirname", "readlink", "stty", "uname", "mkdir", "mv", "rm", "id")) {
            Path real = Path.of("/usr/bin", tool);
            if (Files.exists(real)) {
                links.add(Files.createSymbolicLink(tools.resolve(tool), real.toRealPath()));
            }
        }
        List<String> command = new ArrayList<>(List.of("/usr/bin/env", "-i", "PATH=" + tools, "image/bin/nn"));
        command.addAll(arguments);
        command.addAll(more);
        Nn run = Nn.run(directory, command);
        for (Path link : links) {
            Files.delete(link); // JUnit warns of links that lead out of its directory
        }
        Files.delete(tools);
        return run;
    }
}
