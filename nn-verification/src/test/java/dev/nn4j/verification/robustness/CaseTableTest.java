// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.verification.Built;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The table of bad input in docs/model-format.md names the tests that there are. Its last column is written by a run with
 * {@code -Dnn.golden.write=true}.
 */
class CaseTableTest {
    private static final int CASES = 117;

    private static final String NONE = "–";
    private static final Pattern ROW = Pattern.compile("(?m)^(\\| (\\d+) \\|[^|\n]*\\|[^|\n]*\\|) ([^|\n]*) \\|$");
    private static final Pattern METHOD = Pattern.compile("void ((?:case\\d{3}_)+)");
    private static final Pattern NUMBER = Pattern.compile("\\d{3}");

    @BeforeAll
    static void writeIfAsked() throws IOException {
        if (Boolean.getBoolean("nn.golden.write")) {
            SortedMap<Integer, SortedSet<String>> tests = tests();
            String page = ROW.matcher(Files.readString(page()))
                    .replaceAll(row -> Matcher.quoteReplacement(
                            row.group(1) + " " + joined(tests, Integer.parseInt(row.group(2))) + " |"));
            Files.writeString(page(), page);
        }
    }

    @Test
    void theTableHasEveryCaseInOrder() throws IOException {
        assertThat(rows().keySet())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, CASES).boxed().toList());
    }

    @Test
    void everyCaseNamesItsTests() throws IOException {
        SortedMap<Integer, SortedSet<String>> tests = tests();
        rows().forEach((number, named) ->
                assertThat(named).as("case %d", number).isNotEqualTo(NONE).isEqualTo(joined(tests, number)));
    }

    private static Path page() {
        return Built.repository().resolve("docs/model-format.md");
    }

    /** The last column by number. */
    private static SortedMap<Integer, String> rows() throws IOException {
        SortedMap<Integer, String> rows = new TreeMap<>();
        Matcher row = ROW.matcher(Files.readString(page()));
        while (row.find()) {
            rows.put(Integer.valueOf(row.group(2)), row.group(3));
        }
        return rows;
    }

    private static String joined(SortedMap<Integer, SortedSet<String>> tests, int number) {
        SortedSet<String> names = tests.get(number);
        return names == null ? NONE : String.join(", ", names);
    }

    /** The names of the test classes of every case, read off the sources of all modules. */
    private static SortedMap<Integer, SortedSet<String>> tests() throws IOException {
        SortedMap<Integer, SortedSet<String>> tests = new TreeMap<>();
        for (Path source : sources()) {
            String name = source.getFileName().toString().replace(".java", "");
            Matcher method = METHOD.matcher(Files.readString(source));
            while (method.find()) {
                Matcher number = NUMBER.matcher(method.group(1));
                while (number.find()) {
                    tests.computeIfAbsent(Integer.valueOf(number.group()), any -> new TreeSet<>())
                            .add(name);
                }
            }
        }
        return tests;
    }

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String module : Built.jars().keySet()) {
            addSources(Built.repository().resolve(module), sources);
        }
        addSources(Built.repository().resolve("nn-verification"), sources);
        return sources;
    }

    private static void addSources(Path module, List<Path> sources) throws IOException {
        Path folder = module.resolve("src/test/java");
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.toString().endsWith("Test.java")).forEach(sources::add);
            }
        }
    }
}
