// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.live;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nn4j.config.internal.json.Json;
import dev.nn4j.config.internal.json.JsonMembers;
import dev.nn4j.core.experiment.Monitor;
import dev.nn4j.core.fit.BatchProgress;
import dev.nn4j.core.fit.EpochRecord;
import dev.nn4j.core.fit.TrainingListener;
import dev.nn4j.report.internal.insight.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One training: its epochs so far, and where it stands within one. */
final class LiveRun {
    /** More at once are not told apart in a picture. */
    private static final int MOST_EPOCHS = 1000;

    private final String name;
    private final List<EpochRecord> epochs = new ArrayList<>();
    private volatile @Nullable BatchProgress batch;

    LiveRun(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    TrainingListener listener(LiveCourse course) {
        return new TrainingListener() {
            @Override
            public boolean wantsBatches() {
                return true;
            }

            @Override
            public void batchEnded(BatchProgress progress) {
                batch = progress;
            }

            @Override
            public TrainingListener refitting(int rows, int all) {
                return course.listener((name.isEmpty() ? "" : name + ", ") + "all rows");
            }

            @Override
            public void epochEnded(EpochRecord epoch) {
                note(epoch);
            }
        };
    }

    private synchronized void note(EpochRecord epoch) {
        epochs.add(epoch);
    }

    private synchronized List<EpochRecord> from(int first) {
        return new ArrayList<>(epochs.subList(first, epochs.size()));
    }

    /** A reading from the first epoch on. */
    Reading read() {
        return new Reading();
    }

    /** What somebody has read of it. */
    final class Reading {
        private int read;
        private @Nullable BatchProgress seen;

        /** What has come since; of very many epochs some at even distances, the last among them. */
        Optional<JsonMembers> next() {
            BatchProgress now = batch;
            List<EpochRecord> all = from(read);
            if (all.isEmpty() && Objects.equals(now, seen)) {
                return Optional.empty();
            }
            read += all.size();
            seen = now;
            JsonMembers news = JsonMembers.none().with("name", name);
            if (now != null) {
                news = news.with("at", place(now));
            }
            return Optional.of(all.isEmpty() ? news : news.withAll(columns(some(all))));
        }
    }

    private static List<EpochRecord> some(List<EpochRecord> all) {
        int count = all.size();
        return count <= MOST_EPOCHS
                ? all
                : IntStream.range(0, MOST_EPOCHS)
                        .mapToObj(i -> all.get((int) ((i + 1L) * count / MOST_EPOCHS) - 1))
                        .toList();
    }

    private static JsonMembers place(BatchProgress at) {
        return JsonMembers.none()
                .with("epoch", at.epoch())
                .with("epochs", at.epochs())
                .with("share", Series.number((double) at.rowsDone() / at.rows()))
                .with("loss", Series.number(at.loss()));
    }

    private static JsonMembers columns(List<EpochRecord> records) {
        JsonMembers scores = JsonMembers.none();
        for (Monitor score : records.get(0).scores().keySet()) {
            scores = scores.with(score.word(), each(records, record -> Series.number(record.value(score))));
        }
        return JsonMembers.none()
                .with("epoch", each(records, record -> Json.number(record.epoch())))
                .with("loss", each(records, record -> Series.number(record.loss())))
                .with("validationLoss", each(records, record -> Series.number(record.validationLoss())))
                .with("accuracy", each(records, record -> Series.number(record.accuracy())))
                .with("validationAccuracy", each(records, record -> Series.number(record.validationAccuracy())))
                .with("learningRate", each(records, record -> Series.number(record.learningRate())))
                .with("scores", scores);
    }

    private static JsonNode each(List<EpochRecord> records, Function<EpochRecord, JsonNode> value) {
        return Json.list(records.stream().map(value).toList());
    }
}
