// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.config.internal.reading;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.api.NearestName;
import dev.nn4j.core.Model;
import dev.nn4j.core.cell.DatePart;
import dev.nn4j.core.cell.MissingMarks;
import dev.nn4j.core.cell.NumberFormat;
import dev.nn4j.core.encoding.Scaling;
import dev.nn4j.core.experiment.ExperimentBuilder;
import dev.nn4j.core.schema.CategoryKind;
import dev.nn4j.core.schema.ColumnPlan;
import dev.nn4j.core.schema.DateTimeKind;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.NumberKind;
import dev.nn4j.core.schema.Task;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What training starts from: it fills what the configuration leaves out and holds what it repeats to itself. */
final class InitialModel {
    private final Model model;
    private final Map<String, Feature> features = new HashMap<>();

    InitialModel(Model model) {
        this.model = model;
        model.schema().features().forEach(feature -> features.put(feature.name(), feature));
    }

    void into(ExperimentBuilder builder) {
        builder.target(model.schema().targets().toArray(String[]::new))
                .scaling(model.inputScaler().scaling())
                .scaleCategories(model.inputScaler().scalesCategories())
                .targetScaling(model.targetScaler().scaling())
                .loss(model.loss());
        if (model.schema().inventedNames()) {
            return; // names and labels are the data's
        }
        positive().ifPresent(builder::positive);
        builder.missingMarks(model.schema().targetGaps().marks());
        if (model.schema().targetGaps().skipped()) {
            builder.skipMissingTargets();
        }
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
        ColumnPlan own = Optional.ofNullable(features.get(column))
                .map(ColumnPlan::of)
                .orElseThrow(() -> new ConfigurationException(
                        path,
                        "is no feature of the model that training starts from"
                                + NearestName.hint(column, model.schema().featureNames())));
        requireEqual(path, described(own), described(plan));
        if (own.kind() instanceof CategoryKind category) {
            CategoryKind planned = plan.kind().match(new EncodedAlike(category));
            requireEqual(path + ".encoding", encoding(category), encoding(planned));
            if (category.categories().size() == 2) {
                requireEqual(path + ".binary", binary(category), binary(planned));
            }
        }
    }

    private static String encoding(CategoryKind kind) {
        return kind.isIndex() ? "index" : "one-hot";
    }

    private static String binary(CategoryKind kind) {
        return kind.isSigned() ? "signed" : "one-hot";
    }

    void requireMarks(String path, MissingMarks marks) {
        requireEqual(path, model.schema().targetGaps().marks().toString(), marks.toString());
    }

    private static String described(ColumnPlan plan) {
        String written = plan.cellType().format().isPlain()
                ? ""
                : " written like " + plan.cellType().format();
        String dates = plan.kind() instanceof DateTimeKind date
                ? " " + date.format() + " "
                        + date.parts().stream().map(DatePart::word).toList()
                : "";
        return plan.kind().word() + written + dates + ", missing "
                + (plan.missing().isError() ? "error" : plan.missing().word())
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

    void requireScaleCategories(String path, boolean too) {
        requireEqual(path, Boolean.toString(model.inputScaler().scalesCategories()), Boolean.toString(too));
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
