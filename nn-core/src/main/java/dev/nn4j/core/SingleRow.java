// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core;

import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.Schema;

/** One row by itself. */
final class SingleRow {
    private SingleRow() {}

    static Prediction answer(Predictor predictor, float[] row) {
        Schema schema = predictor.schema();
        float[] outputs = new float[schema.outputs()];
        if (predictor.members() == 1) {
            predictor.predict(row, 1, outputs, predictor.newScratch());
            return new Prediction(schema, outputs);
        }
        float[] spread = new float[outputs.length];
        predictor.predict(row, 1, outputs, spread, predictor.newScratch());
        return new Prediction(schema, outputs, spread);
    }

    static int requireWidth(Schema schema, int found) {
        if (found != schema.rawWidth()) {
            throw new IllegalArgumentException("model: a row has " + schema.rawWidth() + " features ("
                    + String.join(", ", schema.rawNames()) + "), got " + found);
        }
        return found;
    }

    /** A row of floats is enough only where floats hold all that counts. */
    static void requireNoOffset(Schema schema) {
        for (Feature feature : schema.features()) {
            if (feature.kind().offset() != 0) {
                throw new IllegalArgumentException("model: numbers of " + schema.offsetColumns()
                        + " are more than floats can tell apart; give a row of doubles, a map or a record");
            }
        }
    }
}
