// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.console;

import java.util.Map;
import java.util.Properties;

/**
 * What is known of the terminal behind stderr. Java cannot ask; the launcher does, and says so in properties.
 *
 * @param interactive whether stderr is a terminal on which a line may be redrawn
 * @param columns its width
 */
public record Terminal(boolean interactive, int columns) {
    private static final int USUAL_COLUMNS = 80;

    /** No terminal. */
    public static Terminal none() {
        return new Terminal(false, USUAL_COLUMNS);
    }

    /** As the launcher and the environment say. NO_COLOR (no-color.org) counts when it is not empty. */
    public static Terminal of(Properties properties, Map<String, String> environment) {
        boolean plain = !environment.getOrDefault("NO_COLOR", "").isEmpty()
                || environment.getOrDefault("TERM", "").equals("dumb");
        boolean terminal = Boolean.parseBoolean(properties.getProperty("nn.stderr.terminal"));
        return new Terminal(terminal && !plain, columns(properties.getProperty("nn.stderr.columns", "")));
    }

    private static int columns(String text) {
        return text.matches("[1-9]\\d{1,3}") ? Integer.parseInt(text) : USUAL_COLUMNS;
    }
}
