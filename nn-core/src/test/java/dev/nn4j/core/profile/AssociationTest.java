// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.table.TableBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much a column goes with another, against values of numpy. */
class AssociationTest {
    private static Association of(
            List<String> lines, String column, boolean numbers, String target, boolean numberTarget) {
        Schema schema = Schema.builder(Task.REGRESSION)
                .features(List.of(
                        ProfiledTables.schema(column, numbers, "?").features().get(0),
                        ProfiledTables.schema(target, numberTarget, "?")
                                .features()
                                .get(0)))
                .targets(List.of("y"))
                .build();
        List<String> header = List.of(lines.get(0).split(","));
        TableBuilder builder =
                Table.builder("rows", schema.featureNames(), List.of(schema.cellType(column), schema.cellType(target)));
        for (int line = 1; line < lines.size(); line++) {
            List<String> row = Arrays.asList(lines.get(line).split(",", -1));
            builder.addRow(line + 1, List.of(row.get(header.indexOf(column)), row.get(header.indexOf(target))));
        }
        Table table = builder.build();
        TrainingProfile profile = TrainingProfile.of(schema, table);
        return Association.of(
                table,
                schema.features().get(0),
                profile.columns().get(0),
                schema.features().get(1),
                profile.columns().get(1));
    }

    /**
     * numpy 1.24: Cramér's V as Bergsma (2013) corrects it, or the root of ε² (Kelley 1935), over twentieths by {@code
     * method='inverted_cdf'}; Pearson's r.
     */
    @ParameterizedTest
    @CsvSource({
        "adult, age, true, part, false, 0, ",
        "adult, workclass, false, part, false, 0.21456095108454273, ",
        "titanic, Age, true, part, false, 0.06254680877249057, ",
        "california, longitude, true, median_income, true, 0.33967376575903097, -0.07673503309860602",
        "california, ocean_proximity, false, median_income, true, 0.21015242736854248, ",
        "adult, hours-per-week, true, age, true, 0, 0.027186487506012456",
        "titanic, Embarked, false, Fare, true, 0.27556754857238136, ",
    })
    void columnsGoTogetherAsNumpySays(
            String table,
            String column,
            boolean numbers,
            String target,
            boolean numberTarget,
            double strength,
            @Nullable Double correlation) {
        Association association = of(ProfiledTables.lines(table), column, numbers, target, numberTarget);

        assertThat(association.strength()).isCloseTo(strength, within(1e-9));
        assertThat(association.correlation().isPresent()).isEqualTo(correlation != null);
        association.correlation().ifPresent(r -> assertThat(r).isCloseTo(correlation, within(1e-9)));
        assertThat(association.isSuspicious()).isFalse();
    }

    @Test
    void whatTellsTheTargetIsSuspicious() {
        List<String> lines = new ArrayList<>(List.of("x,kind,label,number"));
        for (int row = 0; row < 400; row++) {
            int x = row * 37 % 400;
            lines.add(x + "," + (x > 159 ? "a" : "b") + "," + (x > 159 ? "yes" : "no") + "," + (x * x));
        }

        assertThat(of(lines, "kind", false, "label", false).strength()).isEqualTo(1);
        assertThat(of(lines, "x", true, "label", false).isSuspicious()).isTrue();
        assertThat(of(lines, "x", true, "number", true).isSuspicious()).isTrue();
        assertThat(of(lines, "kind", false, "number", true).isSuspicious()).isFalse();
    }

    @Test
    void aConstantTargetGoesWithNothing() {
        List<String> lines = List.of("x,y", "1,5", "2,5", "3,5");

        assertThat(of(lines, "x", true, "y", true)).isEqualTo(new Association(0, OptionalDouble.empty()));
        assertThat(of(lines, "x", true, "y", false).strength()).isZero();
    }
}
