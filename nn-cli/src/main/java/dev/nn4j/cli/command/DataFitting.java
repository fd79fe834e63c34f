// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command;

import dev.nn4j.cli.console.Console;
import dev.nn4j.cli.files.BlankRows;
import dev.nn4j.cli.files.Source;
import dev.nn4j.config.starter.ColumnSurvey;
import dev.nn4j.config.starter.HoldOut;
import dev.nn4j.config.starter.Preset;
import dev.nn4j.config.starter.Starter;
import dev.nn4j.config.starter.Template;
import dev.nn4j.core.table.RowSource;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A look at data for the configuration that fits them, with what is worth saying of it on stderr.
 *
 * @param console that it is told on
 * @param data to look at; they are read from beginning to end
 * @param target the column to learn
 * @param division where the rows come from that are not learnt from
 */
public record DataFitting(Console console, Source data, String target, HoldOut division) {
    /**
     * Reads the data and says what they are taken for.
     *
     * @param asked what is to be learnt; nothing for what the target suggests
     * @param preset how much is spent on it
     */
    public Starter starter(Optional<Template> asked, Preset preset) throws IOException {
        try (RowSource rows = data.rows(console, List.of(target))) {
            ColumnSurvey survey = ColumnSurvey.of(rows, target);
            BlankRows.tell(rows, "are left out", console);
            Template chosen = asked.orElse(survey.suitable());
            Starter starter = survey.starter(chosen).with(preset).with(division);
            starter.remarks().forEach(console::warn);
            console.tell(survey.told(chosen, asked.isPresent()));
            return starter;
        }
    }
}
