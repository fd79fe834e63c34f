// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import dev.nn4j.core.experiment.Ensemble;
import java.util.List;
import java.util.stream.Collectors;

/** How an ensemble came to be, as a model says it of itself. */
record EnsembleText(Ensemble ensemble, List<MemberResult> members) {
    /** As in {@code 3 networks of 3 folds, each validated on its own; kept epochs 12 of 30, 9 of 27, 14 of 32}. */
    String text() {
        String from = switch (ensemble.kind()) {
            case FOLDS -> " of " + ensemble.members() + " folds, each trained on all but one and validated on that";
            case SEEDS -> " that differ by their seeds, all trained on the same rows";
        };
        return members.size() + " networks" + from + "; kept epochs "
                + members.stream()
                        .map(member ->
                                member.bestEpoch() + " of " + member.history().size())
                        .collect(Collectors.joining(", "))
                + calibrated();
    }

    private String calibrated() {
        String factors = members.stream()
                .flatMap(member -> member.temperature().stream())
                .map(CalibrationText::factor)
                .collect(Collectors.joining(", "));
        return factors.isEmpty() ? "" : "; calibrated " + factors;
    }
}
