// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spring;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;

/** Looks for newer files of all models, again and again. */
final class ModelReloader implements SmartInitializingSingleton, DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(ModelReloader.class);

    private final ObjectProvider<ServedModel> models;
    private final Duration interval;
    private final ScheduledExecutorService thread = new ScheduledThreadPoolExecutor(1, work -> {
        Thread made = new Thread(work, "nn4j-reload");
        made.setDaemon(true);
        return made;
    });
    private List<ScheduledFuture<?>> scheduled = List.of();

    ModelReloader(ObjectProvider<ServedModel> models, Duration interval) {
        if (interval.isNegative() || interval.isZero()) {
            throw new IllegalArgumentException("nn4j.reload-interval: must be longer than 0, got " + interval);
        }
        this.models = models;
        this.interval = interval;
    }

    @Override
    public void afterSingletonsInstantiated() {
        scheduled = List.of(thread.scheduleWithFixedDelay(
                () -> models.forEach(ModelReloader::look),
                interval.toMillis(),
                Math.max(1, interval.toMillis()),
                TimeUnit.MILLISECONDS));
    }

    private static void look(ServedModel model) {
        if (model.reload()) {
            LOG.info("the model '{}' is now that of {}", model.name(), model.sha256());
        }
        model.fault().ifPresent(why -> LOG.warn("the model '{}' stays as it was: {}", model.name(), why));
    }

    @Override
    public void destroy() {
        scheduled.forEach(one -> one.cancel(false));
        thread.shutdown();
    }
}
