// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.nn4j.core.Provenance;
import dev.nn4j.report.card.HeldOutFigures.Figure;
import dev.nn4j.report.card.HeldOutFigures.Interval;
import dev.nn4j.report.internal.text.ProvenanceText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What models keep of how good they are. */
class HeldOutFiguresTest {
    /** scipy 1.10, {@code binomtest(k, n).proportion_ci(method='wilson')}. */
    @ParameterizedTest
    @CsvSource({
        "29, 30, 0.8332960900859083, 0.9940914096183875",
        "0, 10, 0, 0.27753279986288926",
        "50, 100, 0.4038315303659956, 0.5961684696340044"
    })
    void sharesHaveWilsonsInterval(double hits, double rows, double low, double high) {
        Interval interval = FigureIntervals.wilson(hits / rows, rows);

        assertThat(interval.low()).isCloseTo(low, within(1e-12));
        assertThat(interval.high()).isCloseTo(high, within(1e-12));
    }

    /** The example of Hanley and McNeil 1982: an area of 0.893 of 51 positives and 58 negatives, standard error 0.032. */
    @Test
    void theAreaHasHanleyAndMcNeilsInterval() {
        Interval interval = FigureIntervals.hanleyMcNeil(0.893, 51, 58);

        assertThat((interval.high() - interval.low()) / 2 / 1.959963984540054).isCloseTo(0.032, within(0.001));
    }

    @Test
    void whatAProvenanceSaysReadsBack() {
        HeldOutFigures figures = new HeldOutFigures(
                "validation rows, all of them",
                57,
                List.of(
                        new Figure("accuracy", 0.9649122807017544, Optional.of(new Interval(0.875, 0.9921875))),
                        new Figure("r2", -1.5e-7, Optional.empty())));

        assertThat(in(figures.text())).hasValue(figures);
    }

    @Test
    void peopleReadFiguresRounded() {
        assertThat(ProvenanceText.shown(
                        "held out", "rows, 3: accuracy 0.9736842105263158 (0.9254752 to 1.0); r2 -1.5e-7"))
                .isEqualTo("rows, 3: accuracy 0.9737 (0.9255 to 1.0000); r2 -1.5000e-07");
        assertThat(ProvenanceText.shown("data", "1.23456.csv")).isEqualTo("1.23456.csv");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "rows", "rows, 3: ", "rows, 3: accuracy", "rows, 3: accuracy much", "rows, x: accuracy 1"})
    void whatIsSaidOtherwiseIsLeftAlone(String text) {
        assertThat(in(text)).isEmpty();
    }

    private static Optional<HeldOutFigures> in(String text) {
        return HeldOutFigures.in(
                Provenance.builder().extra(Map.of(HeldOutFigures.NAME, text)).build());
    }
}
