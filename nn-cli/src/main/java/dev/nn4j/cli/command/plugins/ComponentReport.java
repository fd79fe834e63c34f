// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command.plugins;

import dev.nn4j.api.Component;
import dev.nn4j.api.Hyperparameter;
import dev.nn4j.api.Optimizer;
import dev.nn4j.config.internal.json.Json;
import dev.nn4j.config.internal.json.JsonMembers;
import dev.nn4j.config.internal.json.ShortestNumber;
import dev.nn4j.core.registry.Origin;
import dev.nn4j.core.registry.Registration;
import dev.nn4j.report.internal.text.PlainValue;
import dev.nn4j.report.internal.text.TextTable;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * The components there are.
 *
 * @param registrations to show
 * @param faults providers that could not be loaded
 */
public record ComponentReport(List<Registration> registrations, List<String> faults) {
    /** For people, on so many columns if they are counted. */
    public String table(OptionalInt columns) {
        TextTable table =
                TextTable.ofTexts().line("name", "type", "aliases", "parameters (default, allowed)", "origin");
        registrations.forEach(registration -> table.line(
                registration.component().name(),
                registration.kind().word(),
                String.join(", ", registration.component().aliases()),
                parameters(registration.component()),
                origin(registration.origin())));
        return columns.isPresent() ? table.renderWithin(columns.getAsInt()) : table.render();
    }

    /** For programs. */
    public JsonMembers json() {
        return JsonMembers.none()
                .with(
                        "components",
                        registrations.stream().map(ComponentReport::json).toList())
                .with("faults", Json.texts(faults));
    }

    private static String parameters(Component component) {
        String declared = component.hyperparameters().declarations().stream()
                .map(one -> one.name() + " (" + shown(one.defaultValue()) + ", " + one.allowed() + ")")
                .collect(Collectors.joining("; "));
        if (!(component instanceof Optimizer optimizer)) {
            return declared;
        }
        String rate = "learningRate (" + ShortestNumber.of(optimizer.defaultRate()) + ", greater than 0)";
        return declared.isEmpty() ? rate : rate + "; " + declared;
    }

    private static String origin(Origin origin) {
        boolean jar =
                !origin.provider().equals(Origin.BUILT_IN) && !origin.provider().equals(origin.location());
        String name = jar ? origin.provider() : origin.location();
        return (name + " " + origin.version()).strip() + (jar ? " (" + origin.location() + ")" : "");
    }

    private static JsonMembers json(Registration registration) {
        Component component = registration.component();
        JsonMembers json = JsonMembers.none()
                .with("name", component.name())
                .with("type", registration.kind().word())
                .with("aliases", Json.texts(component.aliases()));
        if (component instanceof Optimizer optimizer) {
            json = json.with("defaultLearningRate", optimizer.defaultRate());
        }
        return json.with(
                        "parameters",
                        component.hyperparameters().declarations().stream()
                                .map(ComponentReport::json)
                                .toList())
                .with(
                        "origin",
                        JsonMembers.none()
                                .with("provider", registration.origin().provider())
                                .with("version", registration.origin().version())
                                .with("location", registration.origin().location())
                                .with("url", registration.origin().url()));
    }

    private static JsonMembers json(Hyperparameter<?> declaration) {
        return JsonMembers.none()
                .with("name", declaration.name())
                .with("default", Json.value(declaration.defaultValue()))
                .with("allowed", declaration.allowed())
                .with("meaning", declaration.meaning());
    }

    private static String shown(Object value) {
        return PlainValue.text(value);
    }
}
