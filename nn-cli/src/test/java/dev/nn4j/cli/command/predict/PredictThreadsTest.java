// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command.predict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.cli.CliRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code nn predict --threads N}: the same bytes, notes and errors for any N. */
class PredictThreadsTest {
    private static final String COLUMNS = """
            "columns": {"x": {"type": "number", "missing": "median"}, "kind": {"type": "category", "unseen": "zeros"},
              "day": {"type": "date-time", "parts": ["month", "weekday"], "missing": "most-frequent"}}
            """;

    @TempDir
    private static Path folder;

    private static Path data;

    @BeforeAll
    static void train() throws IOException {
        data = Files.writeString(folder.resolve("data.csv"), rows(400, ""));
        train(
                "label",
                "\"target\": \"label\", \"ignore\": [\"id\", \"y\"]",
                "{\"outputDim\": 3, \"activation\": \"softmax\"}",
                "cross-entropy",
                "\"validationFraction\": 0.3}");
        train(
                "number",
                "\"target\": \"y\", \"ignore\": [\"id\", \"label\"]",
                "{\"outputDim\": 1}",
                "mean-squared-error",
                "\"validationFraction\": 0}, \"ensemble\": {\"members\": 3}");
    }

    private static void train(String name, String target, String layer, String loss, String more) throws IOException {
        Path config =
                Files.writeString(folder.resolve(name + ".json"), """
                {"data": {%s, %s}, "preprocessing": {"scaling": "standard"},
                 "network": {"layers": [{"outputDim": 8, "activation": "tanh"}, %s]}, "loss": "%s",
                 "training": {"epochs": 3, "seed": 1, "profile": true,
                   "conformal": "auto", %s}
                """.formatted(target, COLUMNS, layer, loss, more));
        CliRun run = CliRun.of("train", "--config", config, "--data", data, "--out", folder.resolve(name + ".nn"));
        assertThat(run.exit()).as(run.err()).isZero();
    }

    /** Rows of which some are blank, have gaps, or texts that no others have. */
    private static String rows(int count, String unseen) {
        StringBuilder text = new StringBuilder("id,x,kind,day,label,y\n");
        for (int row = 0; row < count; row++) {
            if (!unseen.isEmpty() && row % 97 == 0) {
                text.append(",,,,,\n");
                continue;
            }
            int x = row * 31 % 101;
            text.append(row % 5 == 0 ? "\"a, " + row + "\"" : row).append(',');
            text.append(row % 29 == 0 ? "" : x / 8.0).append(',');
            text.append(!unseen.isEmpty() && row % 7 == 0 ? unseen + row % 2500 : "k" + row % 4)
                    .append(',');
            text.append("2024-0")
                    .append(1 + row % 9)
                    .append("-1")
                    .append(row % 10)
                    .append(',');
            text.append(x < 30 ? "low" : x < 70 ? "mid" : "high")
                    .append(',')
                    .append(2 * x + row % 4)
                    .append('\n');
        }
        return text.toString();
    }

    private static void assertSame(Object... arguments) {
        CliRun one = on(1, arguments);
        for (int threads : new int[] {2, 3}) {
            CliRun more = on(threads, arguments);
            assertThat(more.out()).isEqualTo(one.out());
            assertThat(more.err()).isEqualTo(one.err());
            assertThat(more.exit()).isEqualTo(one.exit());
        }
    }

    private static CliRun on(int threads, Object... arguments) {
        List<Object> line = new ArrayList<>(List.of("predict"));
        line.addAll(Arrays.asList(arguments));
        line.addAll(List.of("--threads", threads));
        return CliRun.of(line.toArray());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "label.nn --probabilities --keep id --check",
                "label.nn --set 0.9 --keep day --keep id",
                "number.nn --spread --interval 0.9 --keep id",
                "number.nn --check --missing skip"
            })
    void whatIsWrittenAndSaidIsTheSame(String line) throws IOException {
        Path many = Files.writeString(folder.resolve("many.csv"), rows(20_000, "new"));
        List<Object> arguments = new ArrayList<>(List.of("--data", many, "--model"));
        List<String> words = List.of(line.split(" "));
        arguments.add(folder.resolve(words.get(0)));
        arguments.addAll(words.subList(1, words.size()));

        assertSame(arguments.toArray());

        CliRun run = on(3, arguments.toArray());
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out().lines()).hasSize(20_001);
        assertThat(run.err()).contains("column 'kind': ", "(207)");
    }

    @Test
    void contributionsAreTheSame() throws IOException {
        Path few = Files.writeString(folder.resolve("few.csv"), rows(300, "new"));
        assertSame("--model", folder.resolve("label.nn"), "--data", few, "--contributions", "--background", data);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,one,k1,2024-01-01,low,1\n", "1,2\n", "1,2,\"k1\n", "1,2,k1,some day,low,1\n"})
    void theFirstErrorIsTold(String wrong) throws IOException {
        String good = rows(9000, "new");
        String rest = good.substring(good.indexOf('\n') + 1);
        Path faulty =
                Files.writeString(folder.resolve("faulty.csv"), good + wrong + rest + "1,two,k1,2024-01-01,low,1\n");
        assertSame("--model", folder.resolve("label.nn"), "--data", faulty);
        assertThat(on(2, "--model", folder.resolve("label.nn"), "--data", faulty)
                        .error())
                .startsWith("error: " + faulty + ":9002:");
    }
}
