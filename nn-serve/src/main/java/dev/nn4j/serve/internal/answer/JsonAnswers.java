// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.answer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.nn4j.core.schema.InputNotes;
import dev.nn4j.core.schema.InputNotes.ColumnNote;
import dev.nn4j.core.schema.InputNotes.UnseenText;
import dev.nn4j.report.internal.prediction.PredictedBlock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

/** Answers as JSON. Numbers are the texts that CSV has. */
public final class JsonAnswers {
    private static final int USUAL_BYTES = 512;

    private final Answering answering;
    private final JsonGenerator json;
    private final RowParts parts;

    private JsonAnswers(Answering answering, JsonGenerator json) {
        this.answering = answering;
        this.json = json;
        this.parts = new RowParts(answering);
    }

    /** Answers a request. */
    public static byte[] of(Answering answering, JsonFactory factory) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES);
        try (JsonGenerator json = factory.createGenerator(bytes)) {
            new JsonAnswers(answering, json).document();
        }
        return bytes.toByteArray();
    }

    private void document() throws IOException {
        json.writeStartObject();
        json.writeStringField("model", answering.model().name().name());
        json.writeStringField("version", answering.model().name().version());
        json.writeArrayFieldStart("predictions");
        answering.run(this::block);
        json.writeEndArray();
        notes(answering.notes());
        json.writeEndObject();
    }

    private void block(PredictedBlock block) throws IOException {
        parts.begin(block);
        for (int row = 0; row < block.rows(); row++) {
            json.writeStartObject();
            if (block.isAnswered(row)) {
                parts.write(block, row, json);
            } else {
                json.writeNullField("prediction");
            }
            json.writeEndObject();
        }
    }

    /** What the model's policies let through, where there is something to say. */
    private void notes(InputNotes notes) throws IOException {
        if (notes.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("notes");
        for (ColumnNote column : notes.columns()) {
            json.writeStartObject();
            json.writeStringField("field", column.name());
            count("filled", column.filled());
            count("missing", column.refused());
            count("unseen", column.unseen());
            texts(column.texts());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void count(String name, long rows) throws IOException {
        if (rows > 0) {
            json.writeNumberField(name, rows);
        }
    }

    private void texts(List<UnseenText> texts) throws IOException {
        if (!texts.isEmpty()) {
            json.writeArrayFieldStart("texts");
            for (UnseenText text : texts) {
                json.writeString(text.text());
            }
            json.writeEndArray();
        }
    }
}
