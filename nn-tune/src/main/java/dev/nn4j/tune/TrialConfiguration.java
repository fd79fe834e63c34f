// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.tune;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nn4j.api.ConfigurationException;
import dev.nn4j.config.Configuration;
import dev.nn4j.config.Setting;
import dev.nn4j.config.internal.json.JsonReader;
import dev.nn4j.config.internal.json.JsonText;
import dev.nn4j.core.registry.ComponentRegistry;
import java.util.ArrayList;
import java.util.List;

/** How trials are trained: one network each, on rows of which some are set aside, or folds are, and once. */
record TrialConfiguration(Configuration given) {
    private static final String SHARE = "training.validationFraction";
    private static final String OPTIMIZER = "optimizer";
    private static final String SCHEDULE = "training.schedule";
    private static final double USUAL_SHARE = 0.2;

    /** The same that says its optimizer, for its settings to have a place. */
    static TrialConfiguration saying(Configuration given, ComponentRegistry registry) {
        if (JsonReader.read(given.canonical()).has(OPTIMIZER)) {
            return new TrialConfiguration(given);
        }
        String usual = given.experiment(registry).optimizer().name();
        return new TrialConfiguration(given.with(List.of(Setting.parse(OPTIMIZER + "=" + usual))));
    }

    Configuration of(Extent extent) {
        List<Setting> settings = new ArrayList<>(List.of(Setting.parse("training.refit=false")));
        if (extent.folds() > 0) {
            settings.add(Setting.parse(SHARE + "=0"));
        } else if (share() == 0) {
            settings.add(Setting.parse(SHARE + "=" + USUAL_SHARE));
        }
        return alone().with(settings);
    }

    private double share() {
        return JsonReader.read(given.canonical())
                .path("training")
                .path("validationFraction")
                .asDouble(0);
    }

    /** Without members, and without thresholds, which are chosen for what was found. */
    private Configuration alone() {
        ObjectNode json = JsonReader.read(given.canonical()).deepCopy();
        json.remove(List.of("ensemble", "decision"));
        return Configuration.parse(JsonText.compact(json));
    }

    /** Whether trials may have different schedules. */
    static boolean changesSchedule(List<String> paths) {
        return paths.stream().anyMatch(path -> path.equals(SCHEDULE) || path.startsWith(SCHEDULE + "."));
    }

    /** Refuses an ensemble of networks that would see columns differently or decide by themselves. */
    static void requireJoinable(Configuration given, List<String> paths, ComponentRegistry registry) {
        paths.stream().filter(path -> path.startsWith("preprocessing")).forEach(path -> {
            throw new ConfigurationException(
                    path,
                    "must be the same for all networks of an ensemble, which see the columns through one preprocessing;"
                            + " leave it or the ensemble out");
        });
        if (given.experiment(registry).ensemble().isPresent()) {
            throw new ConfigurationException(
                    "ensemble", "each trial would be one of its own already; leave it or the search's ensemble out");
        }
        if (given.experiment(registry).decision().isPresent()) {
            throw new ConfigurationException(
                    "decision",
                    "is of one network, not of an ensemble of trials; leave it out, 'nn threshold' gives the model its"
                            + " thresholds");
        }
    }
}
