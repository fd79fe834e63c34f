// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.explanation;

import dev.nn4j.core.schema.Schema;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What each feature contributes to each of a model's answers to a row. Immutable.
 *
 * @since 0.1.0
 */
public final class RowAttribution {
    private final Schema schema;
    private final double[] base;
    private final float[] outputs;
    private final double[] contributions;

    RowAttribution(Schema schema, double[] base, float[] outputs, int row, double[] contributions) {
        int width = schema.outputs();
        this.schema = schema;
        this.base = base;
        this.outputs = Arrays.copyOfRange(outputs, row * width, (row + 1) * width);
        this.contributions = contributions;
    }

    /** The model's outputs for the row: a copy. */
    public float[] outputs() {
        return outputs.clone();
    }

    /** Of the answers that are explained where none is asked for; see {@link ExplainedOutput#usual}. */
    public List<Attribution> usual() {
        return ExplainedOutput.usual(schema, outputs, 0).stream().map(this::of).toList();
    }

    /** Of one answer. */
    public Attribution of(ExplainedOutput explained) {
        int k = explained.index();
        Map<String, Double> named = new LinkedHashMap<>();
        for (int feature = 0; feature < schema.features().size(); feature++) {
            named.put(
                    schema.features().get(feature).name(),
                    explained.ofChange(contributions[feature * schema.outputs() + k]));
        }
        double offset = schema.targetOffset(k);
        return new Attribution(explained, explained.of(base[k]) + offset, explained.of(outputs[k]) + offset, named);
    }
}
