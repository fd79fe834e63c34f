// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.prediction;

import dev.nn4j.config.internal.json.ShortestNumber;
import dev.nn4j.core.Interval;
import dev.nn4j.core.PredictionIntervals;
import dev.nn4j.core.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/** The ends of the interval that a number lies in. */
public record IntervalColumns(Schema schema, PredictionIntervals intervals) implements PredictedColumns {
    @Override
    public List<String> header() {
        List<String> names = new ArrayList<>();
        for (String target : schema.targets()) {
            String behind = schema.targets().size() == 1 ? "" : "_" + target;
            names.add("prediction_low" + behind);
            names.add("prediction_high" + behind);
        }
        return names;
    }

    @Override
    public boolean needSpread() {
        return intervals.needSpread();
    }

    @Override
    public void append(PredictedBlock block, int row, List<String> cells) {
        for (int target = 0; target < schema.targets().size(); target++) {
            Interval interval = intervals.ofDetails(block.details(), block.spread(), row, target);
            cells.add(text(target, interval.low()));
            cells.add(text(target, interval.high()));
        }
    }

    /** As precise as the number itself: a float, but where it has an offset. */
    private String text(int target, double end) {
        return schema.targetOffset(target) == 0 ? ShortestNumber.of((float) end) : ShortestNumber.of(end);
    }
}
