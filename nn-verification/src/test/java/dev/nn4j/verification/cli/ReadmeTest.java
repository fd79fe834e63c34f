// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.api.Activation;
import dev.nn4j.testkit.ActivationContract;
import dev.nn4j.verification.Built;
import dev.nn4j.verification.Nn;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What examples/README.md shows works as it stands, and so do README.md's Java program, compiled without warnings and as a
 * module, and its component. README.md's commands are run by {@code GuidesTest}.
 */
class ReadmeTest {
    private static final Path JDK = Path.of(System.getProperty("java.home"), "bin");
    private static final Path LIB = Built.distribution().resolve("lib");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)[^\\n]*\\R(.*?)^```$");
    private static final Pattern INLINE_COMMAND = Pattern.compile("`((\\./nn|java) [^`]+)`");

    /** A project of its own has made the jar: {@code SpringBootTest} does so, and runs it. */
    private static final String ELSEWHERE = "java -jar target/spring-boot-1.0.0.jar";

    @TempDir
    private Path checkout;

    private Launcher shell;

    /** Commands run where nothing of the checkout is overwritten; the launcher stands in for the script that builds. */
    @BeforeEach
    void aFolderThatLooksLikeACheckout() throws IOException {
        Files.createSymbolicLink(checkout.resolve("nn"), Launcher.file());
        Files.createSymbolicLink(checkout.resolve("nn-cli"), Built.repository().resolve("nn-cli"));
        Files.createSymbolicLink(checkout.resolve("examples"), Built.examples());
        shell = Launcher.optimising(checkout).with("PATH", JDK + File.pathSeparator + System.getenv("PATH"));
    }

    /** JUnit warns of links that lead out of its directory. */
    @AfterEach
    void removeLinks() throws IOException {
        for (String link : List.of("nn", "nn-cli", "examples")) {
            Files.delete(checkout.resolve(link));
        }
    }

    @Test
    void everyCommandOfTheExamplesReadmeRuns() throws IOException, InterruptedException {
        List<String> commands = INLINE_COMMAND
                .matcher(Files.readString(Built.examples().resolve("README.md")))
                .results()
                .map(match -> match.group(1))
                .toList();

        assertThat(commands).hasSizeGreaterThanOrEqualTo(8).contains(ELSEWHERE);
        runAll(commands.stream().filter(command -> !command.equals(ELSEWHERE)).toList());
    }

    @Test
    void theJavaProgramCompilesWithoutWarningsAndPredictsAFlower() throws IOException, InterruptedException {
        Path source = Files.writeString(checkout.resolve("TrainAndPredict.java"), program());
        run(JDK.resolve("javac"), "-cp", LIB + "/*", "-Xlint:all", "-Werror", "-d", "classes", source);
        assertPredicts(run(JDK.resolve("java"), "-cp", "classes" + File.pathSeparator + LIB + "/*", "TrainAndPredict"));
    }

    @Test
    void theJavaProgramRunsOnTheModulePathToo() throws IOException, InterruptedException {
        Path sources = Files.createDirectory(checkout.resolve("flowers"));
        Path module = Files.writeString(
                sources.resolve("module-info.java"),
                "module flowers { requires dev.nn4j.core; requires dev.nn4j.io; }");
        Path source = Files.writeString(sources.resolve("TrainAndPredict.java"), "package flowers;\n" + program());

        run(JDK.resolve("javac"), "-p", LIB, "-d", "mods/flowers", module, source);

        assertPredicts(run(
                JDK.resolve("java"), "-p", LIB + File.pathSeparator + "mods", "-m", "flowers/flowers.TrainAndPredict"));
    }

    @Test
    void theComponentIsFoundByNameAndMeetsTheContract() throws Exception {
        Path source = Files.writeString(
                checkout.resolve("LeakyRelu.java"),
                "package com.acme;\nimport dev.nn4j.api.*;\n" + javaBlock("public record LeakyRelu"));
        run(JDK.resolve("javac"), "-cp", LIB + "/*", "-d", "classes", source);
        Path services = Files.createDirectories(checkout.resolve("classes/META-INF/services"));
        Files.writeString(services.resolve("dev.nn4j.api.Activation"), "com.acme.LeakyRelu\n");

        Nn listed = run(
                JDK.resolve("java"),
                "-cp",
                "classes" + File.pathSeparator + LIB + "/*",
                "dev.nn4j.cli.Main",
                "plugins",
                "--type",
                "activation");

        assertThat(listed.out()).contains("acme:leaky-relu", "alpha (0.01, in [0, 1])");
        assertMeetsTheContract("com.acme.LeakyRelu");
    }

    private void assertMeetsTheContract(String type) throws Exception {
        URL[] classes = {checkout.resolve("classes").toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(classes, getClass().getClassLoader())) {
            Activation activation =
                    (Activation) loader.loadClass(type).getDeclaredConstructor().newInstance();
            assertThat(new ActivationContract().verify(activation))
                    .isNotEmpty()
                    .allSatisfy(verdict ->
                            assertThat(verdict.problem()).as(verdict.check()).isEmpty());
        }
    }

    private void runAll(List<String> commands) throws IOException, InterruptedException {
        for (String command : commands) {
            Nn run = shell.runCommand(List.of("sh", "-c", command));
            assertThat(run.exit()).as(command + "\n" + run.err()).isZero();
            boolean writesAlone = command.contains("nn new");
            assertThat(run.out().isBlank()).as(command).isEqualTo(writesAlone);
        }
    }

    private Nn run(Object... command) throws IOException, InterruptedException {
        List<String> words =
                java.util.Arrays.stream(command).map(Object::toString).toList();
        Nn run = shell.runCommand(words);
        assertThat(run.exit()).as(words + "\n" + run.err() + run.out()).isZero();
        return run;
    }

    private void assertPredicts(Nn run) {
        assertThat(run.out()).matches("versicolor with probability 0\\.[5-9]\\d*\\R");
        assertThat(checkout.resolve("iris.nn")).isNotEmptyFile();
    }

    private static String program() throws IOException {
        return javaBlock("class TrainAndPredict");
    }

    private static String javaBlock(String holding) throws IOException {
        return blocks("java").stream()
                .filter(block -> block.contains(holding))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> blocks(String language) throws IOException {
        return BLOCK.matcher(Files.readString(Built.repository().resolve("README.md")))
                .results()
                .filter(match -> match.group(1).equals(language))
                .map(match -> match.group(2))
                .toList();
    }
}
