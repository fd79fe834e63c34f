// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command.plugins;

import dev.nn4j.api.NearestName;
import dev.nn4j.cli.command.NnCommand;
import dev.nn4j.cli.console.Console;
import dev.nn4j.cli.console.Failure;
import dev.nn4j.core.registry.ComponentKind;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.registry.Registration;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the components. */
@Command(
        name = "plugins",
        description = "Lists every component: name, type, parameters with defaults and ranges, origin.",
        sortOptions = false,
        footer = {"", "Example:", "  nn plugins --type activation"})
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class PluginsCommand implements Callable<Integer> {
    private final Console console;
    private final NnCommand root;

    /** What {@code --type} accepts, for completion. */
    static final class Kinds extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        Kinds() {
            super(List.of("activation", "loss", "initializer", "optimizer"));
        }
    }

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            completionCandidates = Kinds.class,
            description = "Only activation, loss, initializer or optimizer.")
    private Optional<String> type;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    public PluginsCommand(Console console, NnCommand root) {
        this.console = console;
        this.root = root;
    }

    @Override
    public Integer call() throws IOException {
        type.ifPresent(PluginsCommand::requireKind);
        ComponentRegistry registry = root.registry(console);
        List<Registration> wanted = registry.registrations().stream()
                .filter(registration ->
                        type.isEmpty() || registration.kind().word().equals(type.get()))
                .toList();
        ComponentReport report = new ComponentReport(wanted, registry.faults());
        console.print(
                json
                        ? report.json().pretty() + "\n"
                        : report.table(console.terminal().resultColumns()));
        return 0;
    }

    private static void requireKind(String word) {
        List<String> words =
                ComponentKind.all().stream().map(ComponentKind::word).toList();
        if (!words.contains(word)) {
            throw Failure.usage("--type: there is no type '" + word + "'" + NearestName.hint(word, words));
        }
    }
}
