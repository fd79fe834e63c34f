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
import java.util.stream.Stream;

/**
 * A distribution somewhere, run as users run it: with class data.
 *
 * @param home where it lies
 * @param folder where commands run
 * @param variables of the environment, {@code NAME=value}
 */
record Installed(Path home, Path folder, List<String> variables) {
    private static final String DATA = "data.csv";

    /** Where it lies, with the cache that it has by itself. */
    static Installed at(Path home, Path folder) {
        return new Installed(home, folder, List.of("-u", "NN_CACHE"));
    }

    /** Copies a distribution as {@code cp -r} does, whatever it has kept. */
    static Path copy(Path from, Path to) throws IOException, InterruptedException {
        Nn copied = Nn.run(to.getParent(), List.of("cp", "-r", from.toString(), to.toString()));
        assertThat(copied.exit()).as(copied.err()).isZero();
        return to;
    }

    /** A copy of the distribution as it was built. */
    static Path fresh(Path to) throws IOException, InterruptedException {
        Path copy = copy(Built.distribution(), to);
        Nn removed = Nn.run(
                to.getParent(), List.of("rm", "-rf", copy.resolve("cache").toString()));
        assertThat(removed.exit()).isZero();
        return copy;
    }

    Installed with(String... more) {
        List<String> all = new ArrayList<>(variables);
        all.addAll(List.of(more));
        return new Installed(home, folder, all);
    }

    /** The same, each run in a view of the file system that commands have changed; nobody else sees that. */
    Installed whereOnly(String changes) {
        return with("unshare", "--mount", "sh", "-ec", changes + "; exec \"$@\"", "sh");
    }

    /** Whether this system lets who runs the tests have such a view. */
    static boolean canHaveViews() throws IOException, InterruptedException {
        try {
            return new ProcessBuilder("unshare", "--mount", "mount", "-t", "tmpfs", "none", "/mnt")
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false; // no unshare
        }
    }

    Nn run(Object... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("env"));
        command.addAll(variables);
        command.add(home.resolve("bin/nn").toString());
        Stream.of(arguments).map(Object::toString).forEach(command::add);
        return Nn.run(folder, command);
    }

    /** Runs what must succeed, say nothing that {@code --quiet} silences, and nothing of the JVM's. */
    Nn succeed(Object... arguments) throws IOException, InterruptedException {
        Nn run = run(arguments);
        assertThat(run.exit()).as("%s %s", List.of(arguments), run.err()).isZero();
        assertThat(run.out()).doesNotContain("[warning]", "OpenJDK", "Picked up");
        assertThat(run.err()).doesNotContain("WARNING: ", "[warning]", "Picked up", "Exception");
        return run;
    }

    /** Starts: what class data are for. */
    void starts() throws IOException, InterruptedException {
        assertThat(succeed("--version").out()).startsWith("nn ");
        assertThat(succeed("new", "--template", "binary").out()).contains("\"network\"");
    }

    /** Starts, reads and computes: what most commands are made of. */
    void startsAndReads() throws IOException, InterruptedException {
        starts();
        writeData();
        succeed("train", "--quiet", "--config", example("config.json"), "--data", DATA, "--out", "m.nn");
        assertThat(succeed("predict", "--quiet", "--model", "m.nn", "--data", DATA)
                        .err())
                .isEmpty();
        assertThat(succeed("inspect", "m.nn").err()).isEmpty();
    }

    /** Every command there is. */
    void doesEverything() throws IOException, InterruptedException {
        startsAndReads();
        succeed("evaluate", "--quiet", "--model", "m.nn", "--data", DATA);
        assertThat(succeed("verify", "m.nn").out()).contains("passed");
        succeed("export", "m.nn", "--out", "m.onnx");
        succeed("import", "m.onnx", "--out", "again.nn");
        assertThat(succeed("plugins").out()).contains("leaky-relu");
        assertThat(run("plugins", "verify", DATA).exit()).isEqualTo(6);
        Path plugin = Files.createTempDirectory(folder, "plugin");
        succeed("plugins", "new", "--out", plugin, "--package", "com.acme");
        assertThat(plugin.resolve("repository")).isNotEmptyDirectory();
        assertThat(succeed("completion").out()).contains("complete");
    }

    private Path example(String file) {
        return home.resolve("examples/nand").resolve(file);
    }

    private void writeData() throws IOException {
        Files.write(folder.resolve(DATA), Files.readAllBytes(example("nand.csv")));
    }
}
