// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.guides;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.core.experiment.Monitor;
import dev.nn4j.core.schema.Task;
import dev.nn4j.core.score.Metric;
import dev.nn4j.verification.Built;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The table of metrics in docs/cli.md is what is said of them where they are described. */
class MetricsOfThePageTest {
    private static final String HEAD = "| key | name | of | better | range | `monitor` | is |";

    @Test
    void everyMetricStandsThereAsItIsDescribed() throws IOException {
        List<String> page = Files.readAllLines(Built.repository().resolve("docs/cli.md"));
        assertThat(page).contains(HEAD);
        assertThat(page.subList(page.indexOf(HEAD) + 2, page.size()).stream().takeWhile(line -> !line.isEmpty()))
                .containsExactlyElementsOf(Arrays.stream(Metric.values())
                        .map(MetricsOfThePageTest::row)
                        .toList());
    }

    private static String row(Metric metric) {
        return "| `" + metric.key() + "` | " + metric.label() + " | "
                + (metric.measures(Task.REGRESSION) ? "numbers" : "classes") + " | "
                + (metric.lessIsBetter() ? "less" : "more") + " | "
                + metric.range().inWords() + " | "
                + monitor(metric) + " | " + metric.meaning() + " |";
    }

    private static String monitor(Metric metric) {
        return Arrays.stream(Monitor.values())
                .filter(one -> one.metric().equals(Optional.of(metric)))
                .map(one -> "`" + one.word() + "`")
                .findFirst()
                .orElse(metric == Metric.ACCURACY ? "`val_accuracy`" : "");
    }
}
