// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.optim;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nn4j.api.Optimizer;
import dev.nn4j.testkit.OptimizerContract;
import dev.nn4j.testkit.junit.ContractTests;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class OptimizersTest {
    static Stream<Optimizer> builtIns() {
        return Stream.of(
                new GradientDescent(),
                new Momentum(),
                new RmsProp(),
                new Adagrad(),
                new Adam(),
                new AdamW(),
                new Nadam());
    }

    /** Every branch: with weight decay, with Nesterov's step, with other running means. */
    static Stream<Optimizer> variants() {
        return Stream.of(
                new GradientDescent(0.1),
                new Momentum(0.9, true, 0.1),
                new Momentum(0, false, 0),
                new RmsProp(0.5, 1e-3),
                new Adam(0.8, 0.9, 1e-6, 0.1),
                new Adam(0, 0.5, 1e-8, 0),
                new AdamW(0.9, 0.999, 1e-8, 0.1),
                new Nadam(0.8, 0.9, 1e-6, 0.1, 0.01));
    }

    @TestFactory
    Stream<DynamicTest> every_built_in_keeps_the_contract() {
        return Stream.concat(builtIns(), variants())
                .flatMap(optimizer -> ContractTests.of(new OptimizerContract(), optimizer));
    }

    @Test
    void names_and_default_rates_are_as_published() {
        assertThat(builtIns().collect(Collectors.toMap(Optimizer::name, Optimizer::defaultRate)))
                .isEqualTo(Map.of(
                        "gradient-descent", 0.01,
                        "momentum", 0.01,
                        "rmsprop", 0.01,
                        "adagrad", 0.01,
                        "adam", 0.001,
                        "adamw", 0.001,
                        "nadam", 0.002));
    }

    @Test
    void all_are_services_on_the_module_path_and_on_the_class_path() throws IOException {
        List<String> classes =
                builtIns().map(optimizer -> optimizer.getClass().getName()).toList();
        assertThat(Adam.class.getModule().getDescriptor().provides())
                .singleElement()
                .satisfies(service -> assertThat(service.service()).isEqualTo(Optimizer.class.getName()))
                .satisfies(service -> assertThat(service.providers()).isEqualTo(classes));
        try (InputStream file = Objects.requireNonNull(
                Adam.class.getResourceAsStream("/META-INF/services/" + Optimizer.class.getName()))) {
            assertThat(new String(file.readAllBytes(), UTF_8).lines()).containsExactlyElementsOf(classes);
        }
    }

    @Test
    void hyperparameters_have_the_published_names_and_defaults() {
        assertThat(builtIns()
                        .map(optimizer -> optimizer.name() + " " + optimizer.hyperparameters())
                        .toList())
                .containsExactlyInAnyOrder(
                        "gradient-descent {weightDecay=0.0}",
                        "momentum {momentum=0.9, nesterov=false, weightDecay=0.0}",
                        "rmsprop {decay=0.99, epsilon=1.0E-8}",
                        "adagrad {epsilon=1.0E-10}",
                        "adam {beta1=0.9, beta2=0.999, epsilon=1.0E-8, weightDecay=0.0}",
                        "adamw {beta1=0.9, beta2=0.999, epsilon=1.0E-8, weightDecay=0.01}",
                        "nadam {beta1=0.9, beta2=0.999, epsilon=1.0E-8, weightDecay=0.0, momentumDecay=0.004}");
    }

    @Test
    void gradient_descent_has_its_common_aliases() {
        assertThat(new GradientDescent().aliases()).containsExactly("sgd", "gd");
    }

    @Test
    void values_out_of_range_are_refused_in_words() {
        assertThatThrownBy(() -> new Adam(0.9, 1, 1e-8, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("adam: beta2 must be in [0, 1), got 1.0");
        String rounded = " as the float that is computed with";
        for (ThrowingCallable refused : List.<ThrowingCallable>of(
                () -> new Adam(0.9, 0.999, 1e-46, 0), () -> new RmsProp(0.9, 1e-46), () -> new Adagrad(1e-46))) {
            assertThatThrownBy(refused)
                    .hasMessageEndingWith("epsilon must be greater than 0, got 1.0E-46, which is 0.0" + rounded);
        }
        assertThatThrownBy(() -> new Adam(0.9, 0.99999999999, 1e-8, 0))
                .hasMessage("adam: beta2 must be in [0, 1), got 0.99999999999, which is 1.0" + rounded);
        assertThatThrownBy(() -> new Momentum(0.9, false, -1))
                .hasMessage("momentum: weightDecay must be at least 0, got -1.0");
    }

    @TestFactory
    Stream<DynamicTest> a_gradient_that_is_not_finite_shows_in_its_parameter_alone() {
        return Stream.concat(builtIns(), variants())
                .map(optimizer -> DynamicTest.dynamicTest(optimizer.toString(), () -> {
                    OptimizerSteps steps = new OptimizerSteps(optimizer, new float[] {1, 1, 1});
                    steps.step(new float[] {0.5f, Float.NaN, 0.5f}, 0.01);
                    assertThat(steps.parameters()[1]).isNaN();
                    assertThat(steps.parameters()[0]).isFinite().isEqualTo(steps.parameters()[2]);
                }));
    }
}
