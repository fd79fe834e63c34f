// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import dev.nn4j.api.math.ShortestDecimal;
import dev.nn4j.core.experiment.Ensemble;
import dev.nn4j.core.internal.watch.CalibrationText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How an ensemble came to be, as a model says it of itself.
 *
 * @param members those that the model has
 * @param others that it has not
 * @param validation rows on which all were validated, if these are the same
 */
record EnsembleText(
        Ensemble ensemble, List<MemberResult> members, List<MemberResult> others, Optional<Integer> validation) {
    private static final String NAME = "ensemble";

    /** All that is said, each under a name; a line for each member that the model has. */
    Map<String, String> all() {
        Map<String, String> all = new TreeMap<>();
        all.put(NAME, text());
        all.put(NAME + " figures", figures());
        int digits = Integer.toString(ensemble.members()).length();
        for (MemberResult member : members) {
            all.put(String.format(Locale.ROOT, "%s member %0" + digits + "d", NAME, member.number()), text(member));
        }
        return all;
    }

    /** As in {@code 3 networks of 3 folds, each trained on all but one and validated on that; kept epochs 12 of 30, …}. */
    private String text() {
        String from = switch (ensemble.kind()) {
            case FOLDS -> " of " + ensemble.members() + " folds, each trained on all but one and validated on that";
            case SEEDS -> " that differ by their seeds, all trained on the same rows";
            case PACK -> pack();
        };
        return networks(members.size()) + from + "; kept epochs "
                + members.stream()
                        .map(member ->
                                member.bestEpoch() + " of " + member.history().size())
                        .collect(Collectors.joining(", "))
                + calibrated();
    }

    private String pack() {
        String drawn = " that differ by their seeds and by what they drew, all trained on the same rows";
        if (ensemble.choice() == Ensemble.Choice.ALL) {
            return drawn;
        }
        return " of a pack of " + ensemble.members() + drawn + ", chosen as the best together by "
                + members.get(0).monitor().word() + gone();
    }

    private String gone() {
        long early =
                others.stream().filter(member -> member.stopReason().isOfPack()).count();
        return early == 0 ? "" : "; " + early + " left early";
    }

    /** What the figures that a training reports are measured on. */
    private String figures() {
        if (ensemble.kind() == Ensemble.Kind.FOLDS) {
            return "out of fold: each row answered by the member that has not learnt from it";
        }
        return validation
                .map(rows -> rows + " validation rows from which no member learns"
                        + (ensemble.choice() == Ensemble.Choice.GREEDY
                                ? "; by them members were chosen, so figures on new rows are rather worse"
                                : ""))
                .orElse("the training rows alone");
    }

    private static String networks(int count) {
        return count == 1 ? "1 network" : count + " networks";
    }

    private static String text(MemberResult member) {
        String drawn = member.drawn().entrySet().stream()
                .map(one -> ", " + one.getKey() + " " + shown(one.getValue()))
                .collect(Collectors.joining());
        String score = member.score().isPresent()
                ? String.format(
                        Locale.ROOT,
                        ", %s %.4g",
                        member.monitor().word(),
                        member.score().getAsDouble())
                : "";
        return "epoch " + member.bestEpoch() + " of " + member.history().size() + score + ", seed " + member.seed()
                + drawn;
    }

    private static String shown(Object value) {
        return value instanceof Double number ? ShortestDecimal.text(number) : value.toString();
    }

    private String calibrated() {
        String factors = members.stream()
                .flatMap(member -> member.temperature().stream())
                .map(CalibrationText::factor)
                .collect(Collectors.joining(", "));
        return factors.isEmpty() ? "" : "; calibrated " + factors;
    }
}
