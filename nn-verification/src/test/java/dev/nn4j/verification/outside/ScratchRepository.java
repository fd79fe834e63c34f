// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.outside;

import dev.nn4j.verification.Built;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/**
 * A local Maven repository under target, in which this build's artifacts are installed. What others have published comes
 * from the repository that the build itself uses, which holds the same versions: nothing is downloaded.
 */
public final class ScratchRepository {
    /** Has no module descriptor, as Spring has none, and so is none of the build's modules. */
    private static final String STARTER = "nn4j-spring-boot-starter";

    private static final String GROUP = "dev/nn4j";
    private static final String VERSION = System.getProperty("nn.version");

    /** Of each JVM that runs tests its own: two may at once. */
    private static final Path ROOT = Built.repository()
            .resolve("nn-verification/target/outside")
            .resolve(System.getProperty("nn.fork", "jvm-1"));

    private ScratchRepository() {}

    /** Where outside projects are laid out and built. */
    static Path root() {
        return ROOT;
    }

    /** The options that make Maven use it. */
    public static String[] options() {
        return new String[] {"-B", "-ntp", "-s", settings().toString(), "-Dmaven.repo.local=" + repository()};
    }

    /** The options that make Maven look in the build's repository first, and then wherever it looks by itself. */
    static String[] optionsWithDownloads() throws IOException {
        Path file = ROOT.resolve("settings-with-downloads.xml");
        Files.writeString(file, """
            <settings>
              <profiles>
                <profile>
                  <id>build</id>
                  <repositories>%1$s</repositories>
                  <pluginRepositories>%2$s</pluginRepositories>
                </profile>
              </profiles>
              <activeProfiles>
                <activeProfile>build</activeProfile>
              </activeProfiles>
            </settings>
            """.formatted(repository("repository"), repository("pluginRepository")));
        return new String[] {"-B", "-ntp", "-gs", file.toString(), "-Dmaven.repo.local=" + repository()};
    }

    private static String repository(String element) {
        return "<%1$s><id>build</id><url>%2$s</url></%1$s>"
                .formatted(
                        element,
                        Path.of(System.getProperty("nn.maven.repository")).toUri());
    }

    /** Installs the artifacts as they have just been built, in the layout that Maven's install plugin gives them. */
    public static void install() throws IOException {
        copy(pom(""), "nn4j-parent", "pom");
        for (Map.Entry<String, Path> module : Built.jars().entrySet()) {
            copy(pom(module.getKey()), module.getKey(), "pom");
            copy(module.getValue(), module.getKey(), "jar");
        }
        copy(pom("nn4j"), "nn4j", "pom");
        copy(pom(STARTER), STARTER, "pom");
        copy(Built.repository().resolve(STARTER + "/target/" + STARTER + "-" + VERSION + ".jar"), STARTER, "jar");
        copy(pom("nn-bom"), "nn-bom", "pom");
        Files.writeString(settings(), """
            <settings>
              <mirrors>
                <mirror>
                  <id>build</id>
                  <mirrorOf>*</mirrorOf>
                  <url>%s</url>
                </mirror>
              </mirrors>
            </settings>
            """.formatted(
                        Path.of(System.getProperty("nn.maven.repository")).toUri()));
    }

    /** What is published: the bill of materials is another than the pom that builds it. */
    private static Path pom(String module) {
        Path folder = Built.repository().resolve(module);
        Path flattened = folder.resolve(".flattened-pom.xml");
        return Files.exists(flattened) ? flattened : folder.resolve("pom.xml");
    }

    private static void copy(Path file, String artifact, String type) throws IOException {
        Path folder = Files.createDirectories(
                repository().resolve(GROUP).resolve(artifact).resolve(VERSION));
        Files.copy(file, folder.resolve(artifact + "-" + VERSION + "." + type), StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path repository() {
        return ROOT.resolve("repository");
    }

    private static Path settings() {
        return ROOT.resolve("settings.xml");
    }
}
