// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nn4j.verification.Nn;
import java.io.IOException;
import java.util.List;

/** A folder with a user's files, where commands of nn run. */
public interface Commands {
    /** Runs {@code nn ARGUMENTS} to its end. */
    Nn run(Object... arguments) throws IOException, InterruptedException;

    /** Runs what must succeed. */
    default Nn succeed(Object... arguments) throws IOException, InterruptedException {
        Nn run = run(arguments);
        if (run.exit() != 0) {
            throw new AssertionError("nn " + List.of(arguments) + " ended with " + run.exit() + ": " + run.err());
        }
        return run;
    }

    /** Runs what must succeed and reads the one JSON document on its stdout. */
    default JsonNode json(Object... arguments) throws IOException, InterruptedException {
        return new ObjectMapper().readTree(succeed(arguments).out());
    }
}
