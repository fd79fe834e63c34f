// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.guides;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.api.Hyperparameter;
import dev.nn4j.core.experiment.EarlyStopping;
import dev.nn4j.core.experiment.TrainingOptions;
import dev.nn4j.core.plan.ColumnSetting;
import dev.nn4j.core.plan.ColumnType;
import dev.nn4j.verification.Built;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The tables of options and settings in docs/cli.md are those of their declarations. */
class OptionsOfThePageTest {
    @Test
    void everyOptionOfATrainingStandsThereAsItIsDeclared() throws IOException {
        requireRows("training", TrainingOptions.declarations());
    }

    @Test
    void everyOptionOfEarlyStoppingStandsThereAsItIsDeclared() throws IOException {
        requireRows("earlyStopping", EarlyStopping.declarations());
    }

    @Test
    void everySettingOfAColumnStandsThereAsItIsDeclared() throws IOException {
        List<String> rows = new ArrayList<>();
        for (ColumnType type : ColumnType.values()) {
            type.settings().forEach(setting -> rows.add(row(setting, "`" + type.word() + "`")));
        }
        ColumnType.commonSettings().forEach(setting -> rows.add(row(setting, "all")));
        assertThat(rowsBelow("| key of a column | types | default | must be | meaning |"))
                .containsExactlyElementsOf(rows);
    }

    private static void requireRows(String owner, List<Hyperparameter<?>> declarations) throws IOException {
        assertThat(rowsBelow("| option of `" + owner + "` | default | must be | meaning |"))
                .containsExactlyElementsOf(
                        declarations.stream().map(OptionsOfThePageTest::row).toList());
    }

    private static List<String> rowsBelow(String head) throws IOException {
        List<String> page = Files.readAllLines(Built.repository().resolve("docs/cli.md"));
        return page.subList(page.indexOf(head) + 2, page.size()).stream()
                .takeWhile(line -> !line.isEmpty())
                .toList();
    }

    private static String row(ColumnSetting setting, String types) {
        return "| `" + setting.name() + "` | " + types + " | " + setting.usual() + " | " + setting.allowed() + " | "
                + setting.meaning() + " |";
    }

    private static String row(Hyperparameter<?> option) {
        String value = option.defaultValue() instanceof Double number && number == number.longValue()
                ? Long.toString(number.longValue())
                : String.valueOf(option.defaultValue());
        return "| `" + option.name() + "` | " + value + " | " + TrainingOptions.allowed(option) + " | "
                + option.meaning().replace("|", "\\|") + " |";
    }
}
