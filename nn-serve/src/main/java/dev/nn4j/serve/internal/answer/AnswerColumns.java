// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.answer;

import dev.nn4j.api.DataException;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.report.internal.prediction.ContributionColumns;
import dev.nn4j.report.internal.prediction.DetailColumns;
import dev.nn4j.report.internal.prediction.IntervalColumns;
import dev.nn4j.report.internal.prediction.OutsideColumns;
import dev.nn4j.report.internal.prediction.PredictedColumns;
import dev.nn4j.report.internal.prediction.SetColumn;
import dev.nn4j.serve.internal.model.ServedModel;
import java.util.ArrayList;
import java.util.List;

/** The columns that {@code nn predict} writes behind the answer. */
final class AnswerColumns {
    private AnswerColumns() {}

    static List<PredictedColumns> of(Answering answering) {
        ServedModel model = answering.model();
        Schema schema = model.schema();
        List<PredictedColumns> columns = new ArrayList<>();
        columns.add(new DetailColumns(schema));
        answering.intervals().ifPresent(intervals -> columns.add(new IntervalColumns(schema, intervals)));
        answering.sets().ifPresent(sets -> columns.add(new SetColumn(sets)));
        if (answering.options().contributions()) {
            columns.add(new ContributionColumns(schema, model.explainer()));
        }
        if (answering.outsideCheck().isPresent()) {
            columns.add(outside(answering, schema));
        }
        return columns;
    }

    private static PredictedColumns outside(Answering answering, Schema schema) {
        try {
            return new OutsideColumns(
                    schema, answering.model().model().profile().orElseThrow(), answering.rows());
        } catch (DataException e) {
            throw RowFaults.of(e, answering.rows());
        }
    }
}
