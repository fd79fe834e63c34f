// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.rows;

import com.fasterxml.jackson.core.JsonFactory;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.table.SourceRow;
import dev.nn4j.serve.internal.call.Query;
import dev.nn4j.serve.internal.call.Refusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request of the Open Inference Protocol.
 *
 * @param id which the answer repeats; empty if there is none
 * @param inputs tensors: a column each, or all features in one
 * @param outputs the names of those that are wanted; all if there are none
 * @param parameters as those of a query
 */
public record TensorRequest(String id, List<Tensor> inputs, List<String> outputs, Query parameters) {
    /**
     * Reads a body.
     *
     * @throws Refusal if it is none
     */
    public static TensorRequest read(byte[] body, JsonFactory factory) throws IOException {
        return TensorBody.read(body, factory);
    }

    /** The rows that the tensors hold. */
    public ListedRows rows(Schema schema, int mostRows) {
        if (inputs.isEmpty()) {
            throw Refusal.bad("inputs: must hold a tensor for each feature, or one of all features");
        }
        long count = inputs.get(0).rows();
        RowCount.require(count, mostRows);
        for (Tensor tensor : inputs) {
            if (tensor.rows() != count) {
                throw Tensor.refused(
                        tensor.name(),
                        "has " + tensor.rows() + " rows, '" + inputs.get(0).name() + "' has " + count);
            }
        }
        boolean whole = inputs.size() == 1
                && !schema.featureNames().contains(inputs.get(0).name());
        return whole ? whole(inputs.get(0), schema.featureNames()) : columns((int) count);
    }

    private static ListedRows whole(Tensor tensor, List<String> features) {
        if (tensor.width() != features.size()) {
            throw Tensor.refused(
                    tensor.name(),
                    "must have shape [rows, " + features.size() + "], a column for each of "
                            + String.join(", ", features) + ", got " + tensor.shape());
        }
        int width = features.size();
        List<SourceRow> rows = new ArrayList<>();
        for (int row = 0; row < tensor.rows(); row++) {
            rows.add(new SourceRow(row + 1L, tensor.cells().subList(row * width, (row + 1) * width)));
        }
        return new ListedRows(features, rows);
    }

    private ListedRows columns(int count) {
        List<String> header = inputs.stream().map(Tensor::name).toList();
        if (header.stream().distinct().count() < header.size()) {
            throw Refusal.bad("inputs: two tensors have one name; give each feature once");
        }
        for (Tensor tensor : inputs) {
            if (tensor.width() != 1) {
                throw Tensor.refused(tensor.name(), "must have shape [rows] or [rows, 1], got " + tensor.shape());
            }
        }
        List<SourceRow> rows = new ArrayList<>();
        for (int row = 0; row < count; row++) {
            List<@Nullable Object> cells = new ArrayList<>(inputs.size());
            for (Tensor tensor : inputs) {
                cells.add(tensor.cells().get(row));
            }
            rows.add(new SourceRow(row + 1L, cells));
        }
        return new ListedRows(header, rows);
    }
}
