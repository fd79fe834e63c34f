// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.cli;

import dev.nn4j.verification.Built;
import dev.nn4j.verification.Nn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The built launcher as a user meets it, in a folder that holds the user's files.
 *
 * @param folder where commands run
 * @param environment variables set for them; an empty value unsets
 * @param input what they find on stdin
 */
public record Launcher(Path folder, Map<String, String> environment, String input) implements Commands {
    private static final long PATIENCE_SECONDS = 600;

    /**
     * In a folder, with the JDK that runs the tests, but without its optimising compiler: of what runs for half a second
     * that takes half.
     */
    public static Launcher in(Path folder) {
        return new Launcher(
                folder,
                Map.of(
                        "JAVA_HOME",
                        System.getProperty("java.home"),
                        "NN_JAVA_OPTS",
                        "-XX:TieredStopAtLevel=1",
                        "NO_COLOR",
                        ""),
                "");
    }

    /** In a folder, with the JDK as it is, for what computes in earnest. */
    public static Launcher optimising(Path folder) {
        return in(folder).with("NN_JAVA_OPTS", "");
    }

    /** The file that is run. */
    public static Path file() {
        return Built.distribution().resolve("bin/nn");
    }

    /** With an environment variable; an empty value unsets it. */
    public Launcher with(String variable, String value) {
        Map<String, String> changed = new HashMap<>(environment);
        changed.put(variable, value);
        return new Launcher(folder, Map.copyOf(changed), input);
    }

    /** With a text on stdin. */
    public Launcher reading(String text) {
        return new Launcher(folder, environment, text);
    }

    @Override
    public Nn run(Object... arguments) throws IOException, InterruptedException {
        return runCommand(command(arguments));
    }

    /** Runs a line of shell in which {@code nn} is the launcher. */
    public Nn shell(String line) throws IOException, InterruptedException {
        return runCommand(List.of("sh", "-c", "nn() { '" + file() + "' \"$@\"; }; " + line));
    }

    /** Runs any command to its end. */
    public Nn runCommand(List<String> command) throws IOException, InterruptedException {
        Path in = Files.writeString(Files.createTempFile("stdin", ".txt"), input);
        Path out = Files.createTempFile("stdout", ".txt");
        Path err = Files.createTempFile("stderr", ".txt");
        try {
            Process process = builder(command)
                    .redirectInput(in.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            return new Nn(exitOf(process), text(out), text(err));
        } finally {
            Files.delete(in);
            Files.delete(out);
            Files.delete(err);
        }
    }

    /** A process yet to be started, for those who look on while it runs. */
    public ProcessBuilder builder(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        environment.forEach((variable, value) -> {
            if (value.isEmpty()) {
                builder.environment().remove(variable);
            } else {
                builder.environment().put(variable, value);
            }
        });
        return builder;
    }

    /** The words of {@code nn ARGUMENTS}. */
    public static List<String> command(Object... arguments) {
        List<String> command = new ArrayList<>(List.of(file().toString()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return command;
    }

    /** Waits for the end of a process, but not for ever. */
    public static int exitOf(Process process) throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            throw new AssertionError("still running after " + PATIENCE_SECONDS + " seconds");
        }
        return process.exitValue();
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
