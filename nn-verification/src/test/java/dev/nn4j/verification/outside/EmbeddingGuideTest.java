// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.outside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.verification.Built;
import dev.nn4j.verification.Nn;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/embedding.md shows in Java is one program, read from top to bottom: it compiles without warnings and runs. */
class EmbeddingGuideTest {
    private static final Path GUIDE = Built.repository().resolve("docs/embedding.md");
    private static final Path JDK = Path.of(System.getProperty("java.home"), "bin");
    private static final String LIB = Built.distribution().resolve("lib") + "/*";
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\\R(.*?)^```$");

    private static final String PROGRAM = """
            import dev.nn4j.core.*;
            import dev.nn4j.core.data.*;
            import dev.nn4j.core.registry.*;
            import dev.nn4j.core.training.*;
            import dev.nn4j.io.*;
            import java.lang.invoke.MethodHandles;
            import java.nio.file.Path;
            import java.util.*;
            import java.util.function.Function;

            class Guide {
                public static void main(String[] arguments) throws Exception {
            %s
                    System.out.println(label + " " + answer + " " + second + " " + rows[4] + " " + registry.faults());
                }
            }
            """;

    @Test
    void everySnippetCompilesAndRuns() throws IOException, InterruptedException {
        List<String> snippets = blocks("java");
        assertThat(snippets).hasSizeGreaterThanOrEqualTo(7);
        Path folder = OutsideProject.empty("embedding-guide").folder();
        Files.createDirectory(folder.resolve("plugins"));
        Files.copy(Built.examples().resolve("iris/iris.csv"), folder.resolve("iris.csv"));
        Files.writeString(folder.resolve("Guide.java"), PROGRAM.formatted(String.join("\n", snippets)));

        run(folder, "javac", "-cp", LIB, "-Xlint:all", "-Werror", "-d", "classes", "Guide.java");
        Nn ran = run(folder, "java", "-cp", "classes" + File.pathSeparator + LIB, "Guide");

        assertThat(ran.out()).isEqualTo("versicolor versicolor setosa 7.2 []\n");
    }

    @Test
    void theDependencyIsThisVersion() throws IOException {
        assertThat(blocks("xml"))
                .singleElement()
                .asString()
                .contains("<version>" + System.getProperty("nn.version") + "</version>");
    }

    private static Nn run(Path folder, String tool, String... words) throws IOException, InterruptedException {
        Nn run = Nn.run(
                folder,
                Stream.concat(Stream.of(JDK.resolve(tool).toString()), Arrays.stream(words))
                        .toList());
        assertThat(run.exit()).as(run.err() + run.out()).isZero();
        return run;
    }

    private static List<String> blocks(String language) throws IOException {
        return BLOCK.matcher(Files.readString(GUIDE))
                .results()
                .filter(match -> match.group(1).equals(language))
                .map(match -> match.group(2))
                .toList();
    }
}
