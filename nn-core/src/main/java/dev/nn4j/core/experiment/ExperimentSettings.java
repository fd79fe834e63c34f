// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.experiment;

import dev.nn4j.api.Component;
import dev.nn4j.core.internal.rules.LayerText;
import dev.nn4j.core.network.ResidualBlocks;
import dev.nn4j.core.plan.PlanSettings;
import dev.nn4j.core.schema.ColumnPlan;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Lays an experiment out as single values, each under the path that a configuration has for it. */
final class ExperimentSettings {
    private final SortedMap<String, Object> values = new TreeMap<>();

    private ExperimentSettings() {}

    static SortedMap<String, Object> of(Experiment experiment) {
        ExperimentSettings settings = new ExperimentSettings();
        settings.put(experiment.data());
        settings.values.put("preprocessing.scaling", experiment.scaling().word());
        if (experiment.scaleCategories()) {
            settings.values.put("preprocessing.scaleCategories", true);
        }
        settings.values.put(
                "preprocessing.targetScaling", experiment.targetScaling().word());
        for (int i = 0; i < experiment.layers().size(); i++) {
            settings.values.put(
                    ResidualBlocks.path(experiment.layers(), i),
                    experiment.layers().get(i).match(new LayerText(true)));
        }
        settings.put("loss", experiment.loss());
        settings.put("optimizer", experiment.optimizer());
        settings.values.put("optimizer.learningRate", experiment.learningRate());
        settings.put(experiment.options());
        experiment.ensemble().ifPresent(ensemble -> {
            settings.values.putAll(ensemble.settings());
            // a checkpoint has the layers of one member, of which the others' are made with these
            ensemble.draws()
                    .ifPresent(draws -> new ExperimentValues(experiment)
                            .ofLayers(draws)
                            .forEach((path, value) -> settings.values.put("ensemble.base." + path, value)));
        });
        experiment.decision().ifPresent(rule -> settings.values.putAll(rule.match(new DecisionSettings())));
        return settings.values;
    }

    private void put(DataRoles roles) {
        put("data.target", roles.targets());
        put("data.ignore", roles.ignore());
        roles.positive().ifPresent(label -> values.put("data.positive", label));
        roles.weight().ifPresent(column -> values.put("data.weight", column));
        roles.group().ifPresent(column -> values.put("data.group", column));
        roles.time().ifPresent(column -> values.put("data.time", column));
        if (!roles.marks().isUsual()) {
            values.put("data.ownMissingMarks", true);
            put("data.missingMarks", roles.marks().texts());
        }
        if (roles.skipsMissingTargets()) {
            values.put("data.missingTarget", "skip");
        }
        int index = 0;
        for (Map.Entry<String, ColumnPlan> plan : new TreeMap<>(roles.plans()).entrySet()) {
            String path = "data.columns[" + index++ + "].";
            values.put(path + "name", plan.getKey());
            PlanSettings.of(plan.getValue()).forEach((name, value) -> values.put(path + name, value));
        }
    }

    private void put(TrainingOptions options) {
        options.values().forEach((name, value) -> values.put("training." + name, value));
        options.classWeights().settings().forEach((name, value) -> values.put("training.classWeights" + name, value));
        options.schedule().ifPresent(schedule -> put("training.schedule", schedule));
        options.decaySchedule().ifPresent(schedule -> put("training.decaySchedule", schedule));
        options.dropoutSchedule().ifPresent(schedule -> put("training.dropoutSchedule", schedule));
        options.earlyStopping().ifPresent(this::put);
    }

    private void put(EarlyStopping rule) {
        rule.values().forEach((name, value) -> values.put(EarlyStopping.PATH + name, value));
    }

    private void put(String path, List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            values.put(path + "[" + i + "]", names.get(i));
        }
    }

    private void put(String path, Component component) {
        values.put(path + ".type", component.name());
        component.hyperparameters().values().forEach((name, value) -> values.put(path + "." + name, value));
    }
}
