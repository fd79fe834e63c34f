// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command.train;

import dev.nn4j.cli.console.Failure;
import dev.nn4j.report.tensorboard.TensorBoardRun;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** Where a training is seen while it runs, beside the progress. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class OnlookerOptions {
    private static final int LAST_PORT = 65_535;

    @Option(
            names = "--tensorboard",
            paramLabel = "DIR",
            description = "The folder where TensorBoard's event files go while the training runs.")
    private Optional<String> events;

    @Option(
            names = "--watch",
            arity = "0..1",
            fallbackValue = "0",
            paramLabel = "PORT",
            description = "Show the training while it runs on a page at 127.0.0.1, at this port or one that is free.")
    private Optional<Integer> port;

    /**
     * Who is to look on, with what would stop them found before anything is touched.
     *
     * @param resumed whether the training goes on from where another stopped, whose events may be there
     */
    Onlookers.Asked asked(boolean resumed) throws IOException {
        return new Onlookers.Asked(
                events.isPresent() ? Optional.of(folder(path(events.get()), resumed)) : Optional.empty(), port());
    }

    private OptionalInt port() {
        if (port.isEmpty()) {
            return OptionalInt.empty();
        }
        int number = port.get();
        if (number < 0 || number > LAST_PORT) {
            throw Failure.usage("--watch: must be a port in [0, " + LAST_PORT + "], got " + number);
        }
        return OptionalInt.of(number);
    }

    private static Path folder(Path folder, boolean resumed) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw Failure.file(folder + ": is a file, and --tensorboard needs a folder; name another");
        }
        if (!resumed && (TensorBoardRun.isIn(folder) || hasRuns(folder))) {
            throw Failure.file(folder + ": has the event files of another training; name another folder");
        }
        return folder;
    }

    /** Whether folds, members or trials of another training are there. */
    private static boolean hasRuns(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (DirectoryStream<Path> runs = Files.newDirectoryStream(folder, "{fold,member,refit,trial}*")) {
            for (Path run : runs) {
                if (TensorBoardRun.isIn(run)) {
                    return true;
                }
            }
            return false;
        }
    }

    private static Path path(String name) {
        if (name.isEmpty() || name.equals("-")) {
            throw Failure.usage("--tensorboard: must be the name of a folder, got '" + name + "'");
        }
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw Failure.usage("--tensorboard: '" + name + "' cannot be the name of a folder: " + e.getReason());
        }
    }
}
