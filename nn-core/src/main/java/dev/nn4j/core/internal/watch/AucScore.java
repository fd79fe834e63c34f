// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.watch;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.api.TargetKind;
import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.decision.Decision;
import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.experiment.Monitor;
import dev.nn4j.core.internal.score.RocArea;
import dev.nn4j.core.internal.score.WeightedRocAuc;
import dev.nn4j.core.metrics.Ranking;
import dev.nn4j.core.table.WordArray;
import java.util.OptionalDouble;

/**
 * Area under the ROC curve of the positive class; of several classes, each against the others, or several yeses and noes,
 * the mean over those that some rows are of and some are not. Outputs and truths lie where the data does.
 */
final class AucScore implements WatchedScore {
    private final DataSet data;
    private final boolean oneOfMany;
    private final int width;
    private final WordArray outputs;
    /** The class of each row, or 1 and 0 for each of its outputs. */
    private final WordArray truths;

    private final WordArray memory;

    AucScore(DataSet data, TargetKind targets, Cancellation cancellation) {
        this.data = data;
        this.oneOfMany = targets == TargetKind.ONE_HOT;
        this.width = data.targetWidth();
        this.outputs = data.newWords((long) data.rows() * width).walked(cancellation);
        this.truths = data.newWords(oneOfMany ? data.rows() : (long) data.rows() * width);
        this.memory = data.newWords(data.rows()).walked(cancellation);
    }

    @Override
    public void begin() {
        // All that is noted of a row is noted anew.
    }

    @Override
    public void add(int first, int rows, float[] someOutputs, float[] targets) {
        outputs.write((long) first * width, someOutputs, 0, rows * width);
        for (int r = 0; r < rows; r++) {
            if (oneOfMany) {
                truths.set(first + r, Decision.greatest(targets, r * width, width));
            } else {
                addEach(r * width, place(first + r, 0), targets);
            }
        }
    }

    private void addEach(int from, long to, float[] targets) {
        for (int k = 0; k < width; k++) {
            truths.set(to + k, Decision.isMoreLikely(targets[from + k]) ? 1 : 0);
        }
    }

    private long place(int row, int output) {
        return (long) row * width + output;
    }

    private boolean isPositive(int row, int output) {
        return oneOfMany ? truths.get(row) == output : truths.get(place(row, output)) == 1;
    }

    @Override
    public double value() {
        double sum = 0;
        int defined = 0;
        for (int k = 0; k < width; k++) {
            OptionalDouble area = area(k);
            sum += area.orElse(0);
            defined += area.isPresent() ? 1 : 0;
        }
        if (defined == 0) {
            throw new ConfigurationException(
                    "training",
                    "something watches " + Monitor.VALIDATION_AUC.word() + ", but the validation rows are all of one"
                            + " class; give others, or watch \"val_loss\"");
        }
        return sum / defined;
    }

    private OptionalDouble area(int output) {
        if (data.isWeighted()) {
            return WeightedRocAuc.of(
                    data.rows(),
                    row -> outputs.number(place(row, output)),
                    row -> isPositive(row, output),
                    data::weight);
        }
        Ranking ranking = Ranking.of(
                data.rows(), row -> outputs.number(place(row, output)), row -> isPositive(row, output), memory);
        RocArea area = new RocArea();
        ranking.walk(area::add);
        return area.area(ranking.positives(), ranking.negatives());
    }
}
