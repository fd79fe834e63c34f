// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs commands as at a terminal, which Java cannot make: util-linux's {@code script} can. */
public final class PseudoTerminal {
    private PseudoTerminal() {}

    /**
     * Runs a command whose stdin, stdout and stderr are a terminal of so many columns.
     *
     * @return what it printed, all in {@code out}, where the terminal ends lines with {@code \r\n}
     */
    public static Nn run(Path directory, int columns, List<String> command) throws IOException, InterruptedException {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(":"))
                        .anyMatch(place -> Files.isExecutable(Path.of(place, "script"))),
                "no script of util-linux is here");
        String line = command.stream()
                .map(word -> "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
        String sized = "stty cols " + columns + " rows 24; exec env -u NO_COLOR TERM=xterm " + line;
        return Nn.run(directory, List.of("script", "-qec", sized, "/dev/null"));
    }

    /** What a run has drawn, one after the other, of the line that moves. */
    public static List<String> frames(Nn run) {
        return Stream.of(run.out().split("\r\n|\r\033\\[K|\n"))
                .map(frame -> frame.replaceAll("\033\\[[0-9;?]*[a-zA-Z]", ""))
                .filter(frame -> !frame.isEmpty())
                .toList();
    }
}
