// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.answer;

import dev.nn4j.api.DataException;
import dev.nn4j.core.PredictionIntervals;
import dev.nn4j.core.PredictionSets;
import dev.nn4j.core.profile.OutsideCheck;
import dev.nn4j.core.profile.TrainingProfile;
import dev.nn4j.core.schema.InputNotes;
import dev.nn4j.core.schema.InputTally;
import dev.nn4j.report.internal.prediction.PredictedBlock;
import dev.nn4j.report.internal.prediction.PredictionBlocks;
import dev.nn4j.serve.internal.call.Deadline;
import dev.nn4j.serve.internal.call.Refusal;
import dev.nn4j.serve.internal.model.ServedModel;
import dev.nn4j.serve.internal.rows.ListedRows;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;

/** The way from the rows of a request to a model's answers, block by block. For one thread. */
public final class Answering {
    /** Explaining takes a thousand times as long as predicting, and time is looked at between blocks. */
    private static final int EXPLAINED_ROWS = 8;

    private final ServedModel model;
    private final AnswerOptions options;
    private final ListedRows rows;
    private final Deadline deadline;
    private final InputTally tally;
    private final Optional<PredictionIntervals> intervals;
    private final Optional<PredictionSets> sets;

    /**
     * Of a request.
     *
     * @throws Refusal if the model cannot say what is asked
     */
    public Answering(ServedModel model, AnswerOptions options, ListedRows rows, Deadline deadline) {
        this.model = model;
        this.options = options;
        this.rows = rows;
        this.deadline = deadline;
        this.tally = new InputTally(model.schema(), options.leniency());
        this.intervals = options.interval()
                .map(level -> able("interval", () -> model.model().intervals(level)));
        this.sets = options.set().map(level -> able("set", () -> model.model().sets(level)));
        if (options.spread() && model.model().members() == 1) {
            throw Refusal.rows("spread: model " + model.name().name()
                    + " is one network, which is not apart from others; leave it out");
        }
    }

    private static <T> T able(String option, Supplier<T> of) {
        try {
            return of.get();
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw Refusal.rows(option + ": " + e.getMessage());
        }
    }

    /** Takes the blocks of rows with their answers. */
    @FunctionalInterface
    public interface Sink {
        /** Takes one, whose arrays are used again. */
        void accept(PredictedBlock block) throws IOException;
    }

    /**
     * Answers all rows.
     *
     * @throws Refusal if a row cannot be answered, or the time is up
     */
    public void run(Sink sink) throws IOException {
        try {
            PredictionBlocks blocks = new PredictionBlocks(
                    model.predictor(), model.predictor().newScratch(), rows, tally, needSpread(), blockRows());
            for (Optional<PredictedBlock> block = blocks.next(); block.isPresent(); block = blocks.next()) {
                count(block.get());
                sink.accept(block.get());
                deadline.check();
            }
        } catch (DataException e) {
            throw RowFaults.of(e, rows);
        }
        model.watch().countRows(tally.notes());
    }

    private void count(PredictedBlock block) {
        for (int row = 0; row < block.rows(); row++) {
            if (block.isAnswered(row)) {
                model.watch().answers().add(block.outputs(), block.outputsFrom(row));
            }
        }
    }

    private int blockRows() {
        int most = options.contributions() ? EXPLAINED_ROWS : PredictionBlocks.USUAL_ROWS;
        return Math.max(1, Math.min(most, rows.count()));
    }

    private boolean needSpread() {
        return options.spread()
                || intervals.map(PredictionIntervals::needSpread).orElse(false);
    }

    /** The model. */
    public ServedModel model() {
        return model;
    }

    /** What is asked. */
    public AnswerOptions options() {
        return options;
    }

    /** The rows. */
    public ListedRows rows() {
        return rows;
    }

    /** Intervals, if they are asked for. */
    public Optional<PredictionIntervals> intervals() {
        return intervals;
    }

    /** Sets of labels, if they are asked for. */
    public Optional<PredictionSets> sets() {
        return sets;
    }

    /** What the model's policies let through. */
    public InputNotes notes() {
        return tally.notes();
    }

    /** What finds values that lie outside, if that is asked. */
    public Optional<OutsideCheck> outsideCheck() {
        if (!options.check()) {
            return Optional.empty();
        }
        TrainingProfile profile = model.model()
                .profile()
                .orElseThrow(() -> Refusal.rows("check: model " + model.name().name()
                        + " does not hold what its training rows looked like; train it with \"profile\": true in its"
                        + " configuration's training, as 'nn new' writes it"));
        return Optional.of(new OutsideCheck(model.schema(), profile));
    }
}
