// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nn4j.api.ConfigurationException;
import dev.nn4j.config.internal.json.Json;
import dev.nn4j.config.internal.json.JsonMembers;
import dev.nn4j.config.internal.json.JsonReader;
import dev.nn4j.core.metrics.Evaluation;
import dev.nn4j.report.internal.evaluation.EvaluationForm;
import dev.nn4j.report.internal.text.Rounded;
import dev.nn4j.report.internal.text.TextTable;
import dev.nn4j.tune.TrialRecord;
import dev.nn4j.tune.TuningResult;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a search has found.
 *
 * @param result of the search
 * @param seconds it took
 * @param model where the model went
 * @since 0.1.0
 */
public record TuningReport(TuningResult result, double seconds, Optional<String> model) implements Report {
    @Override
    public String text() {
        return settings() + heldOut() + "\n" + run();
    }

    private String settings() {
        List<String> best = result.best().settings();
        TextTable table = TextTable.ofTexts();
        table.line("setting", "as given", "best");
        for (int i = 0; i < best.size(); i++) {
            table.line(
                    result.table().settings().get(i),
                    result.own().isPresent() ? result.own().get().settings().get(i) : "",
                    best.get(i));
        }
        return table.render();
    }

    private String heldOut() {
        if (result.heldOut().isEmpty()) {
            return "";
        }
        Map<String, String> chosen = EvaluationForm.of(result.heldOut().get()).summary();
        Map<String, String> own = result.heldOutOfOwn()
                .map(evaluation -> EvaluationForm.of(evaluation).summary())
                .orElse(Map.of());
        TextTable table = TextTable.ofFigures();
        table.line("rows held out", "as given", "chosen");
        table.line(
                "rows",
                result.heldOutOfOwn().map(TuningReport::rows).orElse(""),
                rows(result.heldOut().get()));
        chosen.forEach((name, value) -> table.line(name, own.getOrDefault(name, ""), value));
        return "\n" + table.render();
    }

    private static String rows(Evaluation evaluation) {
        return Long.toString(evaluation.rows());
    }

    private String run() {
        TextTable run = TextTable.ofTexts()
                .line("trials", trials() + ", of which " + complete() + " came to their end")
                .line("best", "trial " + result.best().trial() + ", " + score(result.best()))
                .line(
                        "as given",
                        result.own().map(own -> "trial 0, " + score(own)).orElse("trial 0 failed"));
        if (result.members().size() > 1) {
            run.line("ensemble", "of trials " + result.members().toString().replaceAll("[\\[\\]]", ""));
        }
        run.line("time", String.format(Locale.ROOT, "%.2f s", seconds));
        model.ifPresent(file -> run.line(
                "model",
                file + ", trained on all rows; the figures above are those of the" + " search, which held some out"));
        return run.render();
    }

    private String score(TrialRecord record) {
        return result.score().word() + " " + Rounded.figure(record.score().orElse(Double.NaN));
    }

    private long trials() {
        return result.table().records().stream()
                .mapToInt(TrialRecord::trial)
                .distinct()
                .count();
    }

    private long complete() {
        int last = result.best().rung();
        return result.table().records().stream()
                .filter(record -> record.rung() == last && record.score().isPresent())
                .count();
    }

    @Override
    public String json() {
        return JsonMembers.none()
                .with("trials", trials())
                .with("complete", complete())
                .with("score", result.score().word())
                .with("best", trial(result.best()))
                .with("default", result.own().map(own -> trial(own).node()).orElseGet(Json::none))
                .with(
                        "members",
                        Json.list(result.members().stream().map(Json::number).toList()))
                .with("heldOut", figures(result.heldOut()))
                .with("defaultHeldOut", figures(result.heldOutOfOwn()))
                .with("configuration", JsonReader.read(result.configuration().canonical()))
                .with("seconds", seconds)
                .with("model", model.<JsonNode>map(Json::text).orElseGet(Json::none))
                .pretty();
    }

    private JsonMembers trial(TrialRecord record) {
        JsonMembers settings = JsonMembers.none();
        for (int i = 0; i < record.settings().size(); i++) {
            settings = settings.with(
                    result.table().settings().get(i), value(record.settings().get(i)));
        }
        return JsonMembers.none()
                .with("trial", record.trial())
                .with("epochs", record.epochs())
                .with("score", record.score())
                .with("settings", settings);
    }

    /** A number is a number again; what the configuration does not say is null. */
    private static JsonNode value(String text) {
        if (text.isEmpty()) {
            return Json.none();
        }
        try {
            return JsonReader.value(text);
        } catch (ConfigurationException e) {
            return Json.text(text);
        }
    }

    private static JsonNode figures(Optional<Evaluation> evaluation) {
        return evaluation.map(one -> EvaluationForm.of(one).json().node()).orElseGet(Json::none);
    }
}
