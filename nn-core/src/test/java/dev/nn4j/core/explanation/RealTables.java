// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.explanation;

import dev.nn4j.core.metrics.Answers;
import dev.nn4j.core.metrics.Evaluator;
import dev.nn4j.core.sample.Tables;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import dev.nn4j.core.table.Table;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * Every sixth row of scikit-learn's diabetes data, every second of its iris, every third of its wine, each with a formula that answers
 * it as a model would.
 *
 * @param rows raw rows
 */
@SuppressWarnings("ArrayRecordComponent") // tests leave it as it is
record RealTables(FormulaPredictor predictor, Table table, float[] rows) {
    static RealTables diabetes() {
        return of(
                "diabetes.csv",
                FormulaPredictor.regression(
                        (x, at) ->
                                6.0 * x[at + 1] + 1.2 * x[at + 2] + 40.0 * x[at + 3] - 0.01 * x[at] * x[at + 2] - 240,
                        "age",
                        "bmi",
                        "bp",
                        "s5"));
    }

    static RealTables iris() {
        return of(
                "iris.csv",
                binary((x, at) -> 2.0 * x[at + 2] + 1.5 * x[at + 3] - 0.5 * x[at] - 9.5, "sl", "sw", "pl", "pw"));
    }

    static RealTables wine() {
        return of(
                "wine.csv",
                binary(
                        (x, at) -> 0.004 * x[at + 3] + 1.5 * x[at + 1] * (x[at] - 12.0) - 5 + 0.1 * x[at + 2],
                        "alcohol",
                        "flavanoids",
                        "colour",
                        "proline"));
    }

    private static FormulaPredictor binary(FormulaPredictor.NumberFormula logit, String... features) {
        Schema schema = Schema.builder(Task.BINARY)
                .features(Feature.numbers(features))
                .targets(List.of("y"))
                .labels(List.of("0", "1"))
                .positiveClass(1)
                .build();
        return new FormulaPredictor(
                schema, (x, at, y, to) -> y[to] = (float) (1 / (1 + StrictMath.exp(-logit.of(x, at)))));
    }

    private static RealTables of(String file, FormulaPredictor predictor) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(RealTables.class.getResourceAsStream(file)), StandardCharsets.UTF_8))) {
            Table table = Tables.of(
                    predictor.schema()::cellType,
                    lines.readLine(),
                    lines.lines().toArray(String[]::new));
            return new RealTables(predictor, table, predictor.schema().rawRows(table));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int count() {
        return table.rows();
    }

    Answers answers() {
        return Evaluator.of(predictor).answers(table);
    }
}
