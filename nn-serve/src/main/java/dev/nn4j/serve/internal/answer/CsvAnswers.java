// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.answer;

import dev.nn4j.api.DataException;
import dev.nn4j.report.internal.prediction.PredictionCsv;
import dev.nn4j.report.internal.prediction.PredictionStream.PredictedCells;
import dev.nn4j.report.internal.text.PredictionCells;
import dev.nn4j.serve.internal.call.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Answers as CSV, with the columns of {@code nn predict} and to the same letters. */
public final class CsvAnswers {
    private CsvAnswers() {}

    /** Answers a request. */
    public static byte[] of(Answering answering) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PredictionCsv csv = csv(answering, bytes)) {
            answering.run(csv::write);
        }
        return bytes.toByteArray();
    }

    private static PredictionCsv csv(Answering answering, ByteArrayOutputStream bytes) {
        AnswerOptions options = answering.options();
        PredictionCells answer =
                new PredictionCells(answering.model().schema(), options.probabilities(), options.spread());
        try {
            return new PredictionCsv(
                    answering.rows(), new PredictedCells(options.keep(), answer, AnswerColumns.of(answering)), bytes);
        } catch (IllegalArgumentException e) {
            throw Refusal.bad("keep: " + e.getMessage());
        } catch (DataException e) {
            throw RowFaults.of(e, answering.rows());
        }
    }
}
