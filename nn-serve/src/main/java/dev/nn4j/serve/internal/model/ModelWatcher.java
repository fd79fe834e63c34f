// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.model;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks now and then whether files of models have changed: what every file system can tell, shared ones too. */
public final class ModelWatcher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ModelWatcher.class);

    private final ModelCatalog models;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread made = new Thread(work, "nn-serve-files");
        made.setDaemon(true);
        return made;
    });

    private final ScheduledFuture<?> looking;

    /** Looks that often. */
    public ModelWatcher(ModelCatalog models, Duration every) {
        this.models = models;
        this.looking =
                clock.scheduleWithFixedDelay(this::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What fails here must not end the looking. */
    private void look() {
        try {
            models.refresh();
        } catch (RuntimeException | OutOfMemoryError e) {
            LOG.error("files of models could not be looked at", e);
        }
    }

    @Override
    public void close() {
        looking.cancel(false);
        clock.shutdownNow();
    }
}
