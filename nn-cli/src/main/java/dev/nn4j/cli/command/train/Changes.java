// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command.train;

import dev.nn4j.api.ComponentException;
import dev.nn4j.api.ConfigurationException;
import dev.nn4j.config.Configuration;
import dev.nn4j.config.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * What the command line changes in a configuration, and which faults are of its making rather than of the file's.
 *
 * @param targets the columns of {@code --target}
 * @param settings of {@code --set}, in order
 */
record Changes(List<String> targets, List<Setting> settings) {
    private static final String TARGET = "data.target";

    /** What says which rows are set aside, or is refused where all take turns. */
    private static final List<String> DIVIDING =
            List.of("data.time", "training.validationFraction", "training.refit", "ensemble");

    /** As the command line has one, and where it changes what. */
    private record Change(String words, String path, Changes upTo) {}

    /** A configuration with them. */
    Configuration in(Configuration file) {
        return file.with(settings).withTargets(targets);
    }

    /** Whether a preset is to leave it to them which rows are set aside. */
    boolean divideRows() {
        return settings.stream()
                .anyMatch(setting -> DIVIDING.stream()
                        .anyMatch(path -> isWithin(path, setting.path()) || isWithin(setting.path(), path)));
    }

    /**
     * Where a fault comes from, to be added to its message; nothing if it is the file's.
     *
     * @param use what found the fault; it is tried on the file as it is, and after each change
     */
    String origin(Configuration file, Consumer<Configuration> use, RuntimeException fault) {
        if (new Changes(List.of(), List.of()).show(fault, file, use)) {
            return "";
        }
        return all().stream()
                .filter(change -> change.upTo().show(fault, file, use))
                .findFirst()
                .map(Changes::described)
                .orElse("");
    }

    /** The same for a fault that shows only where the data are seen, by its place. */
    String origin(ConfigurationException fault) {
        return all().stream()
                .filter(change -> isWithin(fault.path(), change.path()))
                .reduce((earlier, later) -> later)
                .map(Changes::described)
                .orElse("");
    }

    private boolean show(RuntimeException fault, Configuration file, Consumer<Configuration> use) {
        try {
            use.accept(in(file));
            return false;
        } catch (ConfigurationException | ComponentException e) {
            return Objects.equals(e.getMessage(), fault.getMessage());
        }
    }

    private List<Change> all() {
        List<Change> all = new ArrayList<>();
        for (Setting setting : settings) {
            all.add(new Change(
                    "--set " + setting.argument(),
                    setting.path(),
                    new Changes(List.of(), settings.subList(0, all.size() + 1))));
        }
        if (!targets.isEmpty()) {
            all.add(new Change("--target " + String.join(" --target ", targets), TARGET, this));
        }
        return all;
    }

    private static boolean isWithin(String path, String whole) {
        return path.equals(whole) || path.startsWith(whole + ".") || path.startsWith(whole + "[");
    }

    private static String described(Change change) {
        return " (from " + change.words() + ", not from the file)";
    }
}
