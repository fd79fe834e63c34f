// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.answer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.nn4j.api.NearestName;
import dev.nn4j.report.internal.prediction.PredictedBlock;
import dev.nn4j.report.internal.prediction.PredictedColumns;
import dev.nn4j.report.internal.text.PredictionCells;
import dev.nn4j.serve.internal.call.Refusal;
import dev.nn4j.serve.internal.rows.TensorRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Answers as tensors of the Open Inference Protocol, one for each column that {@code nn predict} would write. */
public final class TensorAnswers {
    private final Answering answering;
    private final TensorRequest request;
    private final PredictionCells answer;
    private final List<PredictedColumns> more;
    private final List<String> header = new ArrayList<>();
    /** A row's cells; none for one without an answer. */
    private final List<List<String>> rows = new ArrayList<>();

    private TensorAnswers(Answering answering, TensorRequest request) {
        this.answering = answering;
        this.request = request;
        this.answer = new PredictionCells(
                answering.model().schema(), true, answering.options().spread());
        this.more = AnswerColumns.of(answering);
        header.addAll(answer.header());
        more.forEach(columns -> header.addAll(columns.header()));
    }

    /** Answers a request. */
    public static byte[] of(Answering answering, TensorRequest request, JsonFactory factory) throws IOException {
        TensorAnswers answers = new TensorAnswers(answering, request);
        answers.requireOutputs();
        answering.run(answers::take);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = factory.createGenerator(bytes)) {
            answers.write(json);
        }
        return bytes.toByteArray();
    }

    private void requireOutputs() {
        for (String output : request.outputs()) {
            if (!header.contains(output)) {
                throw Refusal.bad("there is no output '" + output + "'" + NearestName.hint(output, header)
                        + "; there are " + String.join(", ", header));
            }
        }
    }

    private void take(PredictedBlock block) {
        more.forEach(columns -> columns.begin(block));
        for (int row = 0; row < block.rows(); row++) {
            List<String> cells = new ArrayList<>(header.size());
            if (block.isAnswered(row)) {
                int from = block.outputsFrom(row);
                answer.append(block.outputs(), from, cells);
                if (answer.haveSpread()) {
                    answer.appendSpread(block.spread(), from, cells);
                }
                for (PredictedColumns columns : more) {
                    columns.append(block, row, cells);
                }
            }
            rows.add(cells);
        }
    }

    private void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("model_name", answering.model().name().name());
        json.writeStringField("model_version", answering.model().name().version());
        if (!request.id().isEmpty()) {
            json.writeStringField("id", request.id());
        }
        json.writeArrayFieldStart("outputs");
        for (int column = 0; column < header.size(); column++) {
            if (request.outputs().isEmpty() || request.outputs().contains(header.get(column))) {
                tensor(column, json);
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void tensor(int column, JsonGenerator json) throws IOException {
        String datatype =
                OutputTensors.datatype(header.get(column), answering.model().schema());
        json.writeStartObject();
        json.writeStringField("name", header.get(column));
        json.writeStringField("datatype", datatype);
        json.writeArrayFieldStart("shape");
        json.writeNumber(rows.size());
        json.writeEndArray();
        json.writeArrayFieldStart("data");
        for (List<String> row : rows) {
            if (row.isEmpty()) {
                json.writeNull();
            } else if (datatype.equals("BYTES")) {
                json.writeString(row.get(column));
            } else {
                json.writeNumber(row.get(column));
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
