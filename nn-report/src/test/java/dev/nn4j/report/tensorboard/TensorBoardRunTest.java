// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.tensorboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.core.fit.BatchProgress;
import dev.nn4j.core.fit.EpochRecord;
import dev.nn4j.core.fit.TrainingListener;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The reference file was written by TensorBoard 2.21 itself: its {@code RecordWriter} and its messages, serialized by
 * Google's protobuf for Python.
 */
class TensorBoardRunTest {
    private final List<IOException> faults = new ArrayList<>();

    @TempDir
    private Path folder;

    /** A quarter of a second passes between two events. */
    private static InstantSource quarters() {
        long[] quarters = {0};
        return () -> Instant.ofEpochMilli(1_700_000_000_000L + 250 * quarters[0]++);
    }

    private TensorBoardRun begin(Path run) throws IOException {
        return TensorBoardRun.begin(run, quarters(), faults::add);
    }

    @Test
    void theBytesAreThoseThatTensorBoardItselfWrites() throws IOException {
        try (TensorBoardRun run = begin(folder.resolve("run"))) {
            run.text("configuration", "seed **42** – ü");
            TrainingListener listener = run.listener();
            listener.batchEnded(new BatchProgress(1, 1, 32, 33, 0.75, OptionalDouble.empty()));
            listener.epochEnded(EpochRecord.builder(1)
                    .loss(0.7)
                    .validationLoss(OptionalDouble.of(0.8))
                    .learningRate(0.01)
                    .build());
            run.scalars(300, Map.of("loss", Double.NaN));
        }

        try (InputStream reference = TensorBoardRunTest.class.getResourceAsStream("reference.tfevents")) {
            assertThat(only(folder.resolve("run"))).hasBinaryContent(reference.readAllBytes());
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void stepsAreCountedThroughAllEpochsAlsoOfATrainingThatIsResumed() throws IOException {
        try (TensorBoardRun run = begin(folder)) {
            TrainingListener listener = run.listener();
            for (int rows = 1; rows <= 20; rows++) {
                listener.batchEnded(new BatchProgress(3, 5, rows, 20, rows, OptionalDouble.of(0.5)));
            }
        }

        Map<Long, Map<String, Float>> points = Events.points(Files.readAllBytes(only(folder)));
        // Twenty steps an epoch, two epochs before, a point at each tenth.
        assertThat(points.keySet()).containsExactly(42L, 44L, 46L, 48L, 50L, 52L, 54L, 56L, 58L, 60L);
        assertThat(points.get(42L)).isEqualTo(Map.of("batch/loss", 2f, "batch/accuracy", 0.5f));
    }

    @Test
    void anEpochOfOneStepHasNoCurveBesideItsOwn() throws IOException {
        try (TensorBoardRun run = begin(folder)) {
            run.listener().batchEnded(new BatchProgress(1, 5, 20, 20, 0.5, OptionalDouble.empty()));
        }

        assertThat(Events.points(Files.readAllBytes(only(folder)))).isEmpty();
    }

    @Test
    void theTrainingOnAllRowsHasCurvesOfItsOwn() throws IOException {
        try (TensorBoardRun run = begin(folder)) {
            run.listener()
                    .refitting(30, 2)
                    .epochEnded(
                            EpochRecord.builder(1).loss(0.5).learningRate(0.1).build());
        }

        assertThat(Events.points(Files.readAllBytes(only(folder))))
                .isEqualTo(Map.of(1L, Map.of("refit/loss", 0.5f, "refit/learning_rate", 0.1f)));
    }

    @Test
    void aSecondFileInAFolderStandsBehindTheFirst() throws IOException {
        assertThat(TensorBoardRun.isIn(folder.resolve("none"))).isFalse();
        begin(folder).close();
        assertThat(TensorBoardRun.isIn(folder)).isTrue();
        begin(folder).close();

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()).sorted())
                    .containsExactly("events.out.tfevents.1700000000.nn4j.0", "events.out.tfevents.1700000000.nn4j.1");
        }
    }

    @Test
    void aFaultIsToldOnceAndTheTrainingGoesOn() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException("no space left");
            }
        };
        TensorBoardRun run = new TensorBoardRun(new EventFile(full), quarters(), faults::add);
        for (int epoch = 1; epoch <= 1000; epoch++) {
            run.listener()
                    .epochEnded(EpochRecord.builder(epoch)
                            .loss(0.5)
                            .learningRate(0.1)
                            .build());
        }
        run.close();

        assertThat(faults).singleElement().hasToString("java.io.IOException: no space left");
    }

    private static Path only(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }

    /** A reader that shares nothing with the writer: the CRC bit by bit, the wire format by hand. */
    private static final class Events {
        private final byte[] bytes;
        private int at;

        private Events(byte[] bytes) {
            this.bytes = bytes;
        }

        static Map<Long, Map<String, Float>> points(byte[] file) {
            Events frames = new Events(file);
            Map<Long, Map<String, Float>> points = new TreeMap<>();
            while (frames.at < file.length) {
                frames.readEvent(points);
            }
            return points;
        }

        private void readEvent(Map<Long, Map<String, Float>> points) {
            byte[] length = take(8);
            assertThat((int) little(take(4))).isEqualTo(masked(length));
            byte[] event = take((int) little(length));
            assertThat((int) little(take(4))).isEqualTo(masked(event));
            long step = 0;
            Map<String, Float> values = new TreeMap<>();
            for (Events fields = new Events(event); fields.at < event.length; ) {
                switch ((int) fields.varint()) {
                    case 1 << 3 | 1 -> fields.take(8);
                    case 2 << 3 -> step = fields.varint();
                    case 3 << 3 | 2 -> fields.take((int) fields.varint());
                    case 5 << 3 | 2 -> values.putAll(summary(fields.take((int) fields.varint())));
                    default -> throw new AssertionError("another field");
                }
            }
            if (!values.isEmpty()) {
                points.put(step, values);
            }
        }

        private static Map<String, Float> summary(byte[] bytes) {
            Map<String, Float> values = new TreeMap<>();
            for (Events summary = new Events(bytes); summary.at < bytes.length; ) {
                assertThat(summary.varint()).isEqualTo(1 << 3 | 2);
                Events value = new Events(summary.take((int) summary.varint()));
                assertThat(value.varint()).isEqualTo(1 << 3 | 2);
                String tag = new String(value.take((int) value.varint()), StandardCharsets.UTF_8);
                assertThat(value.varint()).isEqualTo(2 << 3 | 5);
                values.put(tag, Float.intBitsToFloat((int) little(value.take(4))));
            }
            return values;
        }

        private byte[] take(int count) {
            at += count;
            return Arrays.copyOfRange(bytes, at - count, at);
        }

        private long varint() {
            long value = 0;
            for (int shift = 0; ; shift += 7) {
                byte next = take(1)[0];
                value |= (long) (next & 127) << shift;
                if (next >= 0) {
                    return value;
                }
            }
        }

        private static long little(byte[] bytes) {
            long value = 0;
            for (int i = bytes.length - 1; i >= 0; i--) {
                value = value << 8 | bytes[i] & 255;
            }
            return value;
        }

        private static int masked(byte[] bytes) {
            int crc = ~0;
            for (byte one : bytes) {
                crc ^= one & 255;
                for (int bit = 0; bit < 8; bit++) {
                    crc = crc >>> 1 ^ (crc & 1) * 0x82f63b78;
                }
            }
            crc = ~crc;
            return (crc >>> 15 | crc << 17) + 0xa282ead8;
        }
    }
}
