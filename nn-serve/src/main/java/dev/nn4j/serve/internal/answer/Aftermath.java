// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.answer;

import dev.nn4j.api.Nn4jException;
import dev.nn4j.serve.internal.model.ModelShadow;
import dev.nn4j.serve.internal.model.ServedModel;
import dev.nn4j.serve.internal.rows.ListedRows;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done with rows after they are answered, beside the answers and never in their way: they are compared with those of
 * the training, and a shadow is asked. Where rows come faster, some are passed over, and counted as such.
 */
public final class Aftermath implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Aftermath.class);
    private static final int MOST_WAITING = 256;
    private static final int MOST_ROWS = 1000;
    private static final long PATIENCE_MILLIS = 1000;

    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            work -> {
                Thread made = new Thread(work, "nn-serve-aftermath");
                made.setDaemon(true);
                return made;
            },
            new ThreadPoolExecutor.AbortPolicy());

    /** Rows were answered. */
    public void see(ServedModel model, ListedRows rows, Optional<ModelShadow> shadow) {
        boolean compared = model.model().profile().isPresent();
        if (!compared && shadow.isEmpty()) {
            return;
        }
        if (rows.count() > MOST_ROWS || thread.getQueue().remainingCapacity() == 0 || thread.isShutdown()) {
            passOver(model, rows, shadow);
            return;
        }
        try {
            thread.execute(() -> work(model, rows, shadow));
        } catch (RejectedExecutionException full) {
            passOver(model, rows, shadow);
        }
    }

    private static void passOver(ServedModel model, ListedRows rows, Optional<ModelShadow> shadow) {
        model.watch().skip(rows.count());
        shadow.ifPresent(other -> other.tally().skip(rows.count()));
    }

    private static void work(ServedModel model, ListedRows rows, Optional<ModelShadow> shadow) {
        try {
            model.watch().compare(rows.again());
            if (shadow.isPresent()) {
                new Shadowing(model, shadow.get()).compare(rows);
            }
        } catch (IOException | Nn4jException e) {
            LOG.warn("rows that were answered could not be compared: {}", e.getMessage());
        }
    }

    /** Waits until the rows seen so far are compared; for tests and the last metrics of a server. */
    public void await() throws InterruptedException {
        while (thread.getActiveCount() > 0 || !thread.getQueue().isEmpty()) {
            Thread.sleep(1);
        }
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            thread.awaitTermination(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
