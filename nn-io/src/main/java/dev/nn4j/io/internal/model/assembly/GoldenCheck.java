// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.model.assembly;

import dev.nn4j.api.DataException;
import dev.nn4j.core.Model;
import dev.nn4j.core.schema.RowBinding;
import dev.nn4j.core.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/** Predicts a model's golden rows and compares the outputs bit for bit. */
public final class GoldenCheck {
    private final Model model;
    private final int features;
    private final int outputs;

    /** Checks this model. */
    public GoldenCheck(Model model) {
        this.model = model;
        this.features = model.schema().features().size();
        this.outputs = model.schema().detailWidth();
    }

    /** Number of golden rows. */
    public int rows() {
        return model.golden().cells().size() / features;
    }

    /** What differs, one line for each row that does; empty if nothing. */
    public List<String> differences() {
        List<String> differences = new ArrayList<>();
        for (int row = 0; row < rows(); row++) {
            try {
                compare(row, predicted(row), differences);
            } catch (DataException e) {
                differences.add(e.getMessage());
            }
        }
        return differences;
    }

    private float[] predicted(int row) {
        Schema schema = model.schema();
        RowBinding binding = schema.bind("golden rows", schema.featureNames());
        float[] inputs = new float[schema.rawWidth()];
        binding.read(row + 1L, model.golden().cells().subList(row * features, (row + 1) * features), inputs, 0);
        float[] predicted = new float[outputs];
        model.predictDetails(inputs, 1, predicted, new float[schema.outputs()], model.newScratch());
        return predicted;
    }

    private void compare(int row, float[] predicted, List<String> differences) {
        for (int i = 0; i < outputs; i++) {
            float stored = model.golden().outputs().get(row * outputs + i);
            // of NaN, floatToIntBits knows only one
            if (Float.floatToIntBits(predicted[i]) != Float.floatToIntBits(stored)) {
                differences.add("golden row " + (row + 1) + ", output " + (i + 1) + ": must be " + stored + ", got "
                        + predicted[i]);
                return;
            }
        }
    }
}
