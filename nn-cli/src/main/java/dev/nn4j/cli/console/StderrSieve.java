// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.console;

import java.io.PrintStream;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The process that the launcher has put behind stderr, to take out a line of the JVM's. It lives as long as stderr is open;
 * nn must not end before it has passed everything on, or whoever reads stderr then would find it cut short.
 */
public final class StderrSieve implements Runnable {
    private static final long PATIENCE_SECONDS = 2;

    private final PrintStream stderr;
    private final String process;

    /** As the launcher says in properties; perhaps there is none. */
    public StderrSieve(PrintStream stderr, Properties properties) {
        this.stderr = stderr;
        process = properties.getProperty("nn.stderr.sieve", "");
    }

    /** Closes stderr, if a process is behind it, and waits for that to end. */
    @Override
    public void run() {
        if (!process.isEmpty()) {
            stderr.close();
            Optional<ProcessHandle> sieve = ProcessHandle.of(Long.parseLong(process));
            if (sieve.isPresent()) {
                await(sieve.get());
            }
        }
    }

    private static void await(ProcessHandle sieve) {
        try {
            sieve.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // It goes on by itself.
        }
    }
}
