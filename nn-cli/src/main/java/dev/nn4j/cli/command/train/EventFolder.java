// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command.train;

import dev.nn4j.cli.console.Console;
import dev.nn4j.core.fit.TrainingListener;
import dev.nn4j.report.tensorboard.TensorBoardRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The folder of {@code --tensorboard}: event files of one training in itself, of several in a folder for each. */
final class EventFolder implements AutoCloseable {
    private final Console console;
    private final Path folder;
    private final String configuration;
    private final Map<String, TensorBoardRun> runs = new TreeMap<>();
    private final Set<String> described = new HashSet<>();

    /** For trainings as this configuration says. */
    EventFolder(Console console, Path folder, String configuration) {
        this.console = console;
        this.folder = folder;
        this.configuration = configuration;
    }

    /** What is to watch the training of this name; the empty one is that of the only training. */
    synchronized TrainingListener listener(String name) {
        return run(name).listener();
    }

    /** The same for a trial of a search, with what it changes in the configuration. */
    synchronized TrainingListener listener(String name, String changes) {
        boolean isNew = !described.contains(name);
        TensorBoardRun run = run(name);
        if (isNew) {
            run.text("trial", changes);
        }
        return run.listener();
    }

    /** Closes the files of those that do not train now, however many there are; what they train later goes into new ones. */
    synchronized void rest(Predicate<String> names) {
        runs.entrySet().removeIf(run -> {
            boolean rests = names.test(run.getKey());
            if (rests) {
                run.getValue().close();
            }
            return rests;
        });
    }

    private TensorBoardRun run(String name) {
        return runs.computeIfAbsent(name, this::begin);
    }

    private TensorBoardRun begin(String name) {
        try {
            TensorBoardRun run = TensorBoardRun.begin(
                    folder.resolve(name),
                    InstantSource.system(),
                    fault -> console.warn(folder + ": no more events are written: " + fault.getMessage()
                            + "; the training goes on without"));
            if (described.add(name)) {
                run.text("configuration", "```json\n" + configuration + "\n```");
            }
            return run;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        runs.values().forEach(TensorBoardRun::close);
    }
}
