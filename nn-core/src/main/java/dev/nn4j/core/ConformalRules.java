// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core;

import dev.nn4j.core.conformal.Conformal;
import dev.nn4j.core.conformal.ConformalMethod;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;

/** Which scores a model may have, and be asked for. */
final class ConformalRules {
    private ConformalRules() {}

    /** Refuses scores of other answers than the model's. */
    static void require(Schema schema, int members, Conformal scores) {
        ConformalMethod method = scores.method();
        boolean several = schema.task() == Task.MULTILABEL;
        boolean fits = method.isForNumbers()
                ? schema.task() == Task.REGRESSION
                : schema.task().hasLabels() || (several && method == ConformalMethod.LAC);
        if (!fits) {
            throw new IllegalArgumentException("model: " + method.word() + " scores are of "
                    + (method.isForNumbers() ? "numbers" : several ? "one label of several" : "labels")
                    + ", this model is "
                    + schema.task().word());
        }
        int targets = schema.task().hasLabels() ? 1 : schema.outputs();
        if (scores.targets() != targets) {
            throw new IllegalArgumentException("model: has " + targets + " targets, scores are of " + scores.targets());
        }
        if (!method.isFor(schema.distribution())) {
            throw new IllegalArgumentException("model: " + method.word() + " scores are of "
                    + (method == ConformalMethod.QUANTILES ? "quantiles" : "a mean with a deviation")
                    + ", which this model does not predict; take "
                    + ConformalMethod.of(schema.distribution()).word() + " ones");
        }
        if (method == ConformalMethod.SPREAD && members == 1) {
            throw new IllegalArgumentException(
                    "model: spread scores are of an ensemble, this is one network; take absolute ones");
        }
    }

    /** A model's scores, for intervals or for sets. */
    static Conformal scores(Model model, boolean forNumbers) {
        if (forNumbers != (model.task() == Task.REGRESSION)) {
            throw new IllegalStateException("model: " + (forNumbers ? "intervals are of numbers" : "sets are of labels")
                    + ", this model is " + model.task().word());
        }
        return model.conformal()
                .orElseThrow(() -> new IllegalStateException("model: it has no conformal scores, without which nobody"
                        + " knows how far it is from the truth; fit them by rows that it has not learnt from,"
                        + " as nn calibrate MODEL --data FILE --conformal auto does, or train with"
                        + " training.conformal"));
    }
}
