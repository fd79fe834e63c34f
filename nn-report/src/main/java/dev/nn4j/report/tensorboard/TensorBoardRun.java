// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.tensorboard;

import dev.nn4j.core.fit.TrainingListener;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A training as an event file in a folder, which TensorBoard shows as a run while it grows. But for the times of events the
 * same training writes the same bytes. A fault while writing ends the file and is told once; the training goes on.
 *
 * <p>Format: TFRecord frames of {@code tensorflow.Event} messages, as TensorBoard's {@code event.proto} describes them.
 *
 * @since 0.1.0
 */
public final class TensorBoardRun implements Closeable {
    /** In the name of every event file: by this TensorBoard finds them. */
    private static final String MARK = "tfevents";

    /** How long events may wait in memory. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final double NANOS = 1e9;

    private final EventFile file;
    private final InstantSource clock;
    private final Consumer<IOException> failed;
    private Instant flushed = Instant.EPOCH;
    private boolean open = true;

    TensorBoardRun(EventFile file, InstantSource clock, Consumer<IOException> failed) {
        this.file = file;
        this.clock = clock;
        this.failed = failed;
    }

    /** Whether a folder has event files already. */
    public static boolean isIn(Path folder) throws IOException {
        return count(folder) > 0;
    }

    /**
     * Begins an event file of its own in a folder, which is made if it is not there.
     *
     * @param folder the run's; TensorBoard calls the run by the folder's path
     * @param clock what gives events their times
     * @param failed is told, once, why events cannot be written
     * @throws IOException if the file cannot be begun
     */
    public static TensorBoardRun begin(Path folder, InstantSource clock, Consumer<IOException> failed)
            throws IOException {
        Files.createDirectories(folder);
        Instant now = clock.instant();
        // Files are read in the order of their names; a resumed training's stands behind that of the training before.
        String name =
                String.format(Locale.ROOT, "events.out.%s.%010d.nn4j.%d", MARK, now.getEpochSecond(), count(folder));
        EventFile file = new EventFile(Files.newOutputStream(folder.resolve(name), StandardOpenOption.CREATE_NEW));
        TensorBoardRun run = new TensorBoardRun(file, clock, failed);
        file.write(new EventMessage(seconds(now), 0).version());
        file.flush();
        return run;
    }

    /** Tells a text, which TensorBoard shows as Markdown. */
    public void text(String tag, String text) {
        write(0, event -> event.text(tag, text));
    }

    /** Tells a point on each of these curves, by their tags. */
    public void scalars(long step, Map<String, Double> values) {
        write(step, event -> event.scalars(values));
    }

    /** What is to watch the training. */
    public TrainingListener listener() {
        return new EpochCurves(this, "");
    }

    private static long count(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().contains(MARK))
                    .count();
        }
    }

    /** Makes the bytes of an event. */
    @FunctionalInterface
    private interface Content {
        byte[] of(EventMessage event) throws IOException;
    }

    private void write(long step, Content content) {
        if (!open) {
            return;
        }
        Instant now = clock.instant();
        try {
            file.write(content.of(new EventMessage(seconds(now), step)));
            if (Duration.between(flushed, now).compareTo(PATIENCE) >= 0) {
                flushed = now;
                file.flush();
            }
        } catch (IOException e) {
            fail(e);
        }
    }

    private static double seconds(Instant time) {
        return time.getEpochSecond() + time.getNano() / NANOS;
    }

    private void fail(IOException fault) {
        open = false;
        failed.accept(fault);
        try {
            file.close();
        } catch (IOException e) {
            fault.addSuppressed(e);
        }
    }

    /** Ends the file; a fault is told as others are. */
    @Override
    public void close() {
        if (open) {
            open = false;
            try {
                file.close();
            } catch (IOException e) {
                failed.accept(e);
            }
        }
    }
}
