// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command.predict;

import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.table.SourceRow;
import java.util.List;

/**
 * Rows that were predicted together. The arrays are used again for the next ones.
 *
 * @param schema what the model reads and answers
 * @param rows how many rows
 * @param read these rows, as they were read
 * @param inputs their raw rows, {@code rows × rawWidth}; zeros for a row that has no prediction
 * @param outputs what the model answers, {@code rows × outputs}
 * @param spread how far an ensemble's networks are apart, laid out as the outputs; empty unless columns need it
 */
@SuppressWarnings("ArrayRecordComponent") // a view of the arrays that the stream fills
record PredictedBlock(Schema schema, int rows, List<SourceRow> read, float[] inputs, float[] outputs, float[] spread) {
    /** Where a row's outputs, and its spread, begin. */
    int outputsFrom(int row) {
        return row * schema.outputs();
    }

    /** Where a row's inputs begin. */
    int inputsFrom(int row) {
        return row * schema.rawWidth();
    }
}
