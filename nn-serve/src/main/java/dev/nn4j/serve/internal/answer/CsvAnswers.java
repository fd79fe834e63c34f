// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.answer;

import dev.nn4j.api.DataException;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.report.internal.prediction.ContributionColumns;
import dev.nn4j.report.internal.prediction.IntervalColumns;
import dev.nn4j.report.internal.prediction.OutsideColumns;
import dev.nn4j.report.internal.prediction.PredictedColumns;
import dev.nn4j.report.internal.prediction.PredictionCsv;
import dev.nn4j.report.internal.prediction.PredictionStream.PredictedCells;
import dev.nn4j.report.internal.prediction.SetColumn;
import dev.nn4j.report.internal.text.PredictionCells;
import dev.nn4j.serve.internal.call.Refusal;
import dev.nn4j.serve.internal.model.ServedModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

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

    private static PredictionCsv csv(Answering answering, ByteArrayOutputStream bytes) throws IOException {
        AnswerOptions options = answering.options();
        PredictionCells answer =
                new PredictionCells(answering.model().schema(), options.probabilities(), options.spread());
        try {
            return new PredictionCsv(answering.rows(), new PredictedCells(options.keep(), answer, more(answering)), bytes);
        } catch (IllegalArgumentException e) {
            throw Refusal.bad("keep: " + e.getMessage());
        } catch (DataException e) {
            throw RowFaults.of(e, answering.rows());
        }
    }

    private static List<PredictedColumns> more(Answering answering) {
        ServedModel model = answering.model();
        Schema schema = model.schema();
        List<PredictedColumns> columns = new ArrayList<>();
        answering.intervals().ifPresent(intervals -> columns.add(new IntervalColumns(schema, intervals)));
        answering.sets().ifPresent(sets -> columns.add(new SetColumn(sets)));
        if (answering.options().contributions()) {
            columns.add(new ContributionColumns(schema, model.explainer()));
        }
        if (answering.outsideCheck().isPresent()) {
            columns.add(new OutsideColumns(schema, model.model().profile().orElseThrow(), answering.rows()));
        }
        return columns;
    }
}
