// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command.plugins;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nn4j.cli.plugin.PluginVerification;
import dev.nn4j.config.internal.json.Json;
import dev.nn4j.config.internal.json.JsonMembers;
import dev.nn4j.core.registry.Origin;
import dev.nn4j.core.registry.Registration;
import dev.nn4j.report.Report;
import dev.nn4j.report.internal.text.TextTable;
import dev.nn4j.testkit.Verdict;
import java.util.Optional;

/**
 * What checking a plugin found.
 *
 * @param file the jar
 * @param verification the findings
 */
public record PluginReport(String file, PluginVerification verification) implements Report {
    @Override
    public String text() {
        StringBuilder text = new StringBuilder(general().render());
        verification
                .components()
                .forEach(one -> text.append('\n').append(checks(one).render()));
        String result = verification.passed() ? "passed" : "failed";
        return text + "\n" + TextTable.ofTexts().line("result", result).render();
    }

    @Override
    public String json() {
        return JsonMembers.none()
                .with("file", file)
                .with("passed", verification.passed())
                .with(
                        "plugin",
                        origin().map(PluginReport::json).map(JsonMembers::node).orElseGet(Json::none))
                .with(
                        "components",
                        verification.components().stream()
                                .map(PluginReport::json)
                                .toList())
                .with("faults", Json.texts(verification.faults()))
                .pretty();
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

    private static JsonMembers json(Origin origin) {
        return JsonMembers.none()
                .with("name", origin.provider())
                .with("version", origin.version())
                .with("url", origin.url());
    }

    private static JsonMembers json(PluginVerification.Checked checked) {
        Registration registration = checked.registration();
        return JsonMembers.none()
                .with("name", registration.component().name())
                .with("type", registration.kind().word())
                .with(
                        "checks",
                        checked.verdicts().stream().map(PluginReport::json).toList());
    }

    private static JsonMembers json(Verdict verdict) {
        return JsonMembers.none()
                .with("check", verdict.check())
                .with("passed", verdict.passed())
                .with("problem", verdict.problem().<JsonNode>map(Json::text).orElseGet(Json::none));
    }
}
