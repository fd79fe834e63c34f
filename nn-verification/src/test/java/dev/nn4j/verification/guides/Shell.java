// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.guides;

import dev.nn4j.verification.Nn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One bash, to which a page's commands are given block by block, as a reader gives them: it keeps folder and jobs. */
final class Shell implements AutoCloseable {
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(20);
    private static final int GLANCE_MILLIS = 10;

    private final Path notes;
    private final Process bash;
    private int blocks;

    /**
     * Starts it.
     *
     * @param folder where it begins
     * @param notes an empty folder for what it prints
     * @param environment variables that it finds
     */
    Shell(Path folder, Path notes, Map<String, String> environment) throws IOException {
        this.notes = notes;
        ProcessBuilder builder = new ProcessBuilder(List.of("bash"))
                .directory(folder.toFile())
                .redirectOutput(notes.resolve("shell.out").toFile())
                .redirectError(notes.resolve("shell.err").toFile());
        builder.environment().putAll(environment);
        bash = builder.start();
    }

    /** Runs commands; the first that fails ends them, and the shell with them. */
    Nn run(String commands) throws IOException, InterruptedException {
        return run(commands, "set -e\n. '%1$s.sh' < /dev/null > '%1$s.out' 2> '%1$s.err'\nset +e");
    }

    /** Runs commands that may fail, in a shell of their own that begins where this one stands. */
    Nn attempt(String commands) throws IOException, InterruptedException {
        return run(commands, "(set -e; . '%1$s.sh') < /dev/null > '%1$s.out' 2> '%1$s.err'");
    }

    private Nn run(String commands, String how) throws IOException, InterruptedException {
        String name = notes.resolve(Integer.toString(++blocks)).toString();
        Files.writeString(Path.of(name + ".sh"), commands);
        Path exit = Path.of(name + ".exit");
        tell(("""
                noted() { echo $1 > '%1$s.ending'; mv '%1$s.ending' '%1$s.exit'; }
                trap 'noted $?' EXIT
                """ + how + """

                code=$?; trap - EXIT; noted $code
                """).formatted(name));
        long start = System.nanoTime();
        while (!Files.exists(exit)) {
            if (System.nanoTime() - start > PATIENCE_NANOS) {
                throw new AssertionError("still running: " + commands);
            }
            Thread.sleep(GLANCE_MILLIS);
        }
        return new Nn(
                Integer.parseInt(Files.readString(exit).strip()),
                Files.readString(Path.of(name + ".out")),
                Files.readString(Path.of(name + ".err")));
    }

    private void tell(String line) throws IOException {
        bash.getOutputStream().write(line.getBytes(StandardCharsets.UTF_8));
        bash.getOutputStream().flush();
    }

    /** Ends it with all that it has started and that still runs. */
    @Override
    public void close() {
        List<ProcessHandle> started = bash.descendants().toList();
        bash.destroy();
        started.forEach(ProcessHandle::destroy);
    }
}
