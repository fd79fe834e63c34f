// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.choice;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Chooses among candidates: first the better half, and then again and again the one with which those chosen are best together,
 * as long as they do not become worse. Caruana et al., <i>Ensemble Selection from Libraries of Models</i>, 2004, begin with
 * several as well, lest few rows choose one that was lucky; though here none is taken twice. Of equals the one that is better
 * alone is taken, and then the one with the lower number.
 */
public final class GreedyChoice {
    private final Cost cost;

    /** What several candidates cost together. */
    public interface Cost {
        /** Of these, in rising order; less is better, and what is not a number is worse than all. */
        double of(List<Integer> candidates);
    }

    /** By this cost. */
    public GreedyChoice(Cost cost) {
        this.cost = cost;
    }

    /** Those chosen of so many, counted from 0, in rising order. */
    public List<Integer> of(int candidates) {
        List<Integer> ranked = ranked(candidates);
        int half = (candidates + 1) / 2;
        List<Integer> chosen = new ArrayList<>(ranked.subList(0, half));
        Collections.sort(chosen);
        List<Integer> left = new ArrayList<>(ranked.subList(half, candidates));
        double least = together(chosen);
        while (!left.isEmpty()) {
            int best = left.get(0);
            double reached = together(with(chosen, best));
            for (int one : left.subList(1, left.size())) {
                double found = together(with(chosen, one));
                if (found < reached) {
                    best = one;
                    reached = found;
                }
            }
            if (reached > least || reached == Double.POSITIVE_INFINITY) {
                return chosen;
            }
            left.remove(Integer.valueOf(best));
            chosen = with(chosen, best);
            least = reached;
        }
        return chosen;
    }

    /** Better ones before others, so that of equals the first that is met is the one to take. */
    private List<Integer> ranked(int candidates) {
        double[] alone = IntStream.range(0, candidates)
                .mapToDouble(one -> together(List.of(one)))
                .toArray();
        return IntStream.range(0, candidates)
                .boxed()
                .sorted((one, other) -> Double.compare(alone[one], alone[other]))
                .toList();
    }

    private double together(List<Integer> candidates) {
        double found = cost.of(candidates);
        return Double.isNaN(found) ? Double.POSITIVE_INFINITY : found;
    }

    private static List<Integer> with(List<Integer> chosen, int one) {
        List<Integer> together = new ArrayList<>(chosen);
        together.add(one);
        Collections.sort(together);
        return together;
    }
}
