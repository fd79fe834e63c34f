// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command.train;

import dev.nn4j.core.metrics.Answers;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.training.TrainingResult;
import dev.nn4j.report.card.HeldOutFigures;
import dev.nn4j.report.card.TrainingFacts;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a model keeps of the data that it was trained on, and of how good it was on rows that it has not learnt from. */
record TrainedOn(TrainingPlanner.Inputs inputs) {
    /** For the provenance, beside what the training itself says there. */
    Map<String, String> extra(TrainingResult outcome, Table data, Optional<Answers> heldOut) {
        Map<String, String> extra = new TreeMap<>(outcome.model().provenance().extra());
        extra.putAll(facts(outcome, data).extra());
        String on = outcome.outOfFold().isPresent()
                ? "out-of-fold rows"
                : "validation rows" + (outcome.isRefitted() ? " set aside before the training on all" : "");
        heldOut.ifPresent(answers ->
                extra.put(HeldOutFigures.NAME, HeldOutFigures.of(answers, on).text()));
        return extra;
    }

    private TrainingFacts facts(TrainingResult outcome, Table data) {
        return new TrainingFacts(
                inputs.data().nameInModels(),
                data.rows(),
                data.sha256(),
                inputs.validation().isPresent() ? outcome.validation().map(Table::sha256) : Optional.empty(),
                obstacle());
    }

    private Optional<String> obstacle() {
        if (inputs.initial().isPresent()) {
            return Optional.of("started from another model (--init)");
        }
        return inputs.changedData()
                ? Optional.of("went on with changed data (--allow-changed-data)")
                : Optional.empty();
    }
}
