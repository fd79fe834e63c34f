// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.prediction;

import dev.nn4j.api.TargetDistribution;
import dev.nn4j.config.internal.json.ShortestNumber;
import dev.nn4j.core.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/** What is said of each target beside the answer: its quantiles, or its deviation. */
public record DetailColumns(Schema schema) implements PredictedColumns {
    @Override
    public List<String> header() {
        List<String> names = new ArrayList<>();
        for (String target : schema.targets()) {
            for (int detail : shown()) {
                String behind = schema.targets().size() == 1 ? "" : "_" + target;
                names.add("prediction_" + schema.distribution().names().get(detail) + behind);
            }
        }
        return names;
    }

    /** A mean is the answer already; a quantile that is has its level in the header. */
    private List<Integer> shown() {
        return schema.distribution().match(new TargetDistribution.Cases<>() {
            @Override
            public List<Integer> number() {
                return List.of();
            }

            @Override
            public List<Integer> quantiles(TargetDistribution.Quantiles quantiles) {
                List<Integer> all = new ArrayList<>();
                for (int i = 0; i < quantiles.outputs(); i++) {
                    all.add(i);
                }
                return all;
            }

            @Override
            public List<Integer> normal() {
                return List.of(1);
            }
        });
    }

    @Override
    public void append(PredictedBlock block, int row, List<String> cells) {
        List<Integer> shown = shown();
        for (int target = 0; target < schema.targets().size(); target++) {
            int first =
                    row * schema.detailWidth() + target * schema.distribution().outputs();
            for (int detail : shown) {
                cells.add(text(target, detail, block.details()[first + detail]));
            }
        }
    }

    /** As precise as the answer: a float, but where it has an offset. */
    private String text(int target, int detail, float value) {
        return schema.targetOffset(target) == 0 || schema.distribution().isDistance(detail)
                ? ShortestNumber.of(value)
                : ShortestNumber.of(schema.inOwnUnits(target, value));
    }
}
