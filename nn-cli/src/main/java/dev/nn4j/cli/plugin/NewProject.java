// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Writes a project of a plugin to begin with: examples/plugin-acme under another name. */
public final class NewProject {
    private static final String TEMPLATE = "new-project/";
    private static final List<String> FILES = List.of(
            "README.md",
            "pom.xml",
            "train.json",
            "src/main/java/module-info.java",
            "src/main/java/com/acme/Lion.java",
            "src/main/java/com/acme/PRelu.java",
            "src/main/java/com/acme/PseudoHuber.java",
            "src/main/java/com/acme/ScaledTanh.java",
            "src/main/java/com/acme/SparseNormal.java",
            "src/main/resources/META-INF/services/dev.nn4j.api.Activation",
            "src/main/resources/META-INF/services/dev.nn4j.api.Initializer",
            "src/main/resources/META-INF/services/dev.nn4j.api.Loss",
            "src/main/resources/META-INF/services/dev.nn4j.api.Optimizer",
            "src/test/java/com/acme/ContractsTest.java");
    private static final Pattern NAMES = Pattern.compile("com\\.acme|com/acme|acme");

    private final PackageName name;
    private final Optional<ProjectRepository> repository;

    /** A project of components in this package, which brings nn4j's jars where there are any. */
    public NewProject(PackageName name, Optional<ProjectRepository> repository) {
        this.name = name;
        this.repository = repository;
    }

    /**
     * Writes all files, or nothing.
     *
     * @param folder which must be empty or not there
     * @throws IOException if it cannot be written
     */
    public void writeTo(Path folder) throws IOException {
        requireEmpty(folder);
        Path target = folder.toAbsolutePath().normalize();
        Path parent = target.getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw new FileSystemException(
                    folder.toString(), null, "there is no folder " + parent + "; create it first");
        }
        Path draft = Files.createDirectory(parent.resolve("." + target.getFileName() + ".new"));
        try {
            for (String file : FILES) {
                write(file, draft);
            }
            if (repository.isPresent()) {
                repository.get().writeTo(draft);
            }
            Files.createDirectories(target);
            for (Path entry : entries(draft)) {
                Files.move(entry, target.resolve(draft.relativize(entry)));
            }
        } finally {
            delete(draft);
        }
    }

    private void write(String file, Path folder) throws IOException {
        Path target = folder.resolve(renamed(file));
        Files.createDirectories(Objects.requireNonNull(target.getParent(), file));
        try (InputStream template = NewProject.class.getResourceAsStream(TEMPLATE + file)) {
            byte[] bytes = Objects.requireNonNull(template, file).readAllBytes();
            Files.writeString(target, renamed(new String(bytes, StandardCharsets.UTF_8)));
        }
    }

    private String renamed(String text) {
        return NAMES.matcher(text).replaceAll(match -> switch (match.group()) {
            case "com.acme" -> name.text();
            case "com/acme" -> name.path();
            default -> name.vendor();
        });
    }

    private static void requireEmpty(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw new FileSystemException(folder.toString(), null, "is a file; name a new folder");
        }
        if (!entries(folder).isEmpty()) {
            throw new FileSystemException(folder.toString(), null, "is not empty; name a new folder");
        }
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
