// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.config.starter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a configuration says of missing values beside what it says of single columns.
 *
 * @param skipsTargets whether rows have no target
 * @param marks what says that there is no value, in place of the usual marks; empty if these do
 * @param remarks what to tell of both
 */
record GapSurvey(boolean skipsTargets, List<String> marks, List<String> remarks) {
    private static final int MOST_TOLD = 5;

    static GapSurvey of(TargetSurvey target, Map<String, FeatureSurvey> features) {
        Set<String> marks = new TreeSet<>(target.ownMarks().keySet());
        List<String> told = new ArrayList<>();
        if (!target.ownMarks().isEmpty()) {
            told.add(told(target.ownMarks()) + " in the target");
        }
        features.forEach((name, feature) -> {
            if (!feature.ownMarks().isEmpty()) {
                marks.addAll(feature.ownMarks().keySet());
                told.add(told(feature.ownMarks()) + " in column '" + name + "'");
            }
        });
        features.forEach((name, feature) -> {
            if (feature.hasGaps(target.words())) {
                throw target.wordIsTaken(name);
            }
        });
        List<String> remarks = new ArrayList<>();
        if (!target.words().isEmpty()) {
            remarks.add("taken for a label: "
                    + told(target.words()) + " in the target; data.missingMarks lists what says that there is no value,"
                    + " and not this");
        }
        if (!told.isEmpty()) {
            remarks.add("taken for no value: " + told.stream().limit(MOST_TOLD).collect(Collectors.joining("; "))
                    + (told.size() > MOST_TOLD ? "; and so on" : "") + "; data.missingMarks lists it");
        }
        if (target.missing() > 0) {
            remarks.add(target.missing() + " rows have no target and are left out; data.missingTarget says so");
        }
        return new GapSurvey(
                target.missing() > 0, OwnMarks.listed(marks, target.words().keySet()), remarks);
    }

    private static String told(Map<String, Integer> marks) {
        return marks.entrySet().stream()
                .map(mark -> "'" + mark.getKey() + "' (" + mark.getValue() + " times)")
                .collect(Collectors.joining(", "));
    }
}
