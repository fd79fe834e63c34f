// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.plugin;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The Maven repository that a plugin's project has in itself: nn4j's jars that it is compiled and tested against, taken from
 * the distribution that writes the project. So Maven finds them wherever the project goes, whatever else is installed.
 *
 * @param jars of the distribution, each {@code ARTIFACT-VERSION.jar}
 */
public record ProjectRepository(List<Path> jars) {
    private static final String FOLDER = "repository";
    private static final String GROUP = "dev/nn4j";
    private static final String API = "nn-api";
    private static final String TESTKIT = "nn-testkit";
    private static final String JAR = ".jar";

    /** A copy that cannot be changed. */
    public ProjectRepository {
        jars = List.copyOf(jars);
    }

    /**
     * What a folder of jars has.
     *
     * @return nothing if one of the jars is missing, as where nn runs from classes
     */
    public static Optional<ProjectRepository> of(Path lib) throws IOException {
        Optional<Path> api = jar(lib, API);
        Optional<Path> testkit = jar(lib, TESTKIT);
        return api.isPresent() && testkit.isPresent()
                ? Optional.of(new ProjectRepository(List.of(api.get(), testkit.get())))
                : Optional.empty();
    }

    void writeTo(Path project) throws IOException {
        for (Path jar : jars) {
            String name = jar.getFileName().toString();
            String artifact = name.startsWith(API) ? API : TESTKIT;
            String version = name.substring(artifact.length() + 1, name.length() - JAR.length());
            Path folder = Files.createDirectories(
                    project.resolve(FOLDER).resolve(GROUP).resolve(artifact).resolve(version));
            Files.copy(jar, folder.resolve(name));
            Files.writeString(folder.resolve(artifact + "-" + version + ".pom"), pom(artifact, version));
        }
    }

    private static String pom(String artifact, String version) {
        String dependencies = artifact.equals(API) ? "" : """
                  <dependencies>
                    <dependency>
                      <groupId>dev.nn4j</groupId>
                      <artifactId>%s</artifactId>
                      <version>%s</version>
                    </dependency>
                  </dependencies>
                """.formatted(API, version);
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>dev.nn4j</groupId>
                  <artifactId>%s</artifactId>
                  <version>%s</version>
                %s</project>
                """.formatted(artifact, version, dependencies);
    }

    private static Optional<Path> jar(Path lib, String artifact) throws IOException {
        if (!Files.isDirectory(lib)) {
            return Optional.empty();
        }
        try (DirectoryStream<Path> found = Files.newDirectoryStream(lib, artifact + "-[0-9]*" + JAR)) {
            for (Path jar : found) {
                return Optional.of(jar);
            }
            return Optional.empty();
        }
    }
}
