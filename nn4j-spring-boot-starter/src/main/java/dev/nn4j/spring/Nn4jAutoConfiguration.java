// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spring;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;

/**
 * Beans for the models that {@code nn4j.model.location} and {@code nn4j.models.NAME.location} name, for their health and their
 * metrics where the application has these, and for exchanging them every {@code nn4j.reload-interval}.
 *
 * @since 0.1.0
 */
@AutoConfiguration
public class Nn4jAutoConfiguration {
    /** Made by Spring. */
    public Nn4jAutoConfiguration() {}

    @Bean
    static ModelRegistrar nn4jModelRegistrar(Environment environment, ResourceLoader resources) {
        return new ModelRegistrar(environment, resources);
    }

    @Bean
    @ConditionalOnProperty("nn4j.reload-interval")
    ModelReloader nn4jModelReloader(ObjectProvider<ServedModel> models, Environment environment) {
        return new ModelReloader(
                models,
                Binder.get(environment)
                        .bind("nn4j.reload-interval", Duration.class)
                        .get());
    }

    /** Where there are meters. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(MeterRegistry.class)
    static class Meters {
        @Bean
        PredictionMeter nn4jPredictionMeter(ObjectProvider<MeterRegistry> registries) {
            return new MicrometerMeter(registries);
        }
    }

    /** Where there are none. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnMissingClass("io.micrometer.core.instrument.MeterRegistry")
    static class NoMeters {
        @Bean
        PredictionMeter nn4jNoPredictionMeter() {
            return PredictionMeter.none();
        }
    }

    /** Where health is asked for. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(HealthIndicator.class)
    static class ModelHealth {
        /** Up with what is served; a newer file that cannot be served is told, and does not matter to who asks. */
        @Bean
        HealthIndicator nn4jHealthIndicator(ObjectProvider<ServedModel> models) {
            return () -> {
                Health.Builder health = Health.up();
                models.forEach(model -> {
                    health.withDetail(model.name(), model.sha256());
                    model.fault().ifPresent(why -> health.withDetail(model.name() + ".reload", why));
                });
                return health.build();
            };
        }
    }
}
