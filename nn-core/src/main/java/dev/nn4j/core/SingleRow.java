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
        if (schema.distribution().outputs() > 1) {
            float[] spread = new float[outputs.length];
            float[] details = new float[schema.detailWidth()];
            predictor.predictDetails(row, 1, details, spread, predictor.newScratch());
            return Prediction.ofDetails(schema, details, spread);
        }
        if (predictor.members() == 1) {
            predictor.predict(row, 1, outputs, predictor.newScratch());
            return new Prediction(schema, outputs);
        }
        float[] spread = new float[outputs.length];
        predictor.predict(row, 1, outputs, spread, predictor.newScratch());
        return new Prediction(schema, outputs, spread);
    }

    /** Refuses a predictor that has nothing of what its schema promises. */
    static void requireNoDetails(Schema schema) {
        if (schema.distribution().outputs() > 1) {
            throw new IllegalStateException("predictor: its schema says that it gives "
                    + String.join(", ", schema.distribution().names())
                    + " of each target, but it does not override predictDetails; give it a schema of plain numbers");
        }
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
