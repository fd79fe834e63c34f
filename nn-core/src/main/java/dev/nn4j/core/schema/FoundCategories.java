// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.schema;

import dev.nn4j.core.cell.CellType;

/**
 * Categories that are those of the training rows, in numeric order if all are numbers, else by code point.
 *
 * @param rareBelow a category of fewer training rows than this is rare: it is not listed, and taken as an unseen one is
 * @param unseen what becomes of texts that are not listed
 * @param signedPair whether one signed input is made of them where there turn out to be two
 * @since 0.1.0
 */
public record FoundCategories(int rareBelow, Unseen unseen, boolean signedPair) implements KindPlan {
    /** One input for each, however many there are. */
    public FoundCategories(int rareBelow, Unseen unseen) {
        this(rareBelow, unseen, false);
    }

    /** Refuses what contradicts itself. */
    public FoundCategories {
        if (rareBelow < 0) {
            throw new IllegalArgumentException("category: rare must be at least 0, got " + rareBelow);
        }
        if (rareBelow > 1 && unseen == Unseen.ERROR) {
            throw new IllegalArgumentException(
                    "category: a rare category is taken as an unseen one, which must then be rare or zeros, not error");
        }
    }

    @Override
    public String word() {
        return "category";
    }

    @Override
    public CellType cellType() {
        return CellType.TEXT;
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.foundCategories(this);
    }

    @Override
    public boolean allows(MissingPolicy policy) {
        return policy != MissingPolicy.MEAN && policy != MissingPolicy.MEDIAN;
    }
}
