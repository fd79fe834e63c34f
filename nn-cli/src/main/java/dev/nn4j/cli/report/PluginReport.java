// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.report;

import dev.nn4j.cli.json.JsonArray;
import dev.nn4j.cli.json.JsonNull;
import dev.nn4j.cli.json.JsonObject;
import dev.nn4j.cli.json.JsonText;
import dev.nn4j.cli.json.JsonValue;
import dev.nn4j.cli.plugin.PluginVerification;
import dev.nn4j.core.registry.Origin;
import dev.nn4j.core.registry.Registration;
import dev.nn4j.testkit.Verdict;
import java.util.Optional;

/**
 * What checking a plugin found.
 *
 * @param file the jar
 * @param verification the findings
 */
public record PluginReport(String file, PluginVerification verification) {
    /** For people: a line for each check, the problem under it. */
    public String table() {
        StringBuilder text = new StringBuilder(general().render());
        verification
                .components()
                .forEach(one -> text.append('\n').append(checks(one).render()));
        String result = verification.passed() ? "passed" : "failed";
        return text + "\n" + TextTable.ofTexts().line("result", result).render();
    }

    /** For programs. */
    public JsonObject json() {
        return JsonObject.empty()
                .with("file", file)
                .with("passed", verification.passed())
                .with("plugin", origin().<JsonValue>map(PluginReport::json).orElse(JsonNull.NULL))
                .with(
                        "components",
                        verification.components().stream()
                                .map(PluginReport::json)
                                .toList())
                .with("faults", JsonArray.ofTexts(verification.faults()));
    }

    private TextTable general() {
        TextTable table = TextTable.ofTexts().line("file", file);
        origin().ifPresent(origin -> {
            table.line("plugin", (origin.provider() + " " + origin.version()).strip());
            if (!origin.url().isEmpty()) {
                table.line("to be had at", origin.url());
            }
        });
        verification.faults().forEach(fault -> table.line("BROKEN", fault));
        return table;
    }

    private static TextTable checks(PluginVerification.Checked checked) {
        Registration registration = checked.registration();
        TextTable table = TextTable.ofTexts()
                .line(registration.kind().word(), registration.component().name());
        for (Verdict verdict : checked.verdicts()) {
            table.line(verdict.passed() ? "  ok" : "  FAILED", verdict.check());
            verdict.problem().ifPresent(problem -> table.line("", "  " + problem));
        }
        return table;
    }

    private Optional<Origin> origin() {
        return verification.components().stream()
                .map(one -> one.registration().origin())
                .findFirst();
    }

    private static JsonObject json(Origin origin) {
        return JsonObject.empty()
                .with("name", origin.provider())
                .with("version", origin.version())
                .with("url", origin.url());
    }

    private static JsonObject json(PluginVerification.Checked checked) {
        Registration registration = checked.registration();
        return JsonObject.empty()
                .with("name", registration.component().name())
                .with("type", registration.kind().word())
                .with(
                        "checks",
                        checked.verdicts().stream().map(PluginReport::json).toList());
    }

    private static JsonObject json(Verdict verdict) {
        return JsonObject.empty()
                .with("check", verdict.check())
                .with("passed", verdict.passed())
                .with("problem", verdict.problem().<JsonValue>map(JsonText::new).orElse(JsonNull.NULL));
    }
}
