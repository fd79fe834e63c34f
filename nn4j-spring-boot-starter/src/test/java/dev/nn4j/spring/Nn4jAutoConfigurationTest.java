// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nn4j.core.Model;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The models are golden files of nn-io: iris has measures of flowers, profile what training saw of two columns. */
class Nn4jAutoConfigurationTest {
    @TempDir
    private Path folder;

    private static AnnotationConfigApplicationContext context(Map<String, Object> properties) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", properties));
        context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        context.register(Nn4jAutoConfiguration.class);
        context.refresh();
        return context;
    }

    private Path copy(String golden) throws IOException {
        Path file = folder.resolve("model.nn");
        try (InputStream in = Nn4jAutoConfigurationTest.class.getResourceAsStream("/golden/" + golden)) {
            Files.write(file, in.readAllBytes());
        }
        return file;
    }

    @Test
    void oneLocationIsAModelAndAServedModel() {
        try (AnnotationConfigApplicationContext context =
                context(Map.of("nn4j.model.location", "classpath:golden/v1-binary.nn"))) {
            ServedModel served = context.getBean(ServedModel.class);
            assertThat(context.getBean(Model.class)).isSameAs(served.model());
            assertThat(served.name()).isEqualTo("model");
            assertThat(served.sha256()).hasSize(64);
            assertThat(context.getBean(HealthIndicator.class).health().toString())
                    .contains("UP", served.sha256());
        }
    }

    @Test
    void severalHaveTheNamesOfTheConfiguration() {
        try (AnnotationConfigApplicationContext context = context(Map.of(
                "nn4j.models.cancer.location", "classpath:golden/v1-binary.nn",
                "nn4j.models.kinds.location", "classpath:golden/v1-multi-class.nn"))) {
            assertThat(context.getBean("cancer", Model.class).schema().labels()).hasSize(2);
            assertThat(context.getBean("kindsServedModel", ServedModel.class).name())
                    .isEqualTo("kinds");
            assertThat(context.getBeansOfType(Model.class)).containsOnlyKeys("cancer", "kinds");
        }
    }

    @Test
    void withoutASettingThereIsNoModel() {
        try (AnnotationConfigApplicationContext context = context(Map.of())) {
            assertThat(context.getBeansOfType(Model.class)).isEmpty();
        }
    }

    @Test
    void rowsAreCounted() {
        try (AnnotationConfigApplicationContext context =
                context(Map.of("nn4j.model.location", "classpath:golden/v1-binary.nn"))) {
            ServedModel served = context.getBean(ServedModel.class);
            Map<String, Float> row = new HashMap<>();
            served.model().schema().featureNames().forEach(name -> row.put(name, 1f));
            served.predict(row);
            served.predict(row);

            MeterRegistry registry = context.getBean(MeterRegistry.class);
            assertThat(registry.get("nn4j.predictions")
                            .tag("model", "model")
                            .timer()
                            .count())
                    .isEqualTo(2);
        }
    }

    @Test
    void whatTrainingHadNotSeenIsCountedByFeature() {
        try (AnnotationConfigApplicationContext context =
                context(Map.of("nn4j.model.location", "classpath:golden/v1-profile.nn"))) {
            ServedModel served = context.getBean(ServedModel.class);
            MeterRegistry registry = context.getBean(MeterRegistry.class);
            Map<String, Object> usual = Map.of(
                    "age",
                    50,
                    "colour",
                    "red",
                    "town",
                    "10",
                    "size",
                    "S",
                    "member",
                    true,
                    "joined",
                    "01.03.2015 10:00",
                    "height",
                    0);
            served.predict(usual);
            assertThat(registry.find("nn4j.unseen.categories").counters()).isEmpty();
            assertThat(registry.find("nn4j.out.of.range").counters()).isEmpty();

            served.predict(with(usual, "size", "XXL"));
            served.predict(with(with(usual, "size", "M"), "age", 100));
            served.predict(with(usual, "age", -4));
            assertThat(count(registry, "nn4j.unseen.categories", "size")).isEqualTo(2);
            assertThat(count(registry, "nn4j.out.of.range", "age")).isEqualTo(2);
            assertThat(registry.find("nn4j.unseen.categories").counters()).hasSize(1);
            assertThat(registry.find("nn4j.out.of.range").counters()).hasSize(1);
            assertThat(registry.get("nn4j.predictions").timer().count()).isEqualTo(4);
        }
    }

    private static Map<String, Object> with(Map<String, Object> row, String feature, Object value) {
        Map<String, Object> other = new HashMap<>(row);
        other.put(feature, value);
        return other;
    }

    private static double count(MeterRegistry registry, String meter, String feature) {
        return registry.get(meter)
                .tag("model", "model")
                .tag("feature", feature)
                .counter()
                .count();
    }

    @Test
    void aNewerFileIsServedAndABrokenOneLeavesTheOldOneInPlace() throws Exception {
        Path file = copy("v1-binary.nn");
        try (AnnotationConfigApplicationContext context =
                context(Map.of("nn4j.model.location", "file:" + file, "nn4j.reload-interval", "1h"))) {
            ServedModel served = context.getBean(ServedModel.class);
            Model old = served.model();
            assertThat(served.reload()).isFalse();

            Files.writeString(file, "no model");
            assertThat(served.reload()).isFalse();
            assertThat(served.model()).isSameAs(old);
            assertThat(served.fault()).isPresent();
            assertThat(context.getBean(HealthIndicator.class).health().toString())
                    .contains("UP", "model.reload");

            copy("v1-multi-class.nn");
            assertThat(served.reload()).isFalse();
            assertThat(served.fault().orElseThrow()).contains("other features or labels");

            copy("v1-binary.nn");
            served.reload();
            assertThat(served.fault()).isEmpty();
            assertThat(context.getBean(Model.class)).isSameAs(served.model()).isNotSameAs(old);
        }
    }

    @Test
    void filesAreLookedForAgainAndAgain() throws Exception {
        Path file = copy("v1-binary.nn");
        try (AnnotationConfigApplicationContext context =
                context(Map.of("nn4j.model.location", "file:" + file, "nn4j.reload-interval", "20ms"))) {
            ServedModel served = context.getBean(ServedModel.class);
            Files.writeString(file, "no model");
            for (int i = 0; i < 1000 && served.fault().isEmpty(); i++) {
                Thread.sleep(Duration.ofMillis(10).toMillis());
            }
            assertThat(served.fault()).isPresent();
        }
    }

    @Test
    void whatIsWrongIsToldAtTheStart() {
        assertThatThrownBy(() -> context(Map.of("nn4j.model.location", "classpath:none.nn")))
                .rootCause()
                .hasMessageContaining("none.nn");
        assertThatThrownBy(() -> context(Map.of("nn4j.models.cancer.place", "x")))
                .hasMessageContaining("nn4j.models.NAME.location");
        assertThatThrownBy(() -> context(Map.of("nn4j.reload-interval", "0s")))
                .rootCause()
                .hasMessageContaining("nn4j.reload-interval: must be longer than 0");
    }
}
