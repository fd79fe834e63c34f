// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.nn4j.api.DataException;
import dev.nn4j.core.Model;
import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.table.TableBuilder;
import dev.nn4j.core.training.Training;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A row of weight 2 counts as two rows, and one of weight 0 as none, in every figure that is a mean. */
class WeightedEvaluationTest {
    private static final double[][] ROWS = {
        {0.1, 0, 2}, {0.9, 1, 1}, {0.4, 1, 0}, {0.6, 0, 3}, {0.2, 0, 1}, {0.8, 2, 2}, {0.3, 1, 1}, {0.35, 2, 3}
    };

    @ParameterizedTest
    @ValueSource(strings = {"binary-cross-entropy", "categorical-cross-entropy", "mean-squared-error"})
    void rowsCountAsOftenAsTheyWeigh(String loss) {
        boolean binary = loss.startsWith("binary");
        Model model = model(loss, binary);
        Evaluator evaluator = Evaluator.of(model).withWeight("w");

        Evaluation weighted = evaluator.evaluation(table(evaluator, binary, false));
        Evaluation repeated = Evaluator.of(model).evaluation(table(evaluator, binary, true));

        weighted.figures()
                .forEach((name, value) -> assertThat(value.orElse(-1))
                        .as(name)
                        .isCloseTo(repeated.figures().get(name).orElse(-1), within(1e-12)));
        assertThat(weighted.rows()).isEqualTo(ROWS.length);
    }

    @Test
    void aWeightThatIsNoneIsAnError() {
        Model model = model("mean-squared-error", false);
        Evaluator evaluator = Evaluator.of(model).withWeight("w");
        Table table = Table.builder("d.csv", List.of("x", "y", "w"), types(evaluator))
                .addRow(2, List.of("1", "1", "-2"))
                .build();

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> evaluator.answers(table))
                .withMessageContaining("d.csv:2:3: weight 'w' must be at least 0");
    }

    private static List<CellType> types(Evaluator evaluator) {
        return List.of(evaluator.cellType("x"), evaluator.cellType("y"), evaluator.cellType("w"));
    }

    private static Table table(Evaluator evaluator, boolean binary, boolean repeated) {
        TableBuilder table = Table.builder("d.csv", List.of("x", "y", "w"), types(evaluator));
        long line = 2;
        for (double[] row : ROWS) {
            int target = binary ? (int) Math.min(1, row[1]) : (int) row[1];
            for (int time = 0; time < (repeated ? (int) row[2] : 1); time++) {
                table.addRow(line++, List.of(row[0] + "", target + "", row[2] + ""));
            }
        }
        return table.build();
    }

    private static Model model(String loss, boolean binary) {
        Experiment experiment = Experiment.builder()
                .target("y")
                .weight("w")
                .dense(3, "tanh")
                .dense(loss.startsWith("categorical") ? 3 : 1, output(loss))
                .loss(loss)
                .optimizer("adam", 0.05)
                .training(options -> options.epochs(20).seed(1))
                .build();
        TableBuilder table = Table.builder(
                "d.csv",
                List.of("x", "y", "w"),
                List.of(experiment.cellType("x"), experiment.cellType("y"), experiment.cellType("w")));
        long line = 2;
        for (double[] row : ROWS) {
            int target = binary ? (int) Math.min(1, row[1]) : (int) row[1];
            table.addRow(line++, List.of(row[0] + "", target + "", row[2] + ""));
        }
        return Training.of(experiment).run(table.build()).model();
    }

    private static String output(String loss) {
        return switch (loss) {
            case "binary-cross-entropy" -> "sigmoid";
            case "categorical-cross-entropy" -> "softmax";
            default -> "identity";
        };
    }
}
