// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HyperparametersTest {
    private static final Hyperparameter<Double> ALPHA =
            Hyperparameter.number("alpha", 0.01, Range.closed(0, 1), "slope where z < 0");
    private static final Hyperparameter<Long> EVERY =
            Hyperparameter.integer("every", 30, Range.closed(1, 100), "epochs between changes");
    private static final Hyperparameter<Boolean> NESTEROV = Hyperparameter.flag("nesterov", false, "look ahead");
    private static final Hyperparameter<String> MODE =
            Hyperparameter.choice("mode", "fast", List.of("fast", "exact"), "how");
    private static final Hyperparameters ALL =
            Hyperparameters.of(ALPHA, 0.5).and(EVERY, 7L).and(NESTEROV, true).and(MODE, "exact");

    @Test
    void aDeclarationKnowsAllAboutItself() {
        assertThat(ALPHA.name()).isEqualTo("alpha");
        assertThat(ALPHA.kind()).isEqualTo(Hyperparameter.Kind.NUMBER);
        assertThat(ALPHA.defaultValue()).isEqualTo(0.01);
        assertThat(ALPHA.range()).isEqualTo(Range.closed(0, 1));
        assertThat(ALPHA.meaning()).isEqualTo("slope where z < 0");
        assertThat(MODE.choices()).containsExactly("fast", "exact");
        assertThat(ALPHA).hasToString("alpha (a number, in [0, 1], default 0.01)");
    }

    @Test
    void saysWhatIsAllowed() {
        assertThat(ALPHA.allowed()).isEqualTo("in [0, 1]");
        assertThat(EVERY.allowed()).isEqualTo("a whole number in [1, 100]");
        assertThat(NESTEROV.allowed()).isEqualTo("true or false");
        assertThat(MODE.allowed()).isEqualTo("one of fast, exact");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Alpha", "alpha-two", "alpha_two", "2alpha", "type", "learningRate"})
    void aNameIsCamelCaseAndNotReserved(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Hyperparameter.flag(name, true, "?"))
                .withMessage(
                        "hyperparameter: name must be camelCase and none of [type, learningRate], got '" + name + "'");
    }

    @Test
    void theDefaultMustBeAllowed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Hyperparameter.number("alpha", 2, Range.closed(0, 1), "?"))
                .withMessage("default: alpha must be in [0, 1], got 2.0");
    }

    @Test
    void aValueOutOfRangeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ALPHA.check("leaky-relu", 2.0))
                .withMessage("leaky-relu: alpha must be in [0, 1], got 2.0");
        assertThatIllegalArgumentException().isThrownBy(() -> ALPHA.check("leaky-relu", Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EVERY.check("step", 0L))
                .withMessage("step: every must be a whole number in [1, 100], got 0");
        assertThat(ALPHA.check("leaky-relu", 1.0)).isEqualTo(1.0);
    }

    @Test
    void anyNumberThatFitsIsParsed() {
        assertThat(ALPHA.parse("x", 1)).isEqualTo(1.0);
        assertThat(ALPHA.parse("x", new BigDecimal("0.25"))).isEqualTo(0.25);
        assertThat(EVERY.parse("x", 7)).isEqualTo(7L);
        assertThat(EVERY.parse("x", 7.0)).isEqualTo(7L);
        assertThat(EVERY.parse("x", BigInteger.TEN)).isEqualTo(10L);
        assertThat(NESTEROV.parse("x", true)).isTrue();
        assertThat(MODE.parse("x", "exact")).isEqualTo("exact");
    }

    @Test
    void anotherTypeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ALPHA.parse("leaky-relu", "0.1"))
                .withMessage("leaky-relu: alpha must be in [0, 1], got \"0.1\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EVERY.parse("step", 2.5))
                .withMessage("step: every must be a whole number in [1, 100], got 2.5");
        assertThatIllegalArgumentException().isThrownBy(() -> EVERY.parse("step", Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> EVERY.parse("step", 1e300));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NESTEROV.parse("momentum", "true"))
                .withMessage("momentum: nesterov must be true or false, got \"true\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MODE.parse("x", "slow"))
                .withMessage("x: mode must be one of fast, exact, got slow");
        assertThatIllegalArgumentException().isThrownBy(() -> MODE.parse("x", 1));
    }

    @Test
    void valuesKeepTheirOrder() {
        assertThat(ALL.values())
                .containsExactly(
                        Map.entry("alpha", 0.5),
                        Map.entry("every", 7L),
                        Map.entry("nesterov", true),
                        Map.entry("mode", "exact"));
        assertThat(ALL.declarations())
                .extracting(Hyperparameter::name)
                .containsExactly("alpha", "every", "nesterov", "mode");
        assertThat(ALL.get(EVERY)).isEqualTo(7L);
        assertThat(ALL).hasToString("{alpha=0.5, every=7, nesterov=true, mode=exact}");
    }

    @Test
    void someAreChangedAndTheOthersStay() {
        Hyperparameters changed = ALL.with("x", Map.of("every", 9, "mode", "fast"));
        assertThat(changed.get(EVERY)).isEqualTo(9L);
        assertThat(changed.get(MODE)).isEqualTo("fast");
        assertThat(changed.get(ALPHA)).isEqualTo(0.5);
        assertThat(ALL.get(EVERY)).isEqualTo(7L);
    }

    @Test
    void anUnknownNameIsRefusedWithTheNearest() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ALL.with("leaky-relu", Map.of("alpa", 1)))
                .withMessage("leaky-relu: unknown parameter 'alpa'; did you mean 'alpha'?");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Hyperparameters.none().with("relu", Map.of("alpha", 1)))
                .withMessage("relu: unknown parameter 'alpha'; it has none");
    }

    @Test
    void aNullIsNotTheDefault() {
        Map<String, Object> missing = new HashMap<>();
        missing.put("alpha", null);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ALL.with("leaky-relu", missing))
                .withMessage("leaky-relu: alpha must be in [0, 1], got null");
    }

    @Test
    void oneNameIsDeclaredOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ALL.and(ALPHA, 0.1))
                .withMessage("hyperparameters: 'alpha' is declared twice");
    }

    @Test
    void whatIsNotDeclaredHasNoValue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Hyperparameters.none().get(ALPHA))
                .withMessage("hyperparameters: 'alpha' is not declared here");
    }

    @Test
    void equalMeansTheSameNamesAndValues() {
        assertThat(Hyperparameters.of(ALPHA, 0.5))
                .isEqualTo(Hyperparameters.of(ALPHA, 0.5))
                .hasSameHashCodeAs(Hyperparameters.of(ALPHA, 0.5))
                .isNotEqualTo(Hyperparameters.of(ALPHA, 0.25))
                .isNotEqualTo(Hyperparameters.none());
    }

    @Test
    void aComponentThatDeclaresSomethingMustOverrideWith() {
        assertThatIllegalStateException()
                .isThrownBy(() -> ALL.requireNone("acme:swish"))
                .withMessage("acme:swish: declares [alpha, every, nesterov, mode] but does not override"
                        + " with(Hyperparameters)");
        Hyperparameters.none().requireNone("relu");
    }
}
