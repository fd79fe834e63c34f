// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nn4j.config.internal.json.Json;
import dev.nn4j.config.internal.json.JsonMembers;
import dev.nn4j.core.fit.EpochRecord;
import dev.nn4j.core.fit.LayerNorm;
import dev.nn4j.core.training.MemberResult;
import dev.nn4j.core.training.TrainingResult;
import dev.nn4j.report.internal.insight.EpochMeans;
import dev.nn4j.report.internal.insight.Series;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How a training went, epoch by epoch.
 *
 * @param outcome what it gave
 * @param norms of each epoch; of a resumed training, of those since
 * @param seconds it took
 * @param warnings what looked wrong in the data
 * @param hints what may be done next
 * @since 0.1.0
 */
public record Course(
        TrainingResult outcome,
        List<List<LayerNorm>> norms,
        double seconds,
        List<String> warnings,
        List<String> hints) {
    /** More are not told apart in a picture; the file stays small. */
    private static final int MOST_EPOCHS = 500;

    /** Copies the lists. */
    public Course {
        norms = List.copyOf(norms);
        warnings = List.copyOf(warnings);
        hints = List.copyOf(hints);
    }

    JsonMembers json() {
        int[] epochs = shown(outcome.history().size());
        return JsonMembers.none()
                .with("epochs", outcome.history().size())
                .with("bestEpoch", outcome.bestEpoch())
                .with("members", outcome.members().size())
                .with(
                        "stopReason",
                        outcome.stopReason().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .with("seconds", seconds)
                .with("warnings", Json.texts(warnings))
                .with("hints", Json.texts(hints))
                .with("history", history(epochs))
                .with("norms", norms(epochs))
                .withAll(networks());
    }

    /** Of an ensemble, the loss of each of its networks, of rows that validate it where there are some, and the mean. */
    private JsonMembers networks() {
        if (outcome.members().size() < 2) {
            return JsonMembers.none();
        }
        List<List<EpochRecord>> histories =
                outcome.members().stream().map(MemberResult::history).toList();
        int[] epochs = shown(histories.stream().mapToInt(List::size).max().orElse(0));
        boolean validated = histories.get(0).stream()
                .anyMatch(record -> record.validationLoss().isPresent());
        Function<EpochRecord, OptionalDouble> loss =
                validated ? EpochRecord::validationLoss : record -> OptionalDouble.of(record.loss());
        return JsonMembers.none()
                .with(
                        "networks",
                        JsonMembers.none()
                                .with("validated", validated)
                                .with("epoch", Series.of(epochs.length, i -> epochs[i] + 1))
                                .with("mean", losses(epochs, EpochMeans.of(histories, loss)))
                                .with(
                                        "each",
                                        outcome.members().stream()
                                                .map(member -> JsonMembers.none()
                                                        .with("member", member.number())
                                                        .with(
                                                                "loss",
                                                                losses(
                                                                        epochs,
                                                                        EpochMeans.of(
                                                                                List.of(member.history()), loss))))
                                                .toList()));
    }

    private static JsonNode losses(int[] epochs, Map<Integer, Double> byEpoch) {
        return Series.of(epochs.length, i -> byEpoch.getOrDefault(epochs[i] + 1, Double.NaN));
    }

    private JsonMembers history(int[] epochs) {
        return JsonMembers.none()
                .with("epoch", each(epochs, record -> Series.number(record.epoch())))
                .with("loss", each(epochs, record -> Series.number(record.loss())))
                .with("validationLoss", each(epochs, record -> Series.number(record.validationLoss())))
                .with("accuracy", each(epochs, record -> Series.number(record.accuracy())))
                .with("validationAccuracy", each(epochs, record -> Series.number(record.validationAccuracy())))
                .with("learningRate", each(epochs, record -> Series.number(record.learningRate())));
    }

    private JsonNode each(int[] epochs, Function<EpochRecord, JsonNode> value) {
        return Json.list(IntStream.of(epochs)
                .mapToObj(epoch -> value.apply(outcome.history().get(epoch)))
                .toList());
    }

    private JsonNode norms(int[] epochs) {
        if (norms.isEmpty()) {
            return Json.list(List.of());
        }
        return Json.list(IntStream.range(0, norms.get(0).size())
                .mapToObj(layer -> JsonMembers.none()
                        .with("layer", norms.get(0).get(layer).layer())
                        .with("parameters", norm(epochs, layer, LayerNorm::parameters))
                        .with("gradient", norm(epochs, layer, LayerNorm::gradient))
                        .node())
                .toList());
    }

    private JsonNode norm(int[] epochs, int layer, ToDoubleFunction<LayerNorm> value) {
        // A resumed training has measured the epochs since; those before are left open.
        int unmeasured = outcome.history().size() - norms.size();
        return Series.of(
                epochs.length,
                i -> epochs[i] < unmeasured
                        ? Double.NaN
                        : value.applyAsDouble(norms.get(epochs[i] - unmeasured).get(layer)));
    }

    /** Indices of epochs at even distances, the first and the last among them. */
    private static int[] shown(int count) {
        int some = Math.min(count, MOST_EPOCHS);
        return IntStream.range(0, some)
                .map(i -> some == 1 ? 0 : (int) ((long) i * (count - 1) / (some - 1)))
                .toArray();
    }
}
