// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.explanation;

import dev.nn4j.core.schema.Schema;
import java.util.List;
import java.util.Optional;

/**
 * What is said of a model and some rows.
 *
 * @param schema what the model reads and answers
 * @param importance of its features; empty of rows without a target
 * @param dependence of its answers on features, the most important first
 * @param backgroundRows how many rows others are compared with
 * @param rows why single rows are answered so
 * @since 0.1.0
 */
public record Explanation(
        Schema schema,
        Optional<PermutationImportance> importance,
        List<PartialDependence> dependence,
        int backgroundRows,
        List<ExplainedRow> rows) {
    /** Copies the lists. */
    public Explanation {
        dependence = List.copyOf(dependence);
        rows = List.copyOf(rows);
    }

    /** The farthest that base and contributions of a row are from its output. */
    public double gap() {
        return rows.stream().mapToDouble(row -> row.attribution().gap()).max().orElse(0);
    }
}
