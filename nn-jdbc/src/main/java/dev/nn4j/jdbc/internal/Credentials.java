// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.jdbc.internal;

import dev.nn4j.api.DataException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/** Who asks a database, from the environment or a file that it names, and from nowhere else. */
final class Credentials {
    private static final String FILE = "NN_JDBC_CREDENTIALS";
    private static final Map<String, String> VARIABLES = Map.of("NN_JDBC_USER", "user", "NN_JDBC_PASSWORD", "password");

    private Credentials() {}

    /** As drivers take them; those that are not there are left to the driver. */
    static Properties of(Map<String, String> environment) throws IOException {
        Properties properties = new Properties();
        String file = environment.getOrDefault(FILE, "");
        if (!file.isEmpty()) {
            read(Path.of(file), properties);
        }
        VARIABLES.forEach((variable, key) -> {
            String value = environment.get(variable);
            if (value != null) {
                properties.setProperty(key, value);
            }
        });
        return properties;
    }

    private static void read(Path file, Properties into) throws IOException {
        requirePrivate(file);
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            into.load(reader);
        } catch (IllegalArgumentException e) {
            throw new DataException(
                    file + ": is no properties file (" + FILE + "); write lines as user=… and password=…");
        }
    }

    private static void requirePrivate(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new FileSystemException(file.toString(), null, "is not there, though " + FILE + " names it");
        }
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            if (permissions.contains(PosixFilePermission.OTHERS_READ)
                    || permissions.contains(PosixFilePermission.GROUP_READ)) {
                throw new FileSystemException(
                        file.toString(), null, "holds a password that others can read; chmod 600 it");
            }
        }
    }
}
