// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HyperparameterTest {
    private static final Hyperparameter<Double> NUMBER = Hyperparameter.number("number", 0, Range.finite(), "any");
    private static final Hyperparameter<Double> POSITIVE =
            Hyperparameter.number("positive", 1, Range.greaterThan(0), "above zero");
    private static final Hyperparameter<Long> INTEGER = Hyperparameter.integer("integer", 0, Range.finite(), "any");
    private static final Hyperparameter<Boolean> FLAG = Hyperparameter.flag("flag", true, "yes or no");
    private static final Hyperparameter<String> CHOICE =
            Hyperparameter.choice("choice", "mean", List.of("mean", "sum"), "which");

    static Stream<Arguments> readable() {
        return Stream.of(
                Arguments.of(NUMBER, 1, 1.0),
                Arguments.of(NUMBER, 1.5f, 1.5),
                Arguments.of(NUMBER, new BigDecimal("1e-400"), 0.0),
                Arguments.of(NUMBER, -0.0, -0.0),
                Arguments.of(NUMBER, Double.MAX_VALUE, Double.MAX_VALUE),
                Arguments.of(POSITIVE, Double.MIN_VALUE, Double.MIN_VALUE),
                Arguments.of(INTEGER, 1e2, 100L),
                Arguments.of(INTEGER, new BigDecimal("-3.0"), -3L),
                Arguments.of(INTEGER, -0.0, 0L),
                Arguments.of(INTEGER, Long.MAX_VALUE, Long.MAX_VALUE),
                Arguments.of(INTEGER, Long.MIN_VALUE, Long.MIN_VALUE),
                Arguments.of(INTEGER, (1L << 53) + 1, (1L << 53) + 1),
                Arguments.of(FLAG, false, false),
                Arguments.of(CHOICE, "sum", "sum"));
    }

    @ParameterizedTest
    @MethodSource("readable")
    void readsWhatMeansTheSame(Hyperparameter<?> parameter, Object written, Object read) {
        assertThat(parameter.parse("owner", written)).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({
        "1e-46, 0.0",
        "-1e-46, -0.0",
        "1e39, Infinity",
        "-1e39, -Infinity",
        "0.99999999999, 1.0",
        "-0.99999999999, -1.0"
    })
    void whatIsAnotherThingAsAFloatIsRefusedOfANumberThatIsUsedAsOne(double value, String rounded) {
        Hyperparameter<Double> any = Hyperparameter.floatNumber("share", 0.5, Range.finite(), "a float");
        Hyperparameter<Double> open = Hyperparameter.floatNumber("share", 0.5, Range.open(-1, 1), "a float");
        Hyperparameter<Double> parameter = Math.abs(value) < 1 ? open : any;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parameter.check("owner", value))
                .withMessage("owner: share must be " + parameter.allowed() + ", got " + value + ", which is " + rounded
                        + " as the float that is computed with");
        assertThat(Hyperparameter.number("share", 0.5, Range.finite(), "a double")
                        .check("owner", value))
                .isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.0, 1.5e-45, 0.1, 0.3, 0.9999999, 3.4e38})
    void aNumberThatIsUsedAsAFloatMayBeRounded(double value) {
        Hyperparameter<Double> any = Hyperparameter.floatNumber("share", 0.5, Range.closed(0, 3.4e38), "a float");
        assertThat(any.check("owner", value)).isEqualTo(value);
        Hyperparameter<Double> third = Hyperparameter.floatNumber("third", 0.3, Range.closed(0.1, 0.3), "a float");
        assertThat(third.check("owner", 0.1)).isEqualTo(0.1);
    }

    static Stream<Arguments> unreadable() {
        return Stream.of(
                Arguments.of(NUMBER, true, "number must be finite, got true"),
                Arguments.of(NUMBER, "1", "number must be finite, got \"1\""),
                Arguments.of(NUMBER, Double.NaN, "number must be finite, got NaN"),
                Arguments.of(NUMBER, Double.NEGATIVE_INFINITY, "number must be finite, got -Infinity"),
                Arguments.of(NUMBER, new BigDecimal("1e400"), "number must be finite, got Infinity"),
                Arguments.of(POSITIVE, 0, "positive must be greater than 0, got 0.0"),
                Arguments.of(POSITIVE, -0.0, "positive must be greater than 0, got -0.0"),
                Arguments.of(INTEGER, 0.5, "integer must be a whole number, got 0.5"),
                Arguments.of(INTEGER, "7", "integer must be a whole number, got \"7\""),
                Arguments.of(
                        INTEGER, BigInteger.TWO.pow(64), "integer must be a whole number, got 18446744073709551616"),
                Arguments.of(INTEGER, Double.POSITIVE_INFINITY, "integer must be a whole number, got Infinity"),
                Arguments.of(FLAG, 1, "flag must be true or false, got 1"),
                Arguments.of(FLAG, "true", "flag must be true or false, got \"true\""),
                Arguments.of(CHOICE, "Mean", "choice must be one of mean, sum, got Mean"),
                Arguments.of(CHOICE, "", "choice must be one of mean, sum, got "),
                Arguments.of(CHOICE, false, "choice must be one of mean, sum, got false"));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void refusesAllElseAndSaysWhoAndWhatIsAllowed(Hyperparameter<?> parameter, Object written, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parameter.parse("owner", written))
                .withMessage("owner: " + message);
    }

    @Test
    void describesItself() {
        assertThat(POSITIVE).hasToString("positive (a number, greater than 0, default 1.0)");
        assertThat(FLAG).hasToString("flag (true or false, true or false, default true)");
        assertThat(CHOICE).hasToString("choice (a text, one of mean, sum, default mean)");
    }

    @Test
    void everyKindButANumberHasNoInterval() {
        assertThat(FLAG.range()).isEqualTo(Range.finite());
        assertThat(CHOICE.range()).isEqualTo(Range.finite());
        assertThat(NUMBER.choices()).isEmpty();
    }

    @Test
    void theDefaultOfAChoiceIsOneOfItsWords() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Hyperparameter.choice("choice", "max", List.of("mean", "sum"), "which"))
                .withMessage("default: choice must be one of mean, sum, got max");
        assertThatIllegalArgumentException().isThrownBy(() -> Hyperparameter.choice("choice", "", List.of(), "which"));
    }

    @Test
    void theDefaultOfAWholeNumberIsInItsInterval() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Hyperparameter.integer("every", 0, Range.atLeast(1), "steps"))
                .withMessage("default: every must be a whole number at least 1, got 0");
    }

    @Test
    void theWordsOfAChoiceStayAsDeclared() {
        List<String> words = new ArrayList<>(List.of("mean", "sum"));
        Hyperparameter<String> choice = Hyperparameter.choice("choice", "mean", words, "which");
        words.add("max");
        assertThat(choice.choices()).containsExactly("mean", "sum");
    }
}
