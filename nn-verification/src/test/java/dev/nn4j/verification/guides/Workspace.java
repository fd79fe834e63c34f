// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.guides;

import dev.nn4j.verification.Built;
import dev.nn4j.verification.outside.NewcomerRepository;
import dev.nn4j.verification.outside.OutsideProject;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where a page is walked: a folder that looks like a checkout after a build, in which nothing of the real one is
 * overwritten, and the tools on the path. Maven knows nothing of nn4j there.
 *
 * @param folder where commands begin
 * @param tools a folder with nn, Maven, and protoc
 * @param notes a folder for what commands print
 */
record Workspace(Path folder, Path tools, Path notes) {
    private static final Path ROOT = Built.repository().resolve("nn-verification/target/guides");
    static final Path JDK = Path.of(System.getProperty("java.home"), "bin");

    /** A fresh one. */
    static Workspace of(String page) throws IOException {
        Path root = ROOT.resolve(page);
        delete(root);
        Workspace workspace = new Workspace(root.resolve("checkout"), root.resolve("tools"), root.resolve("notes"));
        Files.createDirectories(workspace.folder);
        Files.createDirectories(workspace.tools);
        Files.createDirectories(workspace.notes);
        workspace.link("nn", Built.distribution().resolve("bin/nn"));
        for (String name : new String[] {"nn-cli", "nn-io", "examples", "docs"}) {
            workspace.link(name, Built.repository().resolve(name));
        }
        workspace.tool("nn", Built.distribution().resolve("bin/nn").toString());
        NewcomerRepository maven = new NewcomerRepository(root.resolve("maven"));
        workspace.tool("mvn", System.getProperty("nn.maven") + " " + String.join(" ", maven.options()));
        workspace.copyProtoc();
        return workspace;
    }

    /** Puts a file or folder into it under a name. */
    void link(String name, Path target) throws IOException {
        Files.createSymbolicLink(folder.resolve(name), target);
    }

    private void tool(String name, String command) throws IOException {
        Path script = Files.writeString(tools.resolve(name), "#!/bin/sh\nexec " + command + " \"$@\"\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** The compiler of schemas with which Maven has built nn-io. */
    private void copyProtoc() throws IOException {
        Path releases = Path.of(System.getProperty("nn.maven.repository"), "com/google/protobuf/protoc");
        try (Stream<Path> files = Files.walk(releases)) {
            Path newest = files.filter(file -> file.toString().endsWith(".exe"))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            Path copy = Files.copy(newest, tools.resolve("protoc"));
            Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    /** What commands find around them. */
    Map<String, String> environment() {
        return Map.of(
                "PATH",
                String.join(File.pathSeparator, tools.toString(), JDK.toString(), System.getenv("PATH")),
                "JAVA_HOME",
                System.getProperty("java.home"),
                "MAVEN_OPTS",
                OutsideProject.mavenOpts(),
                // Class data that the pages share: they start nn some eighty times.
                "NN_CACHE",
                ROOT.resolve("cache").toString(),
                "PYTHONDONTWRITEBYTECODE",
                "1");
    }

    /** Whether commands find a tool. */
    boolean hasTool(String name) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, name)));
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
