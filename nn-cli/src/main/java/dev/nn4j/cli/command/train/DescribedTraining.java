// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command.train;

import dev.nn4j.cli.command.PresetConverter;
import dev.nn4j.cli.console.Failure;
import dev.nn4j.cli.files.Source;
import dev.nn4j.config.Setting;
import dev.nn4j.config.starter.HoldOut;
import dev.nn4j.config.starter.Preset;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What is trained, beside a configuration or without one: the options of all commands that train. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class DescribedTraining {
    @Option(
            names = "--preset",
            paramLabel = "PRESET",
            converter = PresetConverter.class,
            completionCandidates = PresetConverter.Accepted.class,
            description = "Without --config, how much a training spends: fast, good (default) or best.")
    private Optional<Preset> preset;

    @Option(
            names = "--target",
            paramLabel = "COL",
            description = "The column to learn: without --config, or instead of the configuration's; repeatable.")
    private List<String> targets = List.of();

    @Option(
            names = "--set",
            paramLabel = "path=value",
            converter = SettingConverter.class,
            description = "Override the configuration, as in training.epochs=50; repeatable.")
    private List<Setting> settings = List.of();

    /** Reads {@code --set}. */
    static final class SettingConverter implements ITypeConverter<Setting> {
        @Override
        public Setting convert(String value) {
            try {
                return Setting.parse(value);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    /** What the command line changes. */
    Changes changes() {
        return new Changes(columns(), settings);
    }

    /** Names of columns are read without blanks around them. */
    private List<String> columns() {
        return targets.stream().map(String::strip).toList();
    }

    boolean namesTarget() {
        return !targets.isEmpty();
    }

    /** Where a configuration says what is trained. */
    void requireNoPreset() {
        preset.ifPresent(given -> {
            throw Failure.usage("--preset: the configuration says what is trained; leave one of the two out");
        });
    }

    /**
     * Where the data are to say how they are learnt.
     *
     * @param data as the command line names them
     */
    void requireFitting(List<String> data) {
        if (targets.size() > 1) {
            throw Failure.usage("--target: without --config one column can be learnt, got " + targets.size()
                    + "; write a configuration for several, 'nn new' starts one");
        }
        if (data.contains("-")) {
            throw Failure.usage("--data: stdin can be read once only, and without --config the data are looked at"
                    + " before they are learnt from; give a file");
        }
    }

    /** The configuration that fits these rows, for a training that divides them so. */
    ConfigurationSource fitting(Source rows, HoldOut division) {
        return ConfigurationSource.fitting(rows, changes(), preset.orElse(Preset.GOOD), division);
    }
}
