// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark.verification;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A {@link SubmitLoop} that runs. It ends with who started it. */
final class SubmitProcess implements AutoCloseable {
    private static final int MOST_MINUTES = 10;

    private final Process process;
    private final DataOutputStream asked;

    /** Starts one. */
    SubmitProcess(List<String> command, Path folder) throws IOException {
        process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(Files.createTempFile(folder, "spark", ".log").toFile())
                .start();
        asked = new DataOutputStream(process.getOutputStream());
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Runs one command. Returns 0, or the code with which it ended the process. */
    int run(Path out, Path err, List<String> arguments) throws IOException, InterruptedException {
        asked.writeUTF(out.toString());
        asked.writeUTF(err.toString());
        asked.writeInt(arguments.size());
        for (String argument : arguments) {
            asked.writeUTF(argument);
        }
        asked.flush();
        try {
            int answer = CompletableFuture.supplyAsync(this::answer).get(MOST_MINUTES, TimeUnit.MINUTES);
            return answer < 0 ? process.waitFor() : answer;
        } catch (TimeoutException e) {
            process.destroyForcibly();
            throw new IllegalStateException("spark-submit does not end: " + arguments, e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Gives it nothing more to do. */
    @Override
    public void close() throws IOException {
        asked.close();
    }

    private int answer() {
        try {
            return process.getInputStream().read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
