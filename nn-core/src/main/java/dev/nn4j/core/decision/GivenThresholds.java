// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.decision;

import dev.nn4j.api.NearestName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Thresholds that somebody has set, by what labels are called. Immutable.
 *
 * @param rest the probability above which labels that are not named say yes; in [0, 1)
 * @param named those of single labels: the positive label of a binary model, or targets of several; each in [0, 1)
 * @since 0.1.0
 */
public record GivenThresholds(double rest, SortedMap<String, Double> named) implements DecisionRule {
    private static final double HALF = 0.5;

    /**
     * Copies the map.
     *
     * @throws IllegalArgumentException if a threshold is not in [0, 1)
     */
    public GivenThresholds {
        named = Collections.unmodifiableSortedMap(new TreeMap<>(named));
        requireShare(rest);
        named.values().forEach(GivenThresholds::requireShare);
    }

    private static void requireShare(double threshold) {
        if (!(threshold >= 0 && (float) threshold < 1)) {
            throw new IllegalArgumentException("decision: a threshold must be in [0, 1), got " + threshold);
        }
    }

    /**
     * The same for all labels.
     *
     * @param threshold in [0, 1)
     */
    public static GivenThresholds at(double threshold) {
        return new GivenThresholds(threshold, new TreeMap<>());
    }

    /**
     * Those of some labels, and one half for the others.
     *
     * @param named each in [0, 1)
     */
    public static GivenThresholds at(Map<String, Double> named) {
        return new GivenThresholds(HALF, new TreeMap<>(named));
    }

    /**
     * As a model decides by them.
     *
     * @param labels what may be named, in the order of the model's outputs
     * @throws IllegalArgumentException if another one is named
     */
    public Decision decision(List<String> labels) {
        for (String name : named.keySet()) {
            if (!labels.contains(name)) {
                throw new IllegalArgumentException("decision: must name a label that is decided for, one of "
                        + String.join(", ", labels) + ", got '" + name + "'" + NearestName.hint(name, labels));
            }
        }
        List<Float> each = new ArrayList<>();
        labels.forEach(label -> each.add(named.getOrDefault(label, rest).floatValue()));
        return new Decision(each);
    }

    @Override
    public <T> T match(Cases<T> cases) {
        return cases.given(this);
    }
}
