// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.guides;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.nn4j.verification.Built;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every block of README.md and of docs/ is run as {@link Walk} says, or named here with the test that holds it: there is no
 * third way, so nothing can be shown that nobody has tried.
 */
class GuidesTest {
    /** Its commands measure for hours, on a machine with nothing else to do. */
    private static final String MEASUREMENTS = "performance.md";

    /** What a page takes to be there, made by commands: a reader's own files. */
    private static final Map<String, String> GIVEN = Map.of(
            "cli.md", """
            cp examples/iris/config.json config.json
            cp examples/iris/iris.csv data.csv
            cp examples/iris/iris.csv big.csv
            """,
            "embedding.md", """
            mkdir plugins classes
            cp examples/iris/iris.csv iris.csv
            ln -s nn-cli/target/nn/lib lib
            javac -cp "lib/*" -d classes examples/embedding-classpath/src/main/java/com/acme/flowers/Flowers.java
            jar --create --file app.jar -C classes .
            """,
            "model-format.md", """
            cp nn-io/src/main/protobuf/nn-model.proto nn-io/src/test/resources/dev/nn4j/io/v1-binary.nn .
            mv v1-binary.nn model.nn
            """,
            "onnx.md", """
            nn train --config examples/iris/config.json --data examples/iris/iris.csv --out iris.nn
            nn export iris.nn --out network.onnx
            """);

    /** Blocks that are not run here: how they begin, by page, and why. */
    private static final Map<String, Map<String, String>> ELSEWHERE = Map.of(
            "README.md",
                    Map.of(
                            "mvn -B -ntp verify", "the build that runs this test",
                            "public record LeakyRelu", "ReadmeTest"),
            "cli.md",
                    Map.of(
                            "\"columns\": {", "ColumnsOfThePageTest",
                            "\"ensemble\": {", "PackOfThePageTest"),
            "data.md", Map.of("export NN_JDBC_USER", "DataSourcesTest and nn-jdbc's DatabasesTest"),
            "model-format.md", Map.of("   0  09 4E 4E 4D", "GoldenFileTest"),
            "spark.md", Map.of("spark-submit nn-spark-bundle", "SparkSubmitTest"));

    /** Where a server of a page listens, for which a port that is free is taken. */
    private static final String SHOWN_PORT = "8080";

    private static final int LEAST_PORT = 10_000;
    private static final int LEAST_PORT_OF_CLIENTS = 32_768;
    private static final int MOST_ATTEMPTS = 100;

    private final List<Walk> walks = new ArrayList<>();

    @AfterEach
    void endWhatStillRuns() {
        walks.forEach(Walk::close);
    }

    @TestFactory
    Stream<DynamicNode> everyPageDoesWhatItShows() {
        return pages().stream().map(page -> dynamicContainer(page.getFileName().toString(), steps(page).stream()));
    }

    @Test
    void whatIsNotRunHereIsThere() throws IOException {
        List<String> left = new ArrayList<>();
        ELSEWHERE.forEach((page, beginnings) -> left.addAll(beginnings.keySet()));
        for (Path page : pages()) {
            for (Block block : Block.of(page)) {
                elsewhere(page, block).ifPresent(left::remove);
            }
        }
        assertThat(left).isEmpty();
    }

    /** A fence that is not seen as one, or code by indentation, would be shown and not run. */
    @Test
    void nothingElseLooksLikeCode() throws IOException {
        for (Path page : pages()) {
            assertThat(Block.rest(page)).as(page.toString()).doesNotContain("```", "~~~", "<pre", "<code");
            assertThat(Block.rest(page).lines()).as(page.toString()).noneMatch(line -> line.startsWith("    "));
        }
    }

    private List<DynamicTest> steps(Path page) {
        try {
            String name = page.getFileName().toString();
            List<DynamicTest> steps = new ArrayList<>();
            String port = freePort();
            List<Block> blocks = Block.of(page).stream()
                    .filter(block -> elsewhere(page, block).isEmpty())
                    .map(block -> block.with(SHOWN_PORT, port))
                    .toList();
            if (!blocks.isEmpty()) {
                Walk walk = new Walk(name);
                walks.add(walk);
                Optional.ofNullable(GIVEN.get(name))
                        .map(commands -> new Block(name + ", what is given", "sh", "", commands))
                        .ifPresent(given -> steps.add(dynamicTest("given", () -> walk.take(given))));
                blocks.forEach(block -> steps.add(dynamicTest(block.toString(), () -> walk.take(block))));
                steps.add(dynamicTest("the page's Java", walk::runSnippets));
                steps.addAll(Afterwards.of(name, walk.folder()));
            }
            return steps;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The beginning under which a block is named as one that is not run here. */
    private static Optional<String> elsewhere(Path page, Block block) {
        return ELSEWHERE.getOrDefault(page.getFileName().toString(), Map.of()).keySet().stream()
                .filter(block.text()::startsWith)
                .findFirst();
    }

    /** One that no system gives to a client, so that nobody is given it before the server of the page listens there. */
    private static String freePort() {
        SplittableRandom random = new SplittableRandom();
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            int port = random.nextInt(LEAST_PORT, LEAST_PORT_OF_CLIENTS);
            try (ServerSocket socket = new ServerSocket(port)) {
                return Integer.toString(socket.getLocalPort());
            } catch (IOException e) {
                // taken; the next may not be
            }
        }
        throw new IllegalStateException("no port is free");
    }

    private static List<Path> pages() {
        List<Path> pages = new ArrayList<>(List.of(Built.repository().resolve("README.md")));
        try (DirectoryStream<Path> docs =
                Files.newDirectoryStream(Built.repository().resolve("docs"), "*.md")) {
            docs.forEach(pages::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        pages.removeIf(page -> page.endsWith(MEASUREMENTS));
        pages.sort(null);
        return pages;
    }
}
