// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.console;

import java.util.Map;
import java.util.OptionalInt;
import java.util.Properties;

/**
 * What is known of the terminals behind stderr and stdout. Java cannot ask; the launcher does, and says so in properties.
 *
 * @param interactive whether stderr is a terminal on which a line may be redrawn
 * @param columns its width
 * @param resultColumns the width of stdout, if that is a terminal
 */
public record Terminal(boolean interactive, int columns, OptionalInt resultColumns) {
    private static final int USUAL_COLUMNS = 80;

    /** Where stdout is no terminal. */
    public Terminal(boolean interactive, int columns) {
        this(interactive, columns, OptionalInt.empty());
    }

    /** No terminal. */
    public static Terminal none() {
        return new Terminal(false, USUAL_COLUMNS);
    }

    /** As the launcher and the environment say. NO_COLOR (no-color.org) counts when it is not empty. */
    public static Terminal of(Properties properties, Map<String, String> environment) {
        boolean plain = !environment.getOrDefault("NO_COLOR", "").isEmpty()
                || environment.getOrDefault("TERM", "").equals("dumb");
        boolean terminal = Boolean.parseBoolean(properties.getProperty("nn.stderr.terminal"));
        return new Terminal(
                terminal && !plain,
                columns(properties, "nn.stderr.columns").orElse(USUAL_COLUMNS),
                columns(properties, "nn.stdout.columns"));
    }

    private static OptionalInt columns(Properties properties, String name) {
        String text = properties.getProperty(name, "");
        return text.matches("[1-9]\\d{1,3}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }
}
