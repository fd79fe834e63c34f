// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark.bundle;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/** User and password of a database: from the environment as nn takes them, never from the command line, which others can see. */
final class DatabaseCredentials {
    private static final String FILE = "NN_JDBC_CREDENTIALS";
    private static final Map<String, String> VARIABLES = Map.of("NN_JDBC_USER", "user", "NN_JDBC_PASSWORD", "password");

    private DatabaseCredentials() {}

    /** What Spark's reader is to know of them; variables count more than the file. */
    static Map<String, String> of(Map<String, String> environment) {
        Map<String, String> found = new LinkedHashMap<>();
        if (environment.containsKey(FILE)) {
            Properties written = read(Path.of(environment.get(FILE)));
            VARIABLES.values().stream()
                    .filter(written::containsKey)
                    .forEach(name -> found.put(name, written.getProperty(name)));
        }
        VARIABLES.forEach((variable, name) -> {
            if (environment.containsKey(variable)) {
                found.put(name, environment.get(variable));
            }
        });
        return found;
    }

    private static Properties read(Path file) {
        Properties written = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            written.load(reader);
            return written;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Passes if a setting is no password.
     *
     * @throws Options.UsageException if it is one; the message does not repeat it
     */
    static void requireNone(String setting) {
        if (setting.equalsIgnoreCase("password")) {
            throw new Options.UsageException(
                    "--option password: shows in lists of processes and in histories; leave it out and"
                            + " set NN_JDBC_PASSWORD, or " + FILE + " to a file with user=… and password=…");
        }
    }
}
