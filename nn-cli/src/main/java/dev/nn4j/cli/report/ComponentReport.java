// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.report;

import dev.nn4j.api.Component;
import dev.nn4j.api.Hyperparameter;
import dev.nn4j.api.Optimizer;
import dev.nn4j.cli.json.JsonArray;
import dev.nn4j.cli.json.JsonObject;
import dev.nn4j.cli.json.ShortestNumber;
import dev.nn4j.core.registry.Origin;
import dev.nn4j.core.registry.Registration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The components there are.
 *
 * @param registrations to show
 * @param faults providers that could not be loaded
 */
public record ComponentReport(List<Registration> registrations, List<String> faults) {
    /** For people. */
    public String table() {
        TextTable table =
                TextTable.ofTexts().line("name", "type", "aliases", "parameters (default, allowed)", "origin");
        registrations.forEach(registration -> table.line(
                registration.component().name(),
                registration.kind().word(),
                String.join(", ", registration.component().aliases()),
                parameters(registration.component()),
                origin(registration.origin())));
        return table.render();
    }

    /** For programs. */
    public JsonObject json() {
        return JsonObject.empty()
                .with(
                        "components",
                        registrations.stream().map(ComponentReport::json).toList())
                .with("faults", JsonArray.ofTexts(faults));
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

    private static JsonObject json(Registration registration) {
        Component component = registration.component();
        JsonObject json = JsonObject.empty()
                .with("name", component.name())
                .with("type", registration.kind().word())
                .with("aliases", JsonArray.ofTexts(component.aliases()));
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
                        JsonObject.empty()
                                .with("provider", registration.origin().provider())
                                .with("version", registration.origin().version())
                                .with("location", registration.origin().location())
                                .with("url", registration.origin().url()));
    }

    private static JsonObject json(Hyperparameter<?> declaration) {
        return JsonObject.empty()
                .with("name", declaration.name())
                .with("default", PlainValue.json(declaration.defaultValue()))
                .with("allowed", declaration.allowed())
                .with("meaning", declaration.meaning());
    }

    private static String shown(Object value) {
        return PlainValue.text(value);
    }
}
