// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.watch;

import dev.nn4j.core.Model;
import dev.nn4j.core.profile.Drift;
import dev.nn4j.core.profile.DriftTally;
import dev.nn4j.core.schema.InputNotes;
import dev.nn4j.core.schema.InputNotes.ColumnNote;
import dev.nn4j.core.table.RowSource;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** What is counted of one model's answers, since it was read. For all threads. */
public final class ModelWatch {
    private static final List<Double> BATCHES = List.of(1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0);

    private final LongAdder rows = new LongAdder();
    private final LongAdder skipped = new LongAdder();
    private final Map<String, LongAdder> unseen = new ConcurrentSkipListMap<>();
    private final Map<String, LongAdder> filled = new ConcurrentSkipListMap<>();
    private final Tally batches = new Tally(BATCHES);
    private final AnswerTally answers;
    private final Optional<DriftTally> drift;

    /** Of a model. */
    public ModelWatch(Model model) {
        this.answers = new AnswerTally(model);
        this.drift = model.profile().map(profile -> new DriftTally(model.schema(), profile));
    }

    /** Rows were predicted together. */
    public void countBatch(int count) {
        batches.add(count);
    }

    /** Rows were answered. */
    public void countRows(InputNotes notes) {
        rows.add(notes.rows());
        for (ColumnNote column : notes.columns()) {
            if (column.unseen() > 0) {
                unseen.computeIfAbsent(column.name(), name -> new LongAdder()).add(column.unseen());
            }
            if (column.filled() > 0) {
                filled.computeIfAbsent(column.name(), name -> new LongAdder()).add(column.filled());
            }
        }
    }

    /** What was answered. */
    public AnswerTally answers() {
        return answers;
    }

    /** Compares rows with those of the training, where the model knows them. */
    public void compare(RowSource source) throws IOException {
        if (drift.isPresent()) {
            synchronized (drift.get()) {
                drift.get().addAll(source);
            }
        }
    }

    /** Rows were not compared, as there were too many. */
    public void skip(int count) {
        skipped.add(count);
    }

    /** How many rows were answered. */
    public long rows() {
        return rows.sum();
    }

    /** How many rows were not compared with those of the training. */
    public long skipped() {
        return skipped.sum();
    }

    /** Rows with a text that training did not have, by feature. */
    public Map<String, Long> unseen() {
        return sums(unseen);
    }

    /** Rows with a gap that was filled, by feature. */
    public Map<String, Long> filled() {
        return sums(filled);
    }

    /** How many rows were predicted together. */
    public Tally batches() {
        return batches;
    }

    /** How far the rows have moved from those of the training; nothing if the model does not know these, or there are none. */
    public Optional<Drift> drift() {
        if (drift.isEmpty()) {
            return Optional.empty();
        }
        synchronized (drift.get()) {
            return Optional.of(drift.get().drift()).filter(found -> found.rows() > 0);
        }
    }

    private static Map<String, Long> sums(Map<String, LongAdder> counts) {
        Map<String, Long> sums = new TreeMap<>();
        counts.forEach((name, count) -> sums.put(name, count.sum()));
        return sums;
    }
}
