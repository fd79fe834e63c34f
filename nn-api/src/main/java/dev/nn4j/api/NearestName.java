// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.api;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what a person who mistyped a name most likely meant.
 *
 * @since 0.1.0
 */
public final class NearestName {
    private NearestName() {}

    /**
     * The candidate with the least edit distance (insertion, deletion, substitution or swap of neighbours, case
     * and accents ignored), if that is at most a third of the word's length and at least one edit is allowed; of equals the first.
     */
    public static Optional<String> of(String word, Collection<String> candidates) {
        String wanted = folded(word);
        int tolerated = Math.max(1, (word.length() + 1) / 3);
        return candidates.stream()
                .filter(candidate -> distance(wanted, folded(candidate)) <= tolerated)
                .min(Comparator.comparingInt(candidate -> distance(wanted, folded(candidate))));
    }

    /**
     * The tail of an error message about an unknown name: {@code ; did you mean 'alpha'?}, or the list of what there is
     * when nothing is near, shortened after twenty.
     */
    public static String hint(String word, Collection<String> candidates) {
        return hint(word, candidates, candidates);
    }

    /**
     * As {@link #hint(String, Collection)}, with fewer names in the list than may be meant: aliases are understood but
     * not listed.
     */
    public static String hint(String word, Collection<String> candidates, Collection<String> listed) {
        Optional<String> nearest = of(word, candidates);
        if (nearest.isPresent()) {
            return "; did you mean '" + nearest.get() + "'?";
        }
        String some = String.join(", ", listed.stream().limit(20).toList());
        return "; there is " + (listed.isEmpty() ? "none" : some + (listed.size() > 20 ? ", …" : ""));
    }

    /**
     * As {@link #hint(String, Collection)}, where some of the names are taken: what is there for itself was not meant.
     *
     * @param taken names that are in use already, or wanted themselves; listed, but never meant
     * @since 0.1.0
     */
    public static String hintAmongFree(String word, Collection<String> listed, Collection<String> taken) {
        Set<String> used = Set.copyOf(taken);
        List<String> free = listed.stream().filter(name -> !used.contains(name)).toList();
        return hint(word, free, listed);
    }

    /** In lower case and without accents: who has no key for one types the letter, and often two. */
    private static String folded(String word) {
        String lower = word.toLowerCase(Locale.ROOT).replace("ß", "ss");
        return Normalizer.normalize(lower, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }

    /** Optimal string alignment distance (Damerau 1964 with adjacent transpositions). */
    private static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 ? j : j == 0 ? i : cheapest(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int cheapest(int[][] cost, String a, String b, int i, int j) {
        int substitution = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(substitution, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
