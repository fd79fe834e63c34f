// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.answer;

import dev.nn4j.api.Nn4jException;
import dev.nn4j.core.Predictor;
import dev.nn4j.core.schema.InputTally;
import dev.nn4j.core.schema.InputTally.Leniency;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import dev.nn4j.report.internal.prediction.PredictedBlock;
import dev.nn4j.report.internal.prediction.PredictionBlocks;
import dev.nn4j.serve.internal.model.ModelShadow;
import dev.nn4j.serve.internal.model.ServedModel;
import dev.nn4j.serve.internal.rows.ListedRows;
import java.io.IOException;
import java.util.Optional;

/** Asks a shadow what was asked, and both once more, so that what is compared was answered by the same rows. */
final class Shadowing {
    private final ServedModel model;
    private final ModelShadow shadow;

    Shadowing(ServedModel model, ModelShadow shadow) {
        this.model = model;
        this.shadow = shadow;
    }

    void compare(ListedRows rows) throws IOException {
        try {
            PredictionBlocks given = blocks(model.predictor(), rows);
            PredictionBlocks other = blocks(shadow.slot().current().predictor(), rows);
            Optional<PredictedBlock> theirs = other.next();
            for (Optional<PredictedBlock> ours = given.next(); ours.isPresent(); ours = given.next()) {
                compare(ours.get(), theirs.orElseThrow());
                theirs = other.next();
            }
        } catch (Nn4jException e) {
            shadow.tally().fail(rows.count());
        }
    }

    private static PredictionBlocks blocks(Predictor predictor, ListedRows rows) {
        return new PredictionBlocks(
                predictor,
                predictor.newScratch(),
                rows.again(),
                new InputTally(predictor.schema(), Leniency.ALL),
                false,
                Math.max(1, Math.min(rows.count(), JOINED_ROWS)));
    }

    /** Blocks of both models have as many rows, whatever their widths are. */
    private static final int JOINED_ROWS = 16;

    private void compare(PredictedBlock ours, PredictedBlock theirs) {
        for (int row = 0; row < ours.rows(); row++) {
            if (ours.isAnswered(row) && theirs.isAnswered(row)) {
                compare(ours.outputs(), theirs.outputs(), ours.outputsFrom(row));
            } else if (ours.isAnswered(row)) {
                shadow.tally().fail(1);
            }
        }
    }

    private void compare(float[] ours, float[] theirs, int from) {
        Schema schema = model.schema();
        double largest = 0;
        boolean differs = false;
        for (int output = 0; output < schema.outputs(); output++) {
            float our = ours[from + output];
            float their = theirs[from + output];
            largest = Math.max(
                    largest,
                    Math.abs(schema.inOwnUnits(output, our)
                            - shadow.slot().current().schema().inOwnUnits(output, their)));
            differs |= schema.task() == Task.REGRESSION
                    ? our != their
                    : schema.task() == Task.MULTILABEL
                            && schema.decision().holds(output, our)
                                    != shadow.slot()
                                            .current()
                                            .schema()
                                            .decision()
                                            .holds(output, their);
        }
        if (schema.task().hasLabels()) {
            differs = schema.decide(ours, from)
                    != shadow.slot().current().schema().decide(theirs, from);
        }
        shadow.tally().add(differs, largest);
    }
}
