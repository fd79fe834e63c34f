// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.guides;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.api.Hyperparameter;
import dev.nn4j.core.experiment.EarlyStopping;
import dev.nn4j.core.experiment.TrainingOptions;
import dev.nn4j.verification.Built;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table of training options in docs/cli.md is that of their declarations. */
class OptionsOfThePageTest {
    @Test
    void everyOptionOfATrainingStandsThereAsItIsDeclared() throws IOException {
        requireRows("training", TrainingOptions.declarations());
    }

    @Test
    void everyOptionOfEarlyStoppingStandsThereAsItIsDeclared() throws IOException {
        requireRows("earlyStopping", EarlyStopping.declarations());
    }

    private static void requireRows(String owner, List<Hyperparameter<?>> declarations) throws IOException {
        List<String> page = Files.readAllLines(Built.repository().resolve("docs/cli.md"));
        int first = page.indexOf("| option of `" + owner + "` | default | must be | meaning |") + 2;
        List<String> rows = page.subList(first, page.size()).stream()
                .takeWhile(line -> !line.isEmpty())
                .toList();
        assertThat(rows)
                .containsExactlyElementsOf(
                        declarations.stream().map(OptionsOfThePageTest::row).toList());
    }

    private static String row(Hyperparameter<?> option) {
        String value = option.defaultValue() instanceof Double number && number == number.longValue()
                ? Long.toString(number.longValue())
                : String.valueOf(option.defaultValue());
        return "| `" + option.name() + "` | " + value + " | " + TrainingOptions.allowed(option) + " | "
                + option.meaning().replace("|", "\\|") + " |";
    }
}
