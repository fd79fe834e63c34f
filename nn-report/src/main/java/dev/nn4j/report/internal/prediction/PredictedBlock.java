// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.prediction;

import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.table.SourceRow;
import java.util.List;

/**
 * Rows that were predicted together. The arrays are used again for the next ones.
 *
 * @param schema what the model reads and answers
 * @param read these rows, as they were read
 * @param answered whether each has a prediction
 * @param inputs their raw rows, {@code rows × rawWidth}; zeros for a row that has no prediction
 * @param outputs what the model answers, {@code rows × outputs}
 * @param details what is said of each target, {@code rows × detailWidth}; the outputs where that is all
 * @param spread how far an ensemble's networks are apart, laid out as the outputs; empty unless columns need it
 */
@SuppressWarnings("ArrayRecordComponent") // a view of the arrays that the blocks fill
public record PredictedBlock(
        Schema schema,
        List<SourceRow> read,
        boolean[] answered,
        float[] inputs,
        float[] outputs,
        float[] details,
        float[] spread) {
    /** How many rows. */
    public int rows() {
        return read.size();
    }

    /** Whether a row has a prediction. */
    public boolean isAnswered(int row) {
        return answered[row];
    }

    /** Where a row's outputs, and its spread, begin. */
    public int outputsFrom(int row) {
        return row * schema.outputs();
    }

    /** Where a row's inputs begin. */
    public int inputsFrom(int row) {
        return row * schema.rawWidth();
    }
}
