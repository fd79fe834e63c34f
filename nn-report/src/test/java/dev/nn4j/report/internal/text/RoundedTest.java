// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundedTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 1.0000",
        "-12.34567, -12.346",
        "123456.7, 123457",
        "0.00001234, 1.2340e-05",
        "1e12, 1.0000e+12"
    })
    void figuresHaveFiveDigitsWhateverTheirSize(double value, String text) {
        assertThat(Rounded.figure(value)).isEqualTo(text);
        assertThat(Rounded.figure(OptionalDouble.of(value))).isEqualTo(text);
    }
}
