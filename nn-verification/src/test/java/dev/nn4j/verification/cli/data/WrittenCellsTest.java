// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.cli.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.verification.Nn;
import dev.nn4j.verification.cli.Inside;
import dev.nn4j.verification.cli.Launcher;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers and dates as accounts, banks and spreadsheets write them, from file to answer, in Java source and ONNX too. */
class WrittenCellsTest {
    /** Answers a file of two features and a label as {@code nn predict --probabilities} does. */
    private static final String PREDICT = """
            import java.nio.file.Files;
            import java.nio.file.Path;
            import java.util.List;

            class Predict {
                public static void main(String[] files) throws Exception {
                    System.out.println("prediction,p_" + String.join(",p_", Scorer.LABELS));
                    List<String> lines = Files.readAllLines(Path.of(files[0]));
                    for (String line : lines.subList(1, lines.size())) {
                        String[] cells = line.split(",(?=([^\\"]*\\"[^\\"]*\\")*[^\\"]*$)");
                        String[] row = {cells[0].replace("\\"", ""), cells[1]};
                        float positive = Scorer.predict(row)[0];
                        System.out.println(Scorer.label(row) + " " + positive);
                    }
                }
            }
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "accounting.csv|'decimal': '.', 'grouping': ',', 'unit': '$'",
                "swiss.csv|'decimal': '.', 'grouping': '''",
                "date-ampm.csv|'order': 'month-day-year'",
                "date-month-names.csv|'order': 'day-month-year'",
                "date-two-digit-year.csv|'format': 'M/d/yy'"
            })
    void areLearntPredictedAndExportedWithoutPreparation(String file, String described)
            throws IOException, InterruptedException {
        Inside nn = Inside.in(folder);
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream(file))) {
            Files.copy(in, folder.resolve(file));
        }
        nn.succeed("new", "--data", file, "--target", "y", "--out", "c.json");
        assertThat(folder.resolve("c.json"))
                .content()
                .satisfies(json -> assertThat(json.replace('"', '\'')).contains(described));
        nn.succeed("train", "--config", "c.json", "--data", file, "--out", "m.nn");
        nn.succeed("verify", "m.nn");
        nn.succeed("evaluate", "--model", "m.nn", "--data", file);
        nn.succeed("export", "m.nn", "--out", "m.onnx");
        nn.succeed("export", "m.nn", "--out", "Scorer.java");
        Files.writeString(folder.resolve("Predict.java"), PREDICT);
        Nn compiled =
                Launcher.in(folder).runCommand(List.of(tool("javac"), "-d", "classes", "Scorer.java", "Predict.java"));
        assertThat(compiled.exit()).as(compiled.err()).isZero();

        Nn answers = Launcher.in(folder).runCommand(List.of(tool("java"), "-cp", "classes", "Predict", file));
        List<String> predicted = nn.succeed("predict", "--model", "m.nn", "--data", file, "--probabilities")
                .out()
                .lines()
                .skip(1)
                .toList();

        List<String> scored = answers.out().lines().skip(1).toList();
        assertThat(scored).as(answers.err()).hasSameSizeAs(predicted);
        for (int row = 0; row < scored.size(); row++) {
            String[] answer = scored.get(row).split(" ", -1);
            assertThat(predicted.get(row)).startsWith(answer[0] + ",").contains("," + answer[1]);
        }
    }

    private static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }
}
