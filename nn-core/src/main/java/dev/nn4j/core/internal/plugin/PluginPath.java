// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The jars that a list of jars and folders means, each once, and what in it can mean none. */
public final class PluginPath {
    private static final String JAR = ".jar";

    private final Map<Path, Path> jars = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();

    /** Looks the entries up in order, the jars of a folder in the order of their names. */
    public PluginPath(Iterable<Path> entries) {
        entries.forEach(this::addEntry);
    }

    /** The jars, by the paths that people gave. */
    public List<Path> jars() {
        return List.copyOf(jars.values());
    }

    /** Entries that are neither a jar nor a folder that can be read, one line each. */
    public List<String> faults() {
        return List.copyOf(faults);
    }

    private void addEntry(Path entry) {
        if (Files.isDirectory(entry) && !isCalledJar(entry)) {
            addFolder(entry);
        } else {
            addJar(entry);
        }
    }

    private void addFolder(Path folder) {
        for (Path entry : sorted(folder)) {
            if (isCalledJar(entry)) {
                addJar(entry);
            } else if (Files.isDirectory(entry) && sorted(entry).stream().anyMatch(PluginPath::isCalledJar)) {
                faults.add(entry + ": jars in folders of a plugin folder are not looked at; move them up, or name the"
                        + " folder itself");
            }
        }
    }

    private void addJar(Path file) {
        if (Files.isDirectory(file)) {
            faults.add(file + ": is a folder called like a jar; rename it");
        } else if (!Files.exists(file)) {
            faults.add(file + ": there is no such jar or folder");
        } else if (!isCalledJar(file)) {
            faults.add(file + ": is no plugin; a plugin's name ends in .jar");
        } else {
            jars.putIfAbsent(real(file), file);
        }
    }

    private List<Path> sorted(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (IOException e) {
            faults.add(folder + ": the folder cannot be read; check its permissions");
            return List.of();
        }
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            return file.toAbsolutePath();
        }
    }

    private static boolean isCalledJar(Path file) {
        Path name = file.getFileName();
        return name != null && name.toString().endsWith(JAR);
    }
}
