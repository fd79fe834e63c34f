// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the build has made: the distribution, and the jar of every module. */
public final class Built {
    private Built() {}

    /** The distribution's directory. */
    public static Path distribution() {
        return Path.of(System.getProperty("nn.home")).toAbsolutePath().normalize();
    }

    /** The repository's directory. */
    public static Path repository() {
        return distribution().resolve("../../..").normalize();
    }

    /** The examples as they stand in the repository. */
    public static Path examples() {
        return repository().resolve("examples");
    }

    /** The jar of every module that has code of its own, by the module's directory. */
    public static SortedMap<String, Path> jars() {
        SortedMap<String, Path> jars = new TreeMap<>();
        for (Path module : list(repository(), "nn-*")) {
            String name = module.getFileName().toString();
            if (Files.exists(module.resolve("src/main/java/module-info.java"))
                    && Files.exists(module.resolve("pom.xml"))) {
                jars.put(name, jar(name, module.resolve("target")));
            }
        }
        return jars;
    }

    private static Path jar(String module, Path target) {
        List<Path> found = list(target, module + "-" + System.getProperty("nn.version") + ".jar");
        if (found.isEmpty()) {
            throw new IllegalStateException(module + " has not been packaged; run mvn verify at the root");
        }
        return found.get(0);
    }

    private static List<Path> list(Path directory, String pattern) {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, pattern)) {
            entries.forEach(found::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        found.sort(null);
        return found;
    }
}
