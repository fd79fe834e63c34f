// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.answer;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.nn4j.api.TargetDistribution;
import dev.nn4j.api.math.ShortestDecimal;
import dev.nn4j.config.internal.json.ShortestNumber;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.report.internal.prediction.PredictedBlock;
import java.io.IOException;

/**
 * What is said of a row's targets beside the answers: {@code quantiles} by level, or {@code deviation}; of several targets by
 * target.
 */
record DetailParts(Schema schema, PredictedBlock block, int row) implements TargetDistribution.Cases<DetailParts.Part> {
    /** A member of a row, or none. */
    interface Part {
        void writeTo(JsonGenerator json) throws IOException;
    }

    @Override
    public Part number() {
        return json -> {};
    }

    @Override
    public Part quantiles(TargetDistribution.Quantiles quantiles) {
        return json -> {
            json.writeObjectFieldStart("quantiles");
            for (int target = 0; target < schema.outputs(); target++) {
                if (schema.outputs() > 1) {
                    json.writeObjectFieldStart(schema.targets().get(target));
                }
                for (int i = 0; i < quantiles.outputs(); i++) {
                    json.writeFieldName(ShortestDecimal.text(quantiles.levels().get(i)));
                    json.writeNumber(text(target, i));
                }
                if (schema.outputs() > 1) {
                    json.writeEndObject();
                }
            }
            json.writeEndObject();
        };
    }

    @Override
    public Part normal() {
        return json -> {
            if (schema.outputs() == 1) {
                json.writeFieldName("deviation");
                json.writeNumber(text(0, 1));
                return;
            }
            json.writeObjectFieldStart("deviation");
            for (int target = 0; target < schema.outputs(); target++) {
                json.writeFieldName(schema.targets().get(target));
                json.writeNumber(text(target, 1));
            }
            json.writeEndObject();
        };
    }

    private String text(int target, int detail) {
        int first = row * schema.detailWidth() + target * schema.distribution().outputs();
        float value = block.details()[first + detail];
        return schema.targetOffset(target) == 0 || schema.distribution().isDistance(detail)
                ? ShortestNumber.of(value)
                : ShortestNumber.of(schema.inOwnUnits(target, value));
    }
}
