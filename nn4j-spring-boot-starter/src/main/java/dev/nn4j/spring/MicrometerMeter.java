// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spring;

import dev.nn4j.core.schema.Feature;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Counts with Micrometer: {@code nn4j.predictions}, a timer whose count is that of the rows, {@code nn4j.unseen.categories} and
 * {@code nn4j.out.of.range} by feature. The registry is asked for when there is something to count: it is made after models.
 */
final class MicrometerMeter implements PredictionMeter {
    private final ObjectProvider<MeterRegistry> registries;

    MicrometerMeter(ObjectProvider<MeterRegistry> registries) {
        this.registries = registries;
    }

    @Override
    public void predicted(String model, long nanos) {
        registries.ifAvailable(registry -> Timer.builder("nn4j.predictions")
                .description("rows predicted")
                .tag("model", model)
                .register(registry)
                .record(nanos, TimeUnit.NANOSECONDS));
    }

    @Override
    public void outside(String model, List<Feature> features) {
        for (Feature feature : features) {
            boolean category = !feature.kind().known().isEmpty();
            registries.ifAvailable(registry -> Counter.builder(
                            category ? "nn4j.unseen.categories" : "nn4j.out.of.range")
                    .description(category ? "categories that training had not seen" : "values beyond those of training")
                    .tag("model", model)
                    .tag("feature", feature.name())
                    .register(registry)
                    .increment());
        }
    }
}
