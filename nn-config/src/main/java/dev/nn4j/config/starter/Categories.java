// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.config.starter;

import dev.nn4j.core.fitting.Lookalikes;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * The texts of a column taken as categories.
 *
 * @param rare of fewer rows than this a category is rare
 * @param listed how many are not
 * @param rest whether some are
 */
record Categories(int rare, int listed, boolean rest) {
    /** With more, few rows are left to learn each from. */
    private static final int MOST = 1000;

    private static final int FEWEST_ROWS_EACH = 2;
    private static final int MANY_ROWS_EACH = 10;
    private static final int RARE_WHERE_MANY = 5;

    /**
     * The categories, if the texts repeat often enough to be some. The limit of rareness is well below the average, so
     * that in every part of the rows some category is above it.
     */
    static Optional<Categories> of(Map<String, Integer> counts, long rows) {
        if (counts.size() > MOST || rows < (long) FEWEST_ROWS_EACH * counts.size()) {
            return Optional.empty();
        }
        int rare = rows >= (long) MANY_ROWS_EACH * counts.size() ? RARE_WHERE_MANY : FEWEST_ROWS_EACH;
        int listed =
                (int) counts.values().stream().filter(count -> count >= rare).count();
        return Optional.of(new Categories(rare, listed, listed < counts.size()));
    }

    /** What to say of texts that may well be meant to be one, behind the name of a column; empty if all are different indeed. */
    static Optional<String> alike(String what, Collection<String> texts) {
        return Lookalikes.told(what, texts).map(told -> "holds " + told);
    }
}
