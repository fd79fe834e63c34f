// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.outside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.verification.Built;
import dev.nn4j.verification.Footprint;
import dev.nn4j.verification.Nn;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** examples/embedding-module and examples/embedding-classpath: applications that know only published artifacts. */
class EmbeddingProjectTest {
    private static final String MAIN = "com.acme.flowers.Flowers";
    private static final Path ROWS = Built.examples().resolve("iris/iris.csv");

    private static final Map<String, OutsideProject> BUILT = new HashMap<>();

    private static final String ASK = """
            import dev.nn4j.io.ModelFile;
            import java.nio.file.Path;

            class Ask {
                public static void main(String[] arguments) throws Exception {
                    System.out.println(ModelFile.read(Path.of("iris.nn")).predict(6.1f, 2.8f, 4.7f, 1.2f).label());
                }
            }
            """;

    private static final String RESOURCE = """
            package com.acme.asking;

            import dev.nn4j.core.Model;
            import dev.nn4j.io.ModelFile;
            import java.io.IOException;

            public final class Ask {
                public static void main(String[] arguments) throws IOException {
                    Model model = ModelFile.readResource(Ask.class::getResourceAsStream, "iris.nn");
                    System.out.println(model.predict(6.1f, 2.8f, 4.7f, 1.2f).label());
                    System.out.println(ModelFile.readResource(Ask.class, "/iris.nn").schema().targets());
                    try {
                        ModelFile.readResource(Ask.class, "iris.nn");
                    } catch (IOException e) {
                        System.out.println(e.getMessage());
                    }
                }
            }
            """;

    /** In a named module a package's resources are its own; who opens them with its rights still finds them. */
    @Test
    void aModuleReadsTheModelInItsPackage() throws IOException, InterruptedException {
        OutsideProject project = built("embedding-module");
        String lib = project.built("lib").toString();
        flowers(
                project,
                "-p",
                project.built("embedding-module-1.0.0.jar") + File.pathSeparator + lib,
                "-m",
                "com.acme.flowers/" + MAIN);
        Path sources = Files.createDirectories(project.folder().resolve("asking"));
        Files.writeString(
                sources.resolve("module-info.java"),
                "module com.acme.asking { requires dev.nn4j.core; requires dev.nn4j.io; }");
        Files.writeString(sources.resolve("Ask.java"), RESOURCE);
        Nn compiled = run(project, "javac", "-p", lib, "-d", "asked", "asking/module-info.java", "asking/Ask.java");
        assertThat(compiled.exit()).as(compiled.err()).isZero();
        Path model = project.folder().resolve("iris.nn");
        Files.copy(model, project.folder().resolve("asked/com/acme/asking/iris.nn"));
        Files.copy(model, project.folder().resolve("asked/iris.nn"));

        Nn run = run(
                project, "java", "-p", "asked" + File.pathSeparator + lib, "-m", "com.acme.asking/com.acme.asking.Ask");
        assertThat(run.out().lines())
                .containsExactly(
                        "versicolor",
                        "[species]",
                        "iris.nn: is encapsulated in module com.acme.asking, or not there; pass"
                                + " Ask.class::getResourceAsStream instead of the class, or open its package to"
                                + " dev.nn4j.io");
    }

    /** Of a module path the vector kernels are part without being asked for; their warning says so. */
    @Test
    void theModuleRunsOnTheModulePath() throws IOException, InterruptedException {
        OutsideProject project = built("embedding-module");
        String path = project.built("embedding-module-1.0.0.jar") + File.pathSeparator + project.built("lib");

        Nn run = flowers(project, "-p", path, "-m", "com.acme.flowers/" + MAIN);

        assertPredicts(project, run);
        assertThat(run.err()).contains("Using incubator modules: jdk.incubator.vector");
    }

    @Test
    void theClassPathNeedsNothingButTheJars() throws IOException, InterruptedException {
        OutsideProject project = built("embedding-classpath");
        Nn run = flowers(project, "-cp", classPath(project), MAIN);

        assertPredicts(project, run);
        assertThat(run.err()).isEmpty();
    }

    @Test
    void theClassPathTakesTheVectorKernelsWhenAsked() throws IOException, InterruptedException {
        OutsideProject project = built("embedding-classpath");
        Nn scalar = flowers(project, "-cp", classPath(project), MAIN);
        Nn vector = flowers(project, "--add-modules", "jdk.incubator.vector", "-cp", classPath(project), MAIN);

        assertPredicts(project, vector);
        assertThat(vector.out()).as("the same bits").isEqualTo(scalar.out());
    }

    /** Start-up is short because little is loaded; what is not loaded need not be there. */
    @Test
    void loadingAndPredictingNeedsFiveJarsAndFewOfTheirClasses() throws IOException, InterruptedException {
        OutsideProject project = built("embedding-classpath");
        flowers(project, "-cp", classPath(project), MAIN);
        String needed = Footprint.jars().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        Files.writeString(project.folder().resolve("Ask.java"), ASK);
        Nn compiled = run(project, "javac", "-cp", needed, "-d", "asking", "Ask.java");
        assertThat(compiled.exit()).as(compiled.err()).isZero();

        Nn run = run(
                project,
                "java",
                "-Xlog:class+load:file=classes.txt:tags",
                "-cp",
                "asking" + File.pathSeparator + needed,
                "Ask");

        assertThat(run.out()).as(run.err()).isEqualTo("versicolor\n");
        assertThat(Files.readAllLines(project.folder().resolve("classes.txt")))
                .anyMatch(line -> line.contains(" dev.nn4j.core.Model "))
                .anyMatch(line -> line.contains(" dev.nn4j.io.ModelFile "))
                .noneMatch(line -> line.contains(" dev.nn4j.onnx."))
                .noneMatch(line -> line.contains(" dev.nn4j.core.training."))
                .noneMatch(line -> line.contains(" java.lang.reflect.Proxy "));
    }

    /** jlink takes no automatic modules: an application that embeds nn4j can bring its own small Java. */
    @Test
    void theModuleIsLinkedIntoAnImageOfItsOwn() throws IOException, InterruptedException {
        OutsideProject project = built("embedding-module");
        String path = project.built("embedding-module-1.0.0.jar") + File.pathSeparator + project.built("lib");
        Path image = project.folder().resolve("image-" + System.getProperty("java.specification.version"));
        if (Files.notExists(image)) {
            Nn linked = run(
                    project,
                    "jlink",
                    "--module-path",
                    path,
                    "--add-modules",
                    "com.acme.flowers,dev.nn4j.activations,dev.nn4j.losses,dev.nn4j.optim,dev.nn4j.vector",
                    "--output",
                    image.toString());
            assertThat(linked.exit()).as(linked.out() + linked.err()).isZero();
        }

        String java = image.resolve("bin/java").toString();
        Nn modules = Nn.run(project.folder(), List.of(java, "--list-modules"));
        Nn run = Nn.run(project.folder(), List.of(java, "-m", "com.acme.flowers/" + MAIN, ROWS.toString(), "iris.nn"));

        assertPredicts(project, run);
        assertThat(modules.out().lines().map(line -> line.replaceFirst("@.*", "")))
                .contains("dev.nn4j.io", "de.siegmar.fastcsv")
                .doesNotContain("jdk.unsupported", "java.desktop");
    }

    /** gRPC, Kafka and Spark bring protobufs of their own, older ones among them; each keeps to its own. */
    @Test
    void anotherProtobufOnTheClassPathChangesNothing() throws IOException, InterruptedException {
        OutsideProject project = built("embedding-classpath");
        flowers(project, "-cp", classPath(project), MAIN);
        String path = System.getProperty("nn.older.protobuf") + File.pathSeparator + project.built("lib") + "/*";
        Files.writeString(project.folder().resolve("Beside.java"), """
                import com.google.protobuf.StringValue;
                import dev.nn4j.io.ModelFile;
                import java.nio.file.Path;

                class Beside {
                    public static void main(String[] arguments) throws Exception {
                        StringValue sent = StringValue.parseFrom(StringValue.of("Bob").toByteArray());
                        System.out.println(sent.getValue() + " "
                                + ModelFile.read(Path.of("iris.nn")).predict(6.1f, 2.8f, 4.7f, 1.2f).label());
                    }
                }
                """);
        Nn run = run(project, "java", "-cp", path, "Beside.java");

        assertThat(run.out()).as(run.err()).isEqualTo("Bob versicolor\n");
    }

    @Test
    void bothAreTheSameProgram() throws IOException {
        assertThat(source("embedding-module")).isEqualTo(source("embedding-classpath"));
    }

    @Test
    void theVersionsAreThoseOfTheBuild() throws IOException {
        for (String name : List.of("embedding-module", "embedding-classpath")) {
            assertThat(Files.readString(Built.examples().resolve(name).resolve("pom.xml")))
                    .contains("<nn4j.version>" + System.getProperty("nn.version") + "</nn4j.version>");
        }
    }

    /** Built once for all tests: each runs it in its own way. */
    private static synchronized OutsideProject built(String name) throws IOException, InterruptedException {
        OutsideProject known = BUILT.get(name);
        if (known != null) {
            return known;
        }
        OutsideProject project = OutsideProject.ofExample(name);
        Nn build = project.maven("package");
        assertThat(build.exit()).as(build.out()).isZero();
        BUILT.put(name, project);
        return project;
    }

    private static void assertPredicts(OutsideProject project, Nn run) {
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).matches("versicolor with probability 0\\.[5-9]\\d*\nversicolor\nversicolor\n");
        assertThat(project.folder().resolve("iris.nn")).isNotEmptyFile();
    }

    private static Nn flowers(OutsideProject project, String... options) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(options));
        words.addAll(List.of(ROWS.toString(), "iris.nn"));
        return run(project, "java", words.toArray(String[]::new));
    }

    private static Nn run(OutsideProject project, String tool, String... words)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", tool).toString());
        command.addAll(List.of(words));
        return Nn.run(project.folder(), command);
    }

    private static String classPath(OutsideProject project) {
        return project.built("embedding-classpath-1.0.0.jar") + File.pathSeparator + project.built("lib") + "/*";
    }

    private static String source(String name) throws IOException {
        return Files.readString(Built.examples().resolve(name).resolve("src/main/java/com/acme/flowers/Flowers.java"));
    }
}
