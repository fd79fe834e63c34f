// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command.train;

import dev.nn4j.io.ModelDescription;
import dev.nn4j.io.TensorDescription;
import java.util.List;
import java.util.Optional;

/** Where two models first differ, provenance apart. */
final class ModelDifference {
    private ModelDifference() {}

    /** As in {@code in l0/weight, value 3 of 40: 0.5 there, 0.25 here}; empty if every bit is the same. */
    static Optional<String> first(ModelDescription there, ModelDescription here) {
        if (!there.schema().withDecision(here.schema().decision()).equals(here.schema())) {
            return Optional.of("in what is read and answered: columns, categories, fills, targets or labels");
        }
        if (!there.members().equals(here.members())) {
            return Optional.of("in the layers");
        }
        if (!there.loss().equals(here.loss())) {
            return Optional.of("in the loss: " + there.loss().name() + " there, "
                    + here.loss().name() + " here");
        }
        Optional<String> tensors = tensors(there.tensors(), here.tensors());
        if (tensors.isPresent()) {
            return tensors;
        }
        if (!there.schema().decision().equals(here.schema().decision())) {
            return Optional.of("in the thresholds: " + there.schema().decision().thresholds() + " there, "
                    + here.schema().decision().thresholds() + " here");
        }
        if (!there.conformal().equals(here.conformal())) {
            return Optional.of("in what intervals and sets are made of");
        }
        return there.profile().equals(here.profile())
                ? Optional.empty()
                : Optional.of("in what the training rows looked like");
    }

    private static Optional<String> tensors(List<TensorDescription> there, List<TensorDescription> here) {
        for (int t = 0; t < Math.min(there.size(), here.size()); t++) {
            Optional<String> difference = tensor(there.get(t), here.get(t));
            if (difference.isPresent()) {
                return difference;
            }
        }
        return there.size() == here.size()
                ? Optional.empty()
                : Optional.of("in the tensors: " + there.size() + " there, " + here.size() + " here");
    }

    private static Optional<String> tensor(TensorDescription there, TensorDescription here) {
        if (!there.toString().equals(here.toString())) {
            return Optional.of("in the tensors: " + there + " there, " + here + " here");
        }
        for (int i = 0; i < there.count(); i++) {
            if (Double.doubleToLongBits(there.value(i)) != Double.doubleToLongBits(here.value(i))) {
                return Optional.of("in " + there.name() + ", value " + (i + 1) + " of " + there.count() + ": "
                        + shown(there, i) + " there, " + shown(here, i) + " here");
            }
        }
        return Optional.empty();
    }

    private static String shown(TensorDescription tensor, int index) {
        return Float.toString((float) tensor.value(index));
    }
}
