// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.outside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.registry.Registration;
import dev.nn4j.verification.Built;
import dev.nn4j.verification.Nn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** examples/plugin-acme and what {@code nn plugins new} writes: projects that know only published artifacts. */
class PluginProjectTest {
    private static final Path EXAMPLE = Built.examples().resolve("plugin-acme");
    /** One that trains coefficients of its own says what they are, and one derivative more. */
    private static final int MOST_LINES = 50;

    private static final Pattern PINNED = Pattern.compile(
            "<artifactId>(maven-[a-z]+-plugin)</artifactId>\\s*<version>([^<]+)</version>|<(junit.version)>([^<]+)<");

    @Test
    void theExampleBuildsKeepsTheContractAndLoads() throws IOException, InterruptedException {
        OutsideProject project = OutsideProject.ofExample("plugin-acme");
        assertBuildsAndLoads(project, project.maven("verify"), "acme");
    }

    /** In a folder whose name a URL writes otherwise, and where Maven has nothing of nn4j's but what the project brings. */
    @Test
    void aNewProjectBuildsKeepsTheContractAndLoadsForWhoeverHasNothingElse() throws IOException, InterruptedException {
        OutsideProject project = OutsideProject.empty("plugin new ö");
        Path parent = project.folder().getParent();
        Nn begun = nn(parent, "plugins", "new", "--out", "plugin new ö/.", "--package", "org.acme_labs.nets");
        assertThat(begun.exit()).as(begun.err()).isZero();
        assertThat(begun.err()).as("nothing is to be installed").doesNotContain("install");

        NewcomerRepository newcomer =
                new NewcomerRepository(OutsideProject.empty("newcomer").folder());
        Nn built = project.mavenOfANewcomer(newcomer, "verify");
        assertBuildsAndLoads(project, built, "nets");
    }

    @Test
    void whatANewcomerHasDoesNotBuildTheExampleWhichBringsNothing() throws IOException, InterruptedException {
        NewcomerRepository newcomer =
                new NewcomerRepository(OutsideProject.empty("newcomer-example").folder());
        Nn built = OutsideProject.ofExample("plugin-acme").mavenOfANewcomer(newcomer, "compile");
        assertThat(built.exit()).isNotZero();
        assertThat(built.out()).contains("dev.nn4j:nn-api");
    }

    @Test
    void aNewProjectOfTheSameNameIsTheExample() throws IOException, InterruptedException {
        OutsideProject project = OutsideProject.empty("plugin-same");
        Nn begun = nn(project.folder(), "plugins", "new", "--out", "acme-plugin", "--package", "com.acme");
        assertThat(begun.exit()).as(begun.err()).isZero();
        Path begunProject = project.folder().resolve("acme-plugin");
        assertThat(files(begunProject)).isEqualTo(files(EXAMPLE));
        assertThat(names(begunProject.resolve("repository")))
                .as("beside it, nn4j's jars for Maven")
                .containsExactlyInAnyOrder(brought("nn-api"), brought("nn-testkit"));
    }

    @Test
    void aNewProjectIsRefusedWhereSomethingIsOrUnderANameThatCannotBe() throws IOException, InterruptedException {
        Path folder = OutsideProject.empty("plugin-refused").folder();
        Files.writeString(Files.createDirectory(folder.resolve("full")).resolve("notes.txt"), "mine");

        assertRefused(nn(folder, "plugins", "new", "--out", "full", "--package", "com.acme"), 7, "full: is not empty");
        assertRefused(
                nn(folder, "plugins", "new", "--out", "no/new", "--package", "com.acme"), 7, "there is no folder");
        for (String name : List.of("Acme", "com.new", "com..acme", "dev.nn4j.more", "2x")) {
            assertRefused(
                    nn(folder, "plugins", "new", "--out", "x", "--package", name), 2, "--package: '" + name + "'");
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(folder.resolve("full"));
        }
    }

    @Test
    void noComponentOfTheExampleIsLongOrSerializesItself() throws IOException {
        try (Stream<Path> sources = Files.list(EXAMPLE.resolve("src/main/java/com/acme"))) {
            assertThat(sources).hasSize(5).allSatisfy(source -> {
                assertThat(Files.readAllLines(source)).hasSizeLessThanOrEqualTo(MOST_LINES);
                assertThat(Files.readString(source)).doesNotContain("java.io", "java.nio", "Serializable", "json");
            });
        }
    }

    /** The build resolves outside projects from what it has itself, and a reader should meet one set of versions. */
    @Test
    void theVersionsOfTheExampleAreThoseOfTheBuild() throws IOException {
        String example = Files.readString(EXAMPLE.resolve("pom.xml"));
        assertThat(example).contains("<nn4j.version>" + System.getProperty("nn.version") + "</nn4j.version>");
        Map<String, String> pinned = versions(example);
        assertThat(pinned).hasSizeGreaterThanOrEqualTo(5);
        assertThat(versions(Files.readString(Built.repository().resolve("pom.xml"))))
                .containsAllEntriesOf(pinned);
    }

    private static void assertBuildsAndLoads(OutsideProject project, Nn built, String vendor)
            throws IOException, InterruptedException {
        assertThat(built.exit()).as(built.out()).isZero();
        assertThat(built.out()).containsPattern("Tests run: \\d+, Failures: 0, Errors: 0, Skipped: 0");

        Path jar = project.built(vendor + "-plugin-1.0.0.jar");
        Nn verified = nn(project.folder(), "plugins", "verify", jar.toString());
        assertThat(verified.exit()).as(verified.err() + verified.out()).isZero();
        assertThat(ComponentRegistry.withPlugins(List.of(jar)).registrations())
                .filteredOn(registration -> registration.origin().provider().equals(vendor + "-plugin"))
                .extracting(Registration::component)
                .extracting(component -> component.name())
                .containsExactly(
                        vendor + ":prelu",
                        vendor + ":scaled-tanh",
                        vendor + ":pseudo-huber",
                        vendor + ":sparse-normal",
                        vendor + ":lion");
    }

    private static void assertRefused(Nn run, int exit, String words) {
        assertThat(run.exit()).as(run.err()).isEqualTo(exit);
        assertThat(run.error()).contains(words);
    }

    private static Nn nn(Path folder, String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(Built.distribution().resolve("bin/nn").toString()));
        command.addAll(List.of(arguments));
        return Nn.run(folder, command);
    }

    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path relative = folder.relativize(file);
                if (!relative.startsWith("target") && !relative.startsWith("repository")) {
                    texts.put(relative.toString(), Files.readString(file));
                }
            }
        }
        return texts;
    }

    private static String brought(String artifact) {
        String version = System.getProperty("nn.version");
        return "dev/nn4j/" + artifact + "/" + version + "/" + artifact + "-" + version + ".jar";
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> folder.relativize(file).toString())
                    .filter(name -> name.endsWith(".jar"))
                    .toList();
        }
    }

    private static Map<String, String> versions(String pom) {
        Map<String, String> versions = new TreeMap<>();
        Matcher matcher = PINNED.matcher(pom);
        while (matcher.find()) {
            versions.put(
                    matcher.group(1) == null ? matcher.group(3) : matcher.group(1),
                    matcher.group(1) == null ? matcher.group(4) : matcher.group(2));
        }
        return versions;
    }
}
