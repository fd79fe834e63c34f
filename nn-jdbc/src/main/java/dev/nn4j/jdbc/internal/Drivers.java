// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.jdbc.internal;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/**
 * Drivers that are there: beside this library, or as jars in folders, which see the JDK and themselves alone.
 *
 * @param folders and jars
 */
record Drivers(List<Path> folders) {
    private static final String PATH = "NN_DRIVER_PATH";

    /** A driver, and what keeps its classes. */
    record Found(Driver driver, Closeable classes) {}

    /** Those of the install, and those that the environment names. */
    static Drivers of(Map<String, String> environment) {
        List<Path> folders = new ArrayList<>();
        for (String part : environment.getOrDefault(PATH, "").split(File.pathSeparator, -1)) {
            if (!part.isEmpty()) {
                folders.add(Path.of(part));
            }
        }
        String home = System.getProperty("nn.home");
        if (home != null) {
            folders.add(Path.of(home, "drivers"));
        }
        return new Drivers(folders);
    }

    /** The first that takes the URL. */
    Found of(DatabaseUrl url, Dialect dialect) throws IOException, SQLException {
        ClassLoader own = Objects.requireNonNull(Drivers.class.getClassLoader(), "application loader");
        Optional<Driver> beside = taking(url, own);
        if (beside.isPresent()) {
            return new Found(beside.get(), () -> {});
        }
        URLClassLoader loader = new URLClassLoader(jars(), ClassLoader.getPlatformClassLoader());
        Optional<Driver> driver = taking(url, loader);
        if (driver.isPresent()) {
            return new Found(driver.get(), loader);
        }
        loader.close();
        String places = folders.isEmpty()
                ? "on the class path, or name it by " + PATH
                : "into " + folders.get(folders.size() - 1) + ", or name it by " + PATH;
        throw new FileSystemException(
                url.toString(), null, "there is no driver for it; put the jar " + dialect.driver(url) + " " + places);
    }

    private static Optional<Driver> taking(DatabaseUrl url, ClassLoader loader) throws SQLException {
        for (Driver driver : ServiceLoader.load(Driver.class, loader)) {
            if (driver.acceptsURL(url.text())) {
                return Optional.of(driver);
            }
        }
        return Optional.empty();
    }

    private URL[] jars() throws IOException {
        List<URL> jars = new ArrayList<>();
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    for (Path file : files.sorted().toList()) {
                        add(file, jars);
                    }
                }
            } else {
                add(folder, jars);
            }
        }
        return jars.toArray(URL[]::new);
    }

    private static void add(Path file, List<URL> jars) throws MalformedURLException {
        if (file.toString().endsWith(".jar") && Files.isRegularFile(file)) {
            jars.add(file.toUri().toURL());
        }
    }
}
