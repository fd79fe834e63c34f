// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command.train;

import dev.nn4j.core.experiment.Monitor;
import dev.nn4j.core.table.Table;
import dev.nn4j.io.AtomicFile;
import dev.nn4j.tune.TrialRecord;
import dev.nn4j.tune.TrialTable;
import dev.nn4j.tune.Tuning;
import dev.nn4j.tune.TuningListener;
import dev.nn4j.tune.TuningResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The table of a search: read if it is there, and written anew, whole, whenever a line is added.
 *
 * @param file that it is
 */
record TrialsFile(Path file) {
    /** As messages name it. */
    String name() {
        return file.toString();
    }

    /** Searches on from where the table stands. */
    TuningResult run(Tuning tuning, TuningListener watching, Table data) throws IOException {
        TrialTable known = read();
        try {
            return tuning.withKnown(known)
                    .withListener(watching.and(new Writing(known.records().size())))
                    .run(data);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private TrialTable read() throws IOException {
        if (!Files.exists(file)) {
            return new TrialTable(List.of(), List.of());
        }
        try (InputStream in = Files.newInputStream(file)) {
            return TrialTable.read(in, name());
        }
    }

    /** Writes what is new; what was known stays as it is. */
    private final class Writing implements TuningListener {
        private final int known;
        private final List<TrialRecord> records = new ArrayList<>();
        private List<String> settings = List.of();

        Writing(int known) {
            this.known = known;
        }

        @Override
        public void started(Table searched, int heldOut, Monitor score, List<String> paths) {
            settings = paths;
        }

        @Override
        public void reached(TrialRecord record) {
            records.add(record);
            if (records.size() > known) {
                write();
            }
        }

        private void write() {
            try {
                AtomicFile.write(file, new TrialTable(settings, records)::write);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
