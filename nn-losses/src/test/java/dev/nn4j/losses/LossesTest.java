// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.losses;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nn4j.api.Loss;
import dev.nn4j.testkit.LossContract;
import dev.nn4j.testkit.junit.ContractTests;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class LossesTest {
    static Stream<Loss> builtIns() {
        return Stream.of(
                new BinaryCrossEntropy(),
                new CategoricalCrossEntropy(),
                new MeanSquaredError(),
                new MeanAbsoluteError(),
                new Huber(),
                new LogCosh(),
                new Quantile(),
                new Quantiles(),
                new Gaussian(),
                new Poisson(),
                new Focal(),
                new Hinge(),
                new KullbackLeibler());
    }

    @TestFactory
    Stream<DynamicTest> every_built_in_keeps_the_contract() {
        return Stream.concat(
                        builtIns(),
                        Stream.of(
                                new Huber(0.25),
                                new Huber(10),
                                new Focal(0, 0.5),
                                new Focal(0.5, 1),
                                new Focal(5, 0),
                                new Quantile(0.05),
                                new Quantiles(List.of(0.1, 0.9))))
                .flatMap(loss -> ContractTests.of(new LossContract(), loss));
    }

    @Test
    void names_are_as_published() {
        assertThat(builtIns().map(Loss::name))
                .containsExactly(
                        "binary-cross-entropy",
                        "categorical-cross-entropy",
                        "mean-squared-error",
                        "mean-absolute-error",
                        "huber",
                        "log-cosh",
                        "quantile",
                        "quantiles",
                        "gaussian",
                        "poisson",
                        "focal",
                        "hinge",
                        "kullback-leibler");
    }

    @Test
    void all_are_services_on_the_module_path_and_on_the_class_path() throws IOException {
        List<String> classes = builtIns().map(loss -> loss.getClass().getName()).toList();
        assertThat(Huber.class.getModule().getDescriptor().provides())
                .singleElement()
                .satisfies(service -> assertThat(service.service()).isEqualTo(Loss.class.getName()))
                .satisfies(service -> assertThat(service.providers()).isEqualTo(classes));
        try (InputStream file =
                Objects.requireNonNull(Huber.class.getResourceAsStream("/META-INF/services/" + Loss.class.getName()))) {
            assertThat(new String(file.readAllBytes(), UTF_8).lines()).containsExactlyElementsOf(classes);
        }
    }

    @Test
    void common_aliases_are_known() {
        assertThat(builtIns().flatMap(loss -> loss.aliases().stream()))
                .containsExactlyInAnyOrder(
                        "bce",
                        "cross-entropy",
                        "cce",
                        "mse",
                        "mae",
                        "l1-loss",
                        "pinball",
                        "multi-quantile",
                        "gaussian-nll",
                        "poisson-nll",
                        "kl-divergence");
    }

    @Test
    void focal_refuses_weights_beyond_one() {
        assertThatThrownBy(() -> new Focal(2, 1.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("focal: alpha must be in [0, 1], got 1.5");
    }

    @Test
    void quantiles_refuse_levels_that_are_no_list_of_them() {
        assertThatThrownBy(() -> new Quantiles(List.of(0.9)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("quantiles: levels must be 2 to 99, there are 1; of one, quantile is the loss");
        assertThatThrownBy(() -> new Quantiles(List.of(0.9, 0.1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("quantiles: levels must ascend in (0, 1), got 0.1 after 0.9");
        assertThatThrownBy(() -> new Quantiles(List.of(0.5, 1.0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("quantiles: levels must be a list of numbers in (0, 1), got [0.5, 1.0]");
    }

    @Test
    void huber_refuses_a_delta_of_zero() {
        assertThatThrownBy(() -> new Huber(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("huber: delta must be greater than 0, got 0.0");
    }
}
