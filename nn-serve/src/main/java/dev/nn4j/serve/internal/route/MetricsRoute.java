// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.route;

import dev.nn4j.core.profile.ColumnDrift;
import dev.nn4j.core.profile.Drift;
import dev.nn4j.serve.internal.call.Call;
import dev.nn4j.serve.internal.call.Deadline;
import dev.nn4j.serve.internal.call.Reply;
import dev.nn4j.serve.internal.model.ModelCatalog;
import dev.nn4j.serve.internal.model.ModelSlot;
import dev.nn4j.serve.internal.watch.MetricText;
import dev.nn4j.serve.internal.watch.ModelWatch;
import dev.nn4j.serve.internal.watch.RequestWatch;
import dev.nn4j.serve.internal.watch.ShadowTally;
import dev.nn4j.serve.internal.watch.Tally;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Everything that is counted, as Prometheus reads it. What is counted of a model begins anew when its file is taken. */
final class MetricsRoute implements Route {
    private static final String COUNTER = "counter";
    private static final String GAUGE = "gauge";
    private static final String HISTOGRAM = "histogram";

    private final ModelCatalog models;
    private final RequestWatch requests;

    MetricsRoute(ModelCatalog models, RequestWatch requests) {
        this.models = models;
        this.requests = requests;
    }

    @Override
    public Reply answer(Call call, List<String> variables, Deadline deadline) {
        MetricText text = new MetricText();
        requests(text);
        models(text);
        answers(text);
        drift(text);
        shadows(text);
        process(text);
        return Reply.of(MetricText.CONTENT_TYPE, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void requests(MetricText text) {
        text.metric(COUNTER, "nn_requests_total", "Requests that have their answer.");
        requests.counts()
                .forEach((kind, count) ->
                        text.value(count, "route", kind.route(), "status", Integer.toString(kind.status())));
        text.metric(HISTOGRAM, "nn_request_seconds", "How long an answer took, from the whole request on.");
        requests.times().forEach((route, times) -> text.histogram(times, "route", route));
        text.metric(GAUGE, "nn_requests_in_flight", "Requests that are being answered.")
                .value((double) requests.inFlight());
    }

    private void models(MetricText text) {
        text.metric(GAUGE, "nn_model_info", "1 for each model, with the SHA-256 of its file.");
        for (ModelSlot slot : models.slots()) {
            text.value(
                    1,
                    "model",
                    slot.name().name(),
                    "version",
                    slot.name().version(),
                    "sha256",
                    slot.current().description().sha256());
        }
        each(text, COUNTER, "nn_model_reloads_total", "Changed files that were taken.", ModelSlot::reloads);
        each(text, COUNTER, "nn_model_reload_failures_total", "Changed files that were refused.", ModelSlot::failures);
        each(
                text,
                GAUGE,
                "nn_model_file_refused",
                "1 if the file as it is now is not what answers.",
                slot -> slot.failure().isPresent() ? 1 : 0);
        each(
                text,
                GAUGE,
                "nn_model_loaded_seconds",
                "When the model was read, in seconds since 1970.",
                slot -> slot.current().loaded().getEpochSecond());
    }

    private void each(MetricText text, String type, String name, String help, ToDoubleFunction<ModelSlot> number) {
        text.metric(type, name, help);
        for (ModelSlot slot : models.slots()) {
            text.value(
                    number.applyAsDouble(slot),
                    "model",
                    slot.name().name(),
                    "version",
                    slot.name().version());
        }
    }

    private void answers(MetricText text) {
        each(
                text,
                COUNTER,
                "nn_rows_total",
                "Rows that were answered.",
                slot -> watch(slot).rows());
        named(
                text,
                "nn_unseen_categories_total",
                "Rows with a text that training did not have.",
                "feature",
                slot -> watch(slot).unseen());
        named(
                text,
                "nn_filled_gaps_total",
                "Rows whose missing value was filled.",
                "feature",
                slot -> watch(slot).filled());
        named(
                text,
                "nn_predictions_total",
                "Answers by label.",
                "label",
                slot -> watch(slot).answers().labels());
        histograms(
                text,
                "nn_prediction_value",
                "Probabilities, or predicted numbers.",
                slot -> watch(slot).answers().values());
        histograms(
                text,
                "nn_batch_rows",
                "Rows that were predicted together.",
                slot -> Map.of("", watch(slot).batches()));
    }

    private static ModelWatch watch(ModelSlot slot) {
        return slot.current().watch();
    }

    private void named(
            MetricText text, String metric, String help, String label, Function<ModelSlot, Map<String, Long>> counts) {
        text.metric(COUNTER, metric, help);
        for (ModelSlot slot : models.slots()) {
            counts.apply(slot)
                    .forEach((name, count) -> text.value(
                            count,
                            "model",
                            slot.name().name(),
                            "version",
                            slot.name().version(),
                            label,
                            name));
        }
    }

    private void histograms(MetricText text, String metric, String help, Function<ModelSlot, Map<String, Tally>> of) {
        text.metric(HISTOGRAM, metric, help);
        for (ModelSlot slot : models.slots()) {
            of.apply(slot).forEach((output, tally) -> {
                List<String> labels = new ArrayList<>(List.of(
                        "model", slot.name().name(), "version", slot.name().version()));
                if (!output.isEmpty()) {
                    labels.addAll(List.of("output", output));
                }
                text.histogram(tally, labels.toArray(new String[0]));
            });
        }
    }

    private void drift(MetricText text) {
        Map<ModelSlot, Drift> found = new LinkedHashMap<>();
        for (ModelSlot slot : models.slots()) {
            Optional<Drift> drift = watch(slot).drift();
            drift.ifPresent(rows -> found.put(slot, rows));
        }
        columns(
                text,
                GAUGE,
                "nn_drift_psi",
                "Population stability index against the training rows.",
                found,
                column -> column.psi());
        columns(
                text,
                GAUGE,
                "nn_drift_ks",
                "Kolmogorov-Smirnov distance from the training rows.",
                found,
                column -> column.ks().orElse(Double.NaN));
        columns(
                text,
                COUNTER,
                "nn_out_of_range_total",
                "Values that lie outside what training saw.",
                found,
                column -> column.outside());
        columns(text, GAUGE, "nn_missing_share", "Share of rows without a value.", found, column -> column.missing());
        each(
                text,
                COUNTER,
                "nn_drift_rows_skipped_total",
                "Rows that were not compared.",
                slot -> watch(slot).skipped());
    }

    private static void columns(
            MetricText text,
            String type,
            String metric,
            String help,
            Map<ModelSlot, Drift> drifts,
            ToDoubleFunction<ColumnDrift> number) {
        text.metric(type, metric, help);
        drifts.forEach((slot, drift) -> drift.columns().stream()
                .filter(column -> !Double.isNaN(number.applyAsDouble(column)))
                .forEach(column -> text.value(
                        number.applyAsDouble(column),
                        "model",
                        slot.name().name(),
                        "version",
                        slot.name().version(),
                        "feature",
                        column.name())));
    }

    private void shadows(MetricText text) {
        shadow(text, COUNTER, "nn_shadow_rows_total", "Rows that the shadow answered, too.", counts -> counts.rows());
        shadow(
                text,
                COUNTER,
                "nn_shadow_different_total",
                "Of them, with another answer.",
                counts -> counts.different());
        shadow(
                text,
                COUNTER,
                "nn_shadow_failed_total",
                "Rows that the shadow could not answer.",
                counts -> counts.failed());
        shadow(text, COUNTER, "nn_shadow_skipped_total", "Rows that it was not asked.", counts -> counts.skipped());
        shadow(
                text,
                GAUGE,
                "nn_shadow_mean_difference",
                "Mean absolute difference of the outputs.",
                counts -> counts.meanDifference());
        shadow(
                text,
                GAUGE,
                "nn_shadow_largest_difference",
                "The largest of them.",
                counts -> counts.largestDifference());
    }

    private void shadow(
            MetricText text, String type, String metric, String help, ToDoubleFunction<ShadowTally.Counts> number) {
        if (!models.shadows().isEmpty()) {
            text.metric(type, metric, help);
            models.shadows()
                    .forEach((name, shadow) ->
                            text.value(number.applyAsDouble(shadow.tally().counts()), "model", name));
        }
    }

    private static void process(MetricText text) {
        Runtime runtime = Runtime.getRuntime();
        text.metric(GAUGE, "nn_heap_used_bytes", "Memory of Java objects, garbage included.")
                .value((double) (runtime.totalMemory() - runtime.freeMemory()));
        text.metric(GAUGE, "nn_heap_limit_bytes", "As much as that may become.").value((double) runtime.maxMemory());
    }
}
