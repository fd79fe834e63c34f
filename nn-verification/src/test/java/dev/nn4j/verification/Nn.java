// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A process that ran to its end.
 *
 * @param exit its exit code
 * @param out what it wrote to stdout
 * @param err what it wrote to stderr
 */
public record Nn(int exit, String out, String err) {
    /**
     * Runs a command in a directory with the JDK that runs the tests. {@code nn} keeps class data beside the build, as an
     * install does from its first run on.
     */
    public static Nn run(Path directory, List<String> command) throws IOException, InterruptedException {
        Path out = Files.createTempFile(directory, "stdout", ".txt");
        Path err = Files.createTempFile(directory, "stderr", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        int exit = builder.start().waitFor();
        return new Nn(exit, take(out), take(err));
    }

    /** The line that scripts look for: the first on stderr that begins {@code error: }; empty if there is none. */
    public String error() {
        return err.lines()
                .filter(line -> line.startsWith("error: "))
                .findFirst()
                .orElse("");
    }

    /** What stderr holds but for the JVM's own line about incubator modules, which may come first. */
    public List<String> messages() {
        return err.lines()
                .filter(line -> !line.startsWith("WARNING: Using incubator modules"))
                .toList();
    }

    private static String take(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        Files.delete(file);
        return text;
    }
}
