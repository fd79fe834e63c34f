// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.answer;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.nn4j.config.internal.json.ShortestNumber;
import dev.nn4j.core.Interval;
import dev.nn4j.core.PredictionSets;
import dev.nn4j.core.explanation.Attribution;
import dev.nn4j.core.explanation.RowAttribution;
import dev.nn4j.core.profile.OutsideCheck;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import dev.nn4j.core.table.SourceRow;
import dev.nn4j.report.internal.prediction.PredictedBlock;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is said of a row, in JSON. */
final class RowParts {
    private final Answering answering;
    private final Schema schema;
    private final Optional<OutsideCheck> check;
    private List<RowAttribution> explained = List.of();

    RowParts(Answering answering) {
        this.answering = answering;
        this.schema = answering.model().schema();
        this.check = answering.outsideCheck();
    }

    /** Sees the rows that come next. */
    void begin(PredictedBlock block) {
        if (answering.options().contributions()) {
            explained = answering.model().explainer().explain(block.inputs(), block.rows());
        }
    }

    /** Writes the members of a row that has an answer. */
    void write(PredictedBlock block, int row, JsonGenerator json) throws IOException {
        int from = block.outputsFrom(row);
        answer(block.outputs(), from, json);
        schema.distribution().match(new DetailParts(schema, block, row)).writeTo(json);
        if (answering.options().probabilities() && schema.task() != Task.REGRESSION) {
            probabilities(block.outputs(), from, json);
        }
        if (answering.options().spread()) {
            named("spread", json, schema.outputs() == 1, output -> ShortestNumber.of(block.spread()[from + output]));
        }
        if (answering.intervals().isPresent()) {
            intervals(block, row, json);
        }
        if (answering.sets().isPresent()) {
            sets(answering.sets().get(), block.outputs(), from, json);
        }
        if (answering.options().contributions()) {
            contributions(explained.get(row).usual(), json);
        }
        if (check.isPresent()) {
            outside(block.read().get(row), json);
        }
    }

    /** One set, or of several labels at once one for each, by name. */
    private static void sets(PredictionSets sets, float[] outputs, int from, JsonGenerator json) throws IOException {
        if (sets.targets().isEmpty()) {
            array("set", sets.of(outputs, from), json);
            return;
        }
        json.writeObjectFieldStart("set");
        for (int target = 0; target < sets.targets().size(); target++) {
            array(sets.targets().get(target), sets.of(outputs, from, target), json);
        }
        json.writeEndObject();
    }

    private static void array(String name, List<String> texts, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    private void answer(float[] outputs, int from, JsonGenerator json) throws IOException {
        switch (schema.task()) {
            case BINARY, MULTICLASS -> {
                int label = schema.decide(outputs, from);
                json.writeStringField("prediction", schema.labels().get(label));
                number("probability", ShortestNumber.of(schema.probability(outputs, from, label)), json);
            }
            case REGRESSION ->
                named("prediction", json, schema.outputs() == 1, output -> value(output, outputs[from + output]));
            case MULTILABEL ->
                named(
                        "prediction",
                        json,
                        false,
                        output -> schema.decision().holds(output, outputs[from + output]) ? "1" : "0");
        }
    }

    private String value(int output, float number) {
        return schema.targetOffset(output) == 0
                ? ShortestNumber.of(number)
                : ShortestNumber.of(schema.inOwnUnits(output, number));
    }

    private void probabilities(float[] outputs, int from, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("probabilities");
        if (schema.task().hasLabels()) {
            for (int label = 0; label < schema.labels().size(); label++) {
                number(schema.labels().get(label), ShortestNumber.of(schema.probability(outputs, from, label)), json);
            }
        } else {
            for (int output = 0; output < schema.outputs(); output++) {
                number(schema.targets().get(output), ShortestNumber.of(outputs[from + output]), json);
            }
        }
        json.writeEndObject();
    }

    private void intervals(PredictedBlock block, int row, JsonGenerator json) throws IOException {
        boolean single = schema.targets().size() == 1;
        json.writeObjectFieldStart("interval");
        for (int target = 0; target < schema.targets().size(); target++) {
            Interval interval =
                    answering.intervals().orElseThrow().ofDetails(block.details(), block.spread(), row, target);
            if (!single) {
                json.writeObjectFieldStart(schema.targets().get(target));
            }
            number("low", end(target, interval.low()), json);
            number("high", end(target, interval.high()), json);
            if (!single) {
                json.writeEndObject();
            }
        }
        json.writeEndObject();
    }

    private String end(int target, double end) {
        return schema.targetOffset(target) == 0 ? ShortestNumber.of((float) end) : ShortestNumber.of(end);
    }

    private void contributions(List<Attribution> attributions, JsonGenerator json) throws IOException {
        boolean single = schema.task().hasLabels() || schema.targets().size() == 1;
        if (single) {
            contributions(attributions.get(0), json);
            return;
        }
        json.writeObjectFieldStart("explanations");
        for (int target = 0; target < attributions.size(); target++) {
            json.writeObjectFieldStart(schema.targets().get(target));
            contributions(attributions.get(target), json);
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void contributions(Attribution attribution, JsonGenerator json) throws IOException {
        number("base", ShortestNumber.of(attribution.base()), json);
        json.writeObjectFieldStart("contributions");
        for (Map.Entry<String, Double> one : attribution.contributions().entrySet()) {
            number(one.getKey(), ShortestNumber.of(one.getValue()), json);
        }
        json.writeEndObject();
    }

    private void outside(SourceRow row, JsonGenerator json) throws IOException {
        Map<String, @Nullable Object> cells = new HashMap<>();
        List<String> header = answering.rows().header();
        for (int field = 0; field < header.size(); field++) {
            cells.put(header.get(field), row.cells().get(field));
        }
        json.writeArrayFieldStart("outside");
        for (String feature : check.orElseThrow().outside(cells)) {
            json.writeString(feature);
        }
        json.writeEndArray();
    }

    private interface OutputText {
        String of(int output);
    }

    private void named(String name, JsonGenerator json, boolean single, OutputText text) throws IOException {
        if (single) {
            number(name, text.of(0), json);
            return;
        }
        json.writeObjectFieldStart(name);
        for (int output = 0; output < schema.outputs(); output++) {
            List<String> names = schema.task().hasLabels() ? schema.labels() : schema.targets();
            number(names.get(output), text.of(output), json);
        }
        json.writeEndObject();
    }

    private static void number(String name, String text, JsonGenerator json) throws IOException {
        json.writeFieldName(name);
        json.writeNumber(text);
    }
}
