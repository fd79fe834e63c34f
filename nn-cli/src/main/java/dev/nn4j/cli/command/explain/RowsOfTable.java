// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command.explain;

import dev.nn4j.cli.console.Failure;
import dev.nn4j.core.Model;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.explanation.Background;
import dev.nn4j.core.explanation.ExplainedOutput;
import dev.nn4j.core.explanation.ExplainedRow;
import dev.nn4j.core.explanation.RowAttribution;
import dev.nn4j.core.explanation.ShapleyExplainer;
import dev.nn4j.core.schema.InputTally;
import dev.nn4j.core.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rows of a table that are explained. */
record RowsOfTable(Model model, Table table, Execution execution) {
    private static final int USUAL_ROWS = 3;

    /**
     * Explains rows.
     *
     * @param rows counted from 1; where there are none, the first few that the model can answer
     * @param output what is explained of each
     */
    List<ExplainedRow> explained(List<Long> rows, Optional<ExplainedOutput> output, Background background) {
        ShapleyExplainer explainer = ShapleyExplainer.of(model, background, 0, execution);
        List<Long> numbers = rows.isEmpty() ? firstUsable() : rows;
        int width = model.schema().rawWidth();
        float[] raw = new float[numbers.size() * width];
        for (int i = 0; i < numbers.size(); i++) {
            long number = numbers.get(i);
            if (number < 1 || number > table.rows()) {
                throw Failure.usage("--row: must be in [1, " + table.rows() + "], got " + number);
            }
            Table one = table.select(new int[] {(int) (number - 1)});
            Table usable = new InputTally(model.schema(), InputTally.Leniency.NONE).usable(one);
            System.arraycopy(model.schema().rawRows(usable), 0, raw, i * width, width);
        }
        List<RowAttribution> attributions = explainer.explain(raw, numbers.size());
        List<ExplainedRow> explained = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            RowAttribution attribution = attributions.get(i);
            long number = numbers.get(i);
            if (output.isPresent()) {
                explained.add(new ExplainedRow(number, attribution.of(output.get())));
            } else {
                attribution.usual().forEach(one -> explained.add(new ExplainedRow(number, one)));
            }
        }
        return explained;
    }

    private List<Long> firstUsable() {
        List<Long> numbers = new ArrayList<>();
        for (int row = 0; row < table.rows() && numbers.size() < USUAL_ROWS; row++) {
            Table one = table.select(new int[] {row});
            if (new InputTally(model.schema(), InputTally.Leniency.ALL)
                            .usable(one)
                            .rows()
                    == 1) {
                numbers.add(row + 1L);
            }
        }
        return numbers;
    }
}
