// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.answer;

import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import dev.nn4j.report.internal.prediction.DetailColumns;
import dev.nn4j.report.internal.text.PredictionCells;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which outputs there are in the Open Inference Protocol, and of which datatype: the columns of {@code nn predict}. */
public final class OutputTensors {
    private static final String BYTES = "BYTES";

    private OutputTensors() {}

    /** Those of a model where nothing more is asked: answers and probabilities. */
    public static Map<String, String> of(Schema schema) {
        Map<String, String> datatypes = new LinkedHashMap<>();
        new PredictionCells(schema, true).header().forEach(name -> datatypes.put(name, datatype(name, schema)));
        new DetailColumns(schema).header().forEach(name -> datatypes.put(name, datatype(name, schema)));
        return datatypes;
    }

    static String datatype(String column, Schema schema) {
        if (column.equals("prediction_set")
                || column.startsWith("prediction_set_")
                || (column.equals("prediction") && schema.task().hasLabels())) {
            return BYTES;
        }
        boolean flag = schema.task() == Task.MULTILABEL && column.startsWith("prediction_");
        if (flag || column.equals("outside")) {
            return "INT64";
        }
        boolean isFloat = column.startsWith("p_")
                || (column.startsWith("prediction") && schema.targetOffsets().isEmpty());
        return isFloat ? "FP32" : "FP64";
    }
}
