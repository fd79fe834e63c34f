// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.config.internal.writing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nn4j.config.internal.json.Json;
import dev.nn4j.config.internal.json.JsonMembers;
import dev.nn4j.core.encoding.Scaling;
import dev.nn4j.core.experiment.DataRoles;
import dev.nn4j.core.experiment.Ensemble;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.schema.ColumnPlan;
import java.util.List;
import java.util.Map;

/** Says an experiment as its configuration would; what it leaves out are the defaults of the library. */
public final class ExperimentWriter {
    private ExperimentWriter() {}

    /** The configuration of an experiment. */
    public static JsonMembers json(Experiment experiment) {
        JsonMembers json = JsonMembers.none().with("data", data(experiment.data()));
        JsonMembers preprocessing = preprocessing(experiment);
        if (!preprocessing.isEmpty()) {
            json = json.with("preprocessing", preprocessing);
        }
        if (!experiment.layers().isEmpty()) {
            json = json.with("network", JsonMembers.none().with("layers", NetworkJson.of(experiment.layers())));
        }
        json = json.with("loss", ComponentJson.of(experiment.loss()))
                .with(
                        "optimizer",
                        ComponentJson.object(experiment.optimizer()).with("learningRate", experiment.learningRate()))
                .with("training", TrainingWriter.json(experiment.options()));
        if (experiment.ensemble().isPresent()) {
            json = json.with("ensemble", ensemble(experiment.ensemble().get()));
        }
        return experiment.decision().isEmpty()
                ? json
                : json.with("decision", experiment.decision().get().match(new DecisionJson()));
    }

    private static JsonMembers ensemble(Ensemble ensemble) {
        JsonMembers json =
                JsonMembers.none().with("kind", ensemble.kind().word()).with("members", ensemble.members());
        if (ensemble.kind() == Ensemble.Kind.PACK) {
            json = json.with("choose", ensemble.choice().word());
        }
        return ensemble.draws().isEmpty()
                ? json
                : json.with("draw", DrawJson.of(ensemble.draws().get()));
    }

    private static JsonMembers data(DataRoles data) {
        JsonMembers json = JsonMembers.none().with("target", oneOrMore(data.targets()));
        if (!data.ignore().isEmpty()) {
            json = json.with("ignore", Json.texts(data.ignore()));
        }
        if (data.positive().isPresent()) {
            json = json.with("positive", data.positive().get());
        }
        if (data.weight().isPresent()) {
            json = json.with("weight", data.weight().get());
        }
        if (data.group().isPresent()) {
            json = json.with("group", data.group().get());
        }
        if (data.time().isPresent()) {
            json = json.with("time", data.time().get());
        }
        if (data.skipsMissingTargets()) {
            json = json.with("missingTarget", "skip");
        }
        if (!data.marks().isUsual()) {
            json = json.with("missingMarks", Json.texts(data.marks().texts()));
        }
        JsonMembers columns = JsonMembers.none();
        for (Map.Entry<String, ColumnPlan> column : data.plans().entrySet()) {
            columns = columns.with(column.getKey(), ColumnJson.of(column.getValue()));
        }
        return columns.isEmpty() ? json : json.with("columns", columns);
    }

    private static JsonNode oneOrMore(List<String> targets) {
        return targets.size() == 1 ? Json.text(targets.get(0)) : Json.texts(targets);
    }

    private static JsonMembers preprocessing(Experiment experiment) {
        JsonMembers json = JsonMembers.none();
        if (experiment.scaling() != Scaling.NONE) {
            json = json.with("scaling", experiment.scaling().word());
        }
        if (experiment.scaleCategories()) {
            json = json.with("scaleCategories", true);
        }
        return experiment.targetScaling() == Scaling.NONE
                ? json
                : json.with("targetScaling", experiment.targetScaling().word());
    }
}
