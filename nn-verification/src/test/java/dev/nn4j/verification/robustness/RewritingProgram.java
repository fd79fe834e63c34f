// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.robustness;

import dev.nn4j.core.Model;
import dev.nn4j.io.ModelFile;
import dev.nn4j.verification.fuzz.GoldenModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes two models to one file in turn until it is killed. */
public final class RewritingProgram {
    static final byte[] FIRST = GoldenModels.bytes("binary");
    static final byte[] SECOND = GoldenModels.bytes("regression");
    private static final String READY = "ready ";
    private static final long NANOS_OF_A_MICROSECOND = 1000;

    private final Process process;

    private RewritingProgram(Process process) {
        this.process = process;
    }

    /** Starts one. */
    static RewritingProgram start(Path folder, Path file) throws IOException {
        return new RewritingProgram(new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx32m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RewritingProgram.class.getName(),
                        file.toString()))
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** Waits until it has written each of both, and tells how many microseconds that has taken here and now. */
    int awaitRound() throws IOException {
        String line = process.inputReader().readLine();
        if (line == null || !line.startsWith(READY)) {
            throw new IllegalStateException("the writer did not start: " + line);
        }
        return Integer.parseInt(line.substring(READY.length()));
    }

    Process process() {
        return process;
    }

    /** Reads the two models from the folder of the file and writes them for ever. */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        Model first = model(FIRST);
        Model second = model(SECOND);
        rewrite(first, second, file);
        long start = System.nanoTime();
        rewrite(first, second, file);
        System.out.println(READY + (System.nanoTime() - start) / NANOS_OF_A_MICROSECOND);
        while (true) {
            rewrite(first, second, file);
        }
    }

    private static void rewrite(Model first, Model second, Path file) throws IOException {
        ModelFile.write(second, file);
        ModelFile.write(first, file);
    }

    private static Model model(byte[] bytes) throws IOException {
        Path file = Files.createTempFile("model", ".nn");
        try {
            Files.write(file, bytes);
            return ModelFile.read(file);
        } finally {
            Files.delete(file);
        }
    }
}
