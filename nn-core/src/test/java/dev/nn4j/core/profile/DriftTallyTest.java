// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.table.RowSource;
import dev.nn4j.core.table.SourceRow;
import dev.nn4j.core.table.Table;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How far rows have moved, against values of numpy and scipy. */
class DriftTallyTest {
    private static ColumnDrift drift(boolean numbers, Table before, Table after) {
        Schema schema = ProfiledTables.schema(before.columns().get(0), numbers, "?");
        DriftTally tally = new DriftTally(schema, TrainingProfile.of(schema, before));
        tally.add(after);
        return tally.drift().columns().get(0);
    }

    /**
     * PSI of numpy 1.24 over the parts between the quantiles of {@code method='inverted_cdf'} at 0.1, …, 0.9; KS of {@code
     * scipy.stats.ks_2samp}. Where there are more than 200 different numbers, the profile knows quantiles alone.
     */
    @ParameterizedTest
    @CsvSource({
        "titanic, Age, 0.083945156606303, 0.09797482211275314, 5, 0",
        "titanic, Fare, 0.44238674704455794, 0.26728662420382165, 9, 0",
        "adult, age, 0.11191825139901942, 0.09, 0, 0",
        "adult, hours-per-week, 0.26752765916580573, 0.2175, 0, 0",
        "adult, fnlwgt, 0.16477993321650153, 0.1415, 2, 0.005",
        "california, longitude, 8.283527416706228, 0.986, 5, 0.005",
        "california, median_income, 0.05869009519368472, 0.076, 2, 0.005",
        "california, total_bedrooms, 0.026882173081572196, 0.06630824372759857, 1, 0.005",
    })
    void numbersMoveAsFarAsNumpyAndScipySay(
            String table, String column, double psi, double ks, long outside, double less) {
        ColumnDrift drift = drift(
                true,
                ProfiledTables.column(table, column, true, "before"),
                ProfiledTables.column(table, column, true, "after"));

        assertThat(drift.psi()).isCloseTo(psi, within(1e-12));
        assertThat(drift.ks().orElseThrow()).isBetween(ks - less - 1e-12, ks + 1e-12);
        assertThat(drift.outside()).isEqualTo(outside);
    }

    /** PSI of numpy over the texts that one row in a hundred had, the rarer ones, the new ones and the gaps. */
    @ParameterizedTest
    @CsvSource({
        "titanic, Embarked, 0.09976218246469575, 0",
        "titanic, Pclass, 0.09423347485178482, 0",
        "adult, workclass, 0.2794398721760447, 1",
        "adult, education, 0.08697807245167637, 0",
        "california, ocean_proximity, 3.680369235553734, 1",
    })
    void textsMoveAsFarAsNumpySays(String table, String column, double psi, long outside) {
        ColumnDrift drift = drift(
                false,
                ProfiledTables.column(table, column, false, "before"),
                ProfiledTables.column(table, column, false, "after"));

        assertThat(drift.psi()).isCloseTo(psi, within(1e-12));
        assertThat(drift.ks()).isEmpty();
        assertThat(drift.outside()).isEqualTo(outside);
    }

    @Test
    void theSameRowsHaveNotMoved() {
        Table rows = ProfiledTables.column("adult", "fnlwgt", true, "before");
        ColumnDrift drift = drift(true, rows, rows);

        assertThat(drift.psi()).isZero();
        assertThat(drift.ks()).hasValue(0);
        assertThat(drift.level()).isEqualTo(ColumnDrift.Level.STEADY);
    }

    @ParameterizedTest
    @CsvSource({"0.1, STEADY", "0.11, MOVED", "0.25, MOVED", "0.2501, FAR"})
    void theRuleOfThumbNamesTheIndex(double psi, ColumnDrift.Level level) {
        assertThat(new ColumnDrift("a", psi, OptionalDouble.empty(), 0, 0, 0).level())
                .isEqualTo(level);
    }

    @Test
    void gapsAloneMoveAColumn() {
        ColumnDrift drift = drift(
                true,
                ProfiledTables.table("x", true, "1", "2", "", "3"),
                ProfiledTables.table("x", true, "", "", "", ""));

        assertThat(drift.missingBefore()).isEqualTo(0.25);
        assertThat(drift.missing()).isEqualTo(1);
        assertThat(drift.ks()).isEmpty();
        assertThat(drift.psi()).isGreaterThan(0.25);
    }

    @Test
    void aColumnThatHadNoValueIsComparedByItsGaps() {
        ColumnDrift drift =
                drift(true, ProfiledTables.table("x", true, "", ""), ProfiledTables.table("x", true, "1", ""));

        assertThat(drift.outside()).isZero();
        assertThat(drift.ks()).isEmpty();
        assertThat(drift.psi()).isCloseTo(-0.5 * Math.log(0.5) + (0.5 - 1e-4) * Math.log(0.5 / 1e-4), within(1e-12));
    }

    @Test
    void rowsOfASourceCountAsThoseOfATable() throws IOException {
        Table before = ProfiledTables.column("adult", "age", true, "before");
        Table after = ProfiledTables.column("adult", "age", true, "after");
        Schema schema = ProfiledTables.schema("age", true);
        DriftTally tally = new DriftTally(schema, TrainingProfile.of(schema, before));
        tally.addAll(new Rows(IntStream.range(0, after.rows())
                .mapToObj(row -> new SourceRow(row + 2L, List.of("x", Float.toString(after.number(row, "age")))))
                .iterator()));

        assertThat(tally.drift().rows()).isEqualTo(after.rows());
        assertThat(tally.drift().columns().get(0)).isEqualTo(drift(true, before, after));
    }

    private record Rows(Iterator<SourceRow> rows) implements RowSource {
        @Override
        public String source() {
            return "rows";
        }

        @Override
        public List<String> header() {
            return List.of("other", "age");
        }

        @Override
        public Optional<SourceRow> next() {
            return rows.hasNext() ? Optional.of(rows.next()) : Optional.empty();
        }

        @Override
        public void close() {}
    }
}
