// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.config;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.api.NearestName;
import dev.nn4j.core.Model;
import dev.nn4j.core.data.ColumnPlan;
import dev.nn4j.core.data.NumberFormat;
import dev.nn4j.core.data.NumberKind;
import dev.nn4j.core.data.Scaling;
import dev.nn4j.core.data.Task;
import dev.nn4j.core.training.ExperimentBuilder;
import java.util.List;
import java.util.Optional;

/** What training starts from: it fills what the configuration leaves out and holds what it repeats to itself. */
final class InitialModel {
    private final Model model;

    InitialModel(Model model) {
        this.model = model;
    }

    void into(ExperimentBuilder builder) {
        builder.target(model.schema().targets().toArray(String[]::new))
                .scaling(model.inputScaler().scaling())
                .targetScaling(model.targetScaler().scaling())
                .loss(model.loss());
        if (model.schema().inventedNames()) {
            return; // names and labels are the data's
        }
        positive().ifPresent(builder::positive);
        model.schema().features().stream()
                .filter(feature -> !feature.isPlain())
                .forEach(feature -> builder.column(feature.name(), ColumnPlan.of(feature)));
        NumberFormat format = model.schema().targetFormat();
        if (!format.isPlain()) {
            model.schema().targets().forEach(target -> builder.column(target, ColumnPlan.of(new NumberKind(format))));
        }
    }

    /** What the categories are is the model's own; whether they were listed does not matter. */
    void requireColumn(String path, String column, ColumnPlan plan) {
        if (model.schema().inventedNames()) {
            return;
        }
        if (model.schema().targets().contains(column)) {
            requireEqual(
                    path, described(ColumnPlan.of(new NumberKind(model.schema().targetFormat()))), described(plan));
            return;
        }
        ColumnPlan own = model.schema().features().stream()
                .filter(feature -> feature.name().equals(column))
                .findFirst()
                .map(ColumnPlan::of)
                .orElseThrow(() -> new ConfigurationException(
                        path,
                        "is no feature of the model that training starts from"
                                + NearestName.hint(column, model.schema().featureNames())));
        requireEqual(path, described(own), described(plan));
    }

    private static String described(ColumnPlan plan) {
        String written = plan.cellType().format().isPlain()
                ? ""
                : " written like " + plan.cellType().format();
        return plan.kind().word() + written + ", missing " + plan.missing().word()
                + (plan.indicator() ? " with indicator" : "");
    }

    /** A model whose names were invented takes those of the data. */
    void requireTargets(String path, List<String> targets) {
        if (model.schema().inventedNames()) {
            return;
        }
        requireEqual(path, model.schema().targets().toString(), targets.toString());
    }

    void requirePositive(String path, String label) {
        if (model.schema().inventedNames()) {
            return;
        }
        requireEqual(path, positive().orElse("none"), label);
    }

    void requireScaling(String path, Scaling scaling) {
        requireEqual(path, model.inputScaler().scaling().word(), scaling.word());
    }

    void requireTargetScaling(String path, Scaling scaling) {
        requireEqual(path, model.targetScaler().scaling().word(), scaling.word());
    }

    private Optional<String> positive() {
        return model.schema().task() == Task.BINARY
                ? Optional.of(model.schema().labels().get(model.schema().positiveClass()))
                : Optional.empty();
    }

    private static void requireEqual(String path, String own, String found) {
        if (!own.equals(found)) {
            throw new ConfigurationException(
                    path,
                    "must be left out or equal that of the model that training starts from, " + own + ", got " + found);
        }
    }
}
