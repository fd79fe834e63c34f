// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.activations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.nn4j.api.Activation;
import dev.nn4j.testkit.ActivationContract;
import dev.nn4j.testkit.junit.ContractTests;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class BuiltInsContractTest {
    @TestFactory
    Stream<DynamicTest> everyActivationKeepsTheContract() {
        return BuiltIns.all().stream().flatMap(BuiltInsContractTest::contract);
    }

    @TestFactory
    Stream<DynamicTest> everyParametrisedActivationKeepsTheContractWithOtherValues() {
        List<Activation> others =
                List.of(new LeakyRelu(0), new LeakyRelu(0.3), new LeakyRelu(1), new Elu(0), new Elu(0.3), new Elu(4));
        return others.stream().flatMap(BuiltInsContractTest::contract);
    }

    @Test
    void theNamesAreThoseThatFilesHold() {
        assertThat(BuiltIns.all())
                .extracting(Activation::name)
                .containsExactly(
                        "elu",
                        "gelu",
                        "gelu-tanh",
                        "hard-sigmoid",
                        "hard-tanh",
                        "identity",
                        "leaky-relu",
                        "mish",
                        "relu",
                        "selu",
                        "sigmoid",
                        "silu",
                        "softmax",
                        "softplus",
                        "softsign",
                        "tanh");
        assertThat(new Silu().aliases()).containsExactly("swish");
        assertThat(new Identity().aliases()).containsExactly("linear");
    }

    @Test
    void eachNamesTheInitializerThatSuitsIt() {
        Map<String, List<String>> activations = new TreeMap<>(BuiltIns.all().stream()
                .collect(Collectors.groupingBy(
                        Activation::suitableInitializer, Collectors.mapping(Activation::name, Collectors.toList()))));
        assertThat(activations)
                .containsOnlyKeys("he-normal", "lecun-normal", "xavier-uniform")
                .containsEntry(
                        "he-normal",
                        List.of("elu", "gelu", "gelu-tanh", "leaky-relu", "mish", "relu", "silu", "softplus"))
                .containsEntry("lecun-normal", List.of("selu"));
    }

    @Test
    void aSlopeOutOfRangeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LeakyRelu(2.0))
                .withMessage("leaky-relu: alpha must be in [0, 1], got 2.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Elu(Double.NaN))
                .withMessage("elu: alpha must be in [0, 1000], got NaN");
    }

    private static Stream<DynamicTest> contract(Activation activation) {
        return ContractTests.of(new ActivationContract(), activation)
                .map(test -> DynamicTest.dynamicTest(activation + " " + test.getDisplayName(), test.getExecutable()));
    }
}
