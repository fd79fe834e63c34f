// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark.bundle;

import dev.nn4j.config.Configuration;
import dev.nn4j.config.Setting;
import dev.nn4j.config.starter.ColumnSurvey;
import dev.nn4j.config.starter.HoldOut;
import dev.nn4j.config.starter.Preset;
import dev.nn4j.config.starter.Starter;
import dev.nn4j.core.cell.CellType;
import dev.nn4j.spark.SparkTables;
import dev.nn4j.spark.internal.StageFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What is trained: what a file says, or what fits the rows by a preset; with what the command line changes.
 *
 * @param data where the rows are
 * @param frame the rows
 * @param configuration of what is trained on them
 */
record Described(Place data, Dataset<Row> frame, Configuration configuration) {
    /**
     * That of a command. The file is read before rows are asked for, so that its faults come first.
     *
     * @param division of the rows, where there is no file
     */
    static Described of(Workplace place, HoldOut division) throws IOException {
        Options options = place.options();
        Place data = Place.of(options);
        Optional<Configuration> given = given(options, place.files());
        Dataset<Row> frame = data.read(place.spark());
        Configuration configuration =
                given.isPresent() ? given.get() : fitting(frame, options, place.progress(), division);
        return new Described(data, frame, configuration);
    }

    /** Refuses what options say wrongly about this. */
    static void check(Options options) {
        Place.of(options);
        settings(options);
        if (!options.has("--config")) {
            target(options);
            preset(options);
            return;
        }
        for (String other : List.of("--target", "--preset")) {
            if (options.has(other)) {
                throw new Options.UsageException(
                        other + ": the configuration says what is trained; leave one of the two out");
            }
        }
    }

    private static Optional<Configuration> given(Options options, StageFiles files) throws IOException {
        if (!options.has("--config")) {
            return Optional.empty();
        }
        return Optional.of(Configuration.read(new ByteArrayInputStream(files.read(options.needed("--config"))))
                .with(settings(options)));
    }

    /** That which fits rows by a preset. Looks at all of them, as texts, which come to the driver. */
    private static Configuration fitting(Dataset<Row> frame, Options options, PrintStream progress, HoldOut division)
            throws IOException {
        try (TextRows rows = new TextRows(SparkTables.collect(frame, column -> CellType.TEXT))) {
            ColumnSurvey survey = ColumnSurvey.of(rows, target(options));
            Starter starter =
                    survey.starter(survey.suitable()).with(preset(options)).with(division);
            starter.remarks().forEach(progress::println);
            progress.println(survey.told(survey.suitable(), false));
            progress.println(starter.spendingInWords());
            return starter.configuration().with(settings(options));
        }
    }

    private static List<Setting> settings(Options options) {
        return options.all("--set").stream().map(Setting::parse).toList();
    }

    private static String target(Options options) {
        return options.one("--target")
                .orElseThrow(() -> new Options.UsageException(
                        options.command() + ": --config is missing; or --target, the column that is to be learnt"));
    }

    private static Preset preset(Options options) {
        return options.word("--preset", Preset.GOOD, List.of(Preset.values()), Preset::word);
    }
}
