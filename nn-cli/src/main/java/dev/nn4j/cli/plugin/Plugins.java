// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.plugin;

import dev.nn4j.api.ComponentException;
import dev.nn4j.cli.console.Console;
import dev.nn4j.core.registry.ComponentRegistry;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The plugins of a run.
 *
 * @param entries jars and folders of jars
 * @param strict whether a broken one ends the run even if nothing needs it
 */
public record Plugins(List<Path> entries, boolean strict) {
    /** The variable that adds to the option. */
    public static final String VARIABLE = "NN_PLUGIN_PATH";

    /**
     * What the option names, what the variable names, and the distribution's own folder.
     *
     * @param home the distribution, if nn runs from one
     */
    public static Plugins of(
            List<String> options, Map<String, String> environment, @Nullable String home, boolean strict) {
        List<Path> entries = new ArrayList<>();
        options.forEach(option -> entries.add(Path.of(option)));
        for (String entry : environment.getOrDefault(VARIABLE, "").split(File.pathSeparator, -1)) {
            if (!entry.isEmpty()) {
                entries.add(Path.of(entry));
            }
        }
        if (home != null && Files.isDirectory(Path.of(home, "plugins"))) {
            entries.add(Path.of(home, "plugins"));
        }
        return new Plugins(List.copyOf(entries), strict);
    }

    /**
     * The built-in components and those of the plugins. What is broken is warned of and left out.
     *
     * @throws ComponentException if something is broken and this is strict
     */
    public ComponentRegistry registry(Console console) {
        ComponentRegistry registry = ComponentRegistry.withPlugins(entries);
        List<String> faults = registry.faults();
        if (strict && !faults.isEmpty()) {
            String others = faults.size() == 1 ? "" : " (and " + (faults.size() - 1) + " more)";
            throw new ComponentException(
                    ComponentException.Reason.BROKEN, "", "--strict-plugins: " + faults.get(0) + others);
        }
        faults.forEach(console::warn);
        return registry;
    }
}
