// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.encoding;

import static dev.nn4j.core.cell.CellType.NUMBER;
import static dev.nn4j.core.cell.CellType.NUMBER_OR_MISSING;
import static dev.nn4j.core.cell.CellType.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nn4j.api.DataException;
import dev.nn4j.core.cell.DateOrder;
import dev.nn4j.core.cell.DatePart;
import dev.nn4j.core.schema.CategoryKind;
import dev.nn4j.core.schema.DateTimeKind;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.Missing;
import dev.nn4j.core.schema.MissingPolicy;
import dev.nn4j.core.schema.NumberKind;
import dev.nn4j.core.schema.RawRows;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import dev.nn4j.core.schema.Unseen;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.table.TableBuilder;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Scales that are found feature by feature have the bits of those that are found row by row. */
class FeatureWalksTest {
    private static final long SEED = 20261202;
    private static final List<Feature> FEATURES = List.of(
            new Feature("colour", new CategoryKind(List.of("red", "green"), Unseen.ZEROS), Missing.error()),
            new Feature("size", new NumberKind(), new Missing(MissingPolicy.MEAN, true, List.of(2f))),
            new Feature(
                    "day",
                    new DateTimeKind(DateOrder.YEAR_MONTH_DAY, List.of(DatePart.DAY, DatePart.YEAR)),
                    Missing.error()),
            new Feature("price", new NumberKind(), Missing.error()));

    private static Table table(int rows) {
        SplittableRandom random = new SplittableRandom(SEED);
        TableBuilder builder = Table.builder(
                "test", List.of("colour", "size", "day", "price"), List.of(TEXT, NUMBER_OR_MISSING, TEXT, NUMBER));
        for (int row = 0; row < rows; row++) {
            builder.addRow(
                    row + 2L,
                    List.of(
                            random.nextBoolean() ? "red" : "green",
                            random.nextInt(7) == 0 ? "" : "" + (random.nextDouble() - 0.4) * 1e30,
                            "20" + (10 + random.nextInt(20)) + "-01-" + (10 + random.nextInt(20)),
                            "" + random.nextInt(-1000, 1000) / 1000.0));
        }
        return builder.build();
    }

    @ParameterizedTest
    @CsvSource({"1, 1, false", "4096, 1, false", "8192, 2, true", "30001, 1, true", "70000, 3, false"})
    void scalesHaveTheSameBits(int rows, int threads, boolean categories) {
        Table table = table(rows).withThreads(threads);
        Schema schema = Schema.builder(Task.REGRESSION)
                .features(FEATURES)
                .targets(List.of("price"))
                .build();
        for (Scaling scaling : List.of(Scaling.STANDARD, Scaling.MIN_MAX)) {
            Scaler byRows = new ScalerFits(scaling, categories, FEATURES)
                    .inputs(() -> RawRows.of(table, FEATURES), threads, table.cancellation(), table::newWords);
            assertThat(FeatureWalks.suit(table, FEATURES)).isTrue();
            assertThat(Scaler.fitInputs(scaling, categories, schema, table))
                    .as("seed " + SEED)
                    .isEqualTo(byRows);
        }
    }

    @ParameterizedTest
    @EnumSource(Scaling.class)
    void aColumnThatIsNotThereIsMissedThoughItIsNotScaled(Scaling scaling) {
        Schema schema = Schema.builder(Task.REGRESSION)
                .features(List.of(
                        new Feature("colours", new CategoryKind(List.of("red"), Unseen.ZEROS), Missing.error()),
                        new Feature("price", new NumberKind(), Missing.error())))
                .targets(List.of("price"))
                .build();
        if (scaling != Scaling.NONE) {
            assertThatThrownBy(() -> Scaler.fitInputs(scaling, schema, table(3)))
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("there is no column 'colours'");
        }
    }
}
