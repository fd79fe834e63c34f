// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.flight;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** What Flight Recorder has of some work. */
record Flown(List<RecordedEvent> events) {
    /** Works while it records, with these settings beside those that events come with. */
    static Flown during(Runnable work, Consumer<Recording> settings) throws IOException {
        Path file = Files.createTempFile("flown", ".jfr");
        try (Recording recording = new Recording()) {
            settings.accept(recording);
            recording.start();
            work.run();
            recording.stop();
            recording.dump(file);
            return new Flown(RecordingFile.readAllEvents(file));
        } finally {
            Files.delete(file);
        }
    }

    static Flown during(Runnable work) throws IOException {
        return during(work, recording -> {});
    }

    /** Those of a name, in the order in which they began. */
    List<RecordedEvent> of(String name) {
        return events.stream()
                .filter(event -> event.getEventType().getName().equals("dev.nn4j." + name))
                .sorted((one, other) -> one.getStartTime().compareTo(other.getStartTime()))
                .toList();
    }

    /** A field of each of them. */
    <T> List<T> values(String name, String field) {
        return of(name).stream().map(event -> event.<T>getValue(field)).toList();
    }
}
