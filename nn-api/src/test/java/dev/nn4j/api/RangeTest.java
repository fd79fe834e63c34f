// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class RangeTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    @Test
    void endsBelongToItOrNot() {
        assertThat(Range.closed(0, 1)).matches(range -> range.contains(0) && range.contains(1));
        assertThat(Range.open(0, 1)).matches(range -> !range.contains(0) && !range.contains(1) && range.contains(0.5));
        assertThat(Range.closedOpen(0, 1)).matches(range -> range.contains(0) && !range.contains(1));
        assertThat(Range.atLeast(2)).matches(range -> range.contains(2) && !range.contains(1.9));
        assertThat(Range.greaterThan(2)).matches(range -> !range.contains(2) && range.contains(Math.nextUp(2.0)));
    }

    @Test
    void nanAndInfinityLieInNone() {
        for (Range range : new Range[] {Range.finite(), Range.atLeast(0), Range.greaterThan(0), Range.closed(0, 1)}) {
            assertThat(range.contains(Double.NaN)).isFalse();
            assertThat(range.contains(INFINITY)).isFalse();
            assertThat(range.contains(-INFINITY)).isFalse();
        }
        assertThat(new Range(0, true, INFINITY, true).contains(INFINITY)).isTrue();
    }

    @Test
    void minusZeroIsZero() {
        assertThat(Range.closed(0, 1).contains(-0.0)).isTrue();
        assertThat(Range.greaterThan(0).contains(-0.0)).isFalse();
    }

    @Test
    void readsAsPeopleSayIt() {
        assertThat(Range.finite().inWords()).isEqualTo("finite");
        assertThat(Range.closed(0, 1).inWords()).isEqualTo("in [0, 1]");
        assertThat(Range.open(-0.5, 1e6).inWords()).isEqualTo("in (-0.5, 1000000)");
        assertThat(Range.closedOpen(0, 1).inWords()).isEqualTo("in [0, 1)");
        assertThat(Range.atLeast(1).inWords()).isEqualTo("at least 1");
        assertThat(Range.greaterThan(0).inWords()).isEqualTo("greater than 0");
    }

    @Test
    void endsAreWrittenAsShortAsTheyCanBe() {
        assertThat(Range.closed(-0.0, 1e-9)).hasToString("[0, 1.0E-9]");
        assertThat(Range.open(-1e300, 0.1)).hasToString("(-1.0E300, 0.1)");
        assertThat(new Range(-INFINITY, false, 0, true).inWords()).isEqualTo("in (-Infinity, 0]");
    }

    @Test
    void onlyWhatExcludesInfinityIsCalledFinite() {
        assertThat(new Range(-INFINITY, true, INFINITY, true).inWords()).isEqualTo("in [-Infinity, Infinity]");
        assertThat(new Range(0, true, INFINITY, true).inWords()).isEqualTo("in [0, Infinity]");
    }

    @Test
    void anIntervalThatHoldsNothingIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Range.closed(1, 0))
                .withMessage("range: low must not exceed high, got 1.0 and 0.0");
        assertThatIllegalArgumentException().isThrownBy(() -> Range.closed(Double.NaN, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Range.closed(0, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> Range.greaterThan(INFINITY));
    }

    @Test
    void aPointHoldsItselfOnlyWhereItIsClosed() {
        assertThat(Range.closed(1, 1).contains(1)).isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Range.open(1, 1))
                .withMessage("range: (1, 1) holds no number");
    }
}
