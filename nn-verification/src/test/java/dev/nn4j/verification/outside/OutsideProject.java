// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.outside;

import dev.nn4j.verification.Built;
import dev.nn4j.verification.Nn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A project outside the build, in a folder of its own under target.
 *
 * @param folder where it lies
 */
public record OutsideProject(Path folder) {
    /** A folder for a project of this name, empty. */
    public static OutsideProject empty(String name) throws IOException {
        Path folder = ScratchRepository.root().resolve(name);
        delete(folder);
        return new OutsideProject(Files.createDirectories(folder));
    }

    /** A copy of a project that stands under examples/. */
    public static OutsideProject ofExample(String name) throws IOException {
        OutsideProject project = empty(name);
        Path example = Built.examples().resolve(name);
        try (Stream<Path> files = Files.walk(example)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path relative = example.relativize(file);
                if (!relative.startsWith("target")) {
                    Path copy = project.folder.resolve(relative);
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
        }
        return project;
    }

    /** Runs Maven in it, with the JDK that runs the tests, on the artifacts that this build has made. */
    public Nn maven(String... arguments) throws IOException, InterruptedException {
        ScratchRepository.install();
        return maven(ScratchRepository.options(), arguments);
    }

    /** Runs Maven in it as somebody who has nothing of nn4j but this project. */
    Nn mavenOfANewcomer(NewcomerRepository repository, String... arguments) throws IOException, InterruptedException {
        return maven(repository.options(), arguments);
    }

    /**
     * As {@link #maven}, for a project with dependencies that this build has not: what is missing comes from where the
     * build's own libraries come from.
     */
    public Nn mavenWithDownloads(String... arguments) throws IOException, InterruptedException {
        ScratchRepository.install();
        return maven(ScratchRepository.optionsWithDownloads(), arguments);
    }

    private Nn maven(String[] options, String[] arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("env", "MAVEN_OPTS=" + mavenOpts(), System.getProperty("nn.maven")));
        command.addAll(List.of(options));
        command.addAll(List.of(arguments));
        return Nn.run(folder, command);
    }

    /** What Maven's JVM is to be told: builds of so few classes are over before code that C2 has compiled is any use. */
    public static String mavenOpts() {
        return (System.getenv().getOrDefault("MAVEN_OPTS", "") + " -XX:TieredStopAtLevel=1").strip();
    }

    /** The file that a build has left in target. */
    public Path built(String file) {
        return folder.resolve("target").resolve(file);
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
