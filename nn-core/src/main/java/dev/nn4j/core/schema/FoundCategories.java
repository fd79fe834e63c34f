// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.schema;

import dev.nn4j.core.cell.CellType;
import java.util.List;

/**
 * Categories that are those of the training rows, in numeric order if all are numbers, else by code point.
 *
 * @param rareBelow a category of fewer training rows than this is rare: it is not listed, and taken as an unseen one is
 * @param unseen what becomes of texts that are not listed
 * @param signedPair whether one signed input is made of them where there turn out to be two
 * @param indexFrom from how many on the network sees their index, which a layer {@code category-embedding} takes; a signed pair
 *     excepted. 0 for never
 * @since 0.1.0
 */
public record FoundCategories(int rareBelow, Unseen unseen, boolean signedPair, int indexFrom) implements KindPlan {
    /** One input for each, however many there are. */
    public FoundCategories(int rareBelow, Unseen unseen) {
        this(rareBelow, unseen, false);
    }

    /** None as an index. */
    public FoundCategories(int rareBelow, Unseen unseen, boolean signedPair) {
        this(rareBelow, unseen, signedPair, 0);
    }

    /** Refuses what contradicts itself. */
    public FoundCategories {
        if (rareBelow < 0) {
            throw new IllegalArgumentException("category: rare must be at least 0, got " + rareBelow);
        }
        if (indexFrom < 0) {
            throw new IllegalArgumentException(
                    "category: the number from which on categories are indices must be at least 0, got " + indexFrom);
        }
        if (rareBelow > 1 && unseen == Unseen.ERROR) {
            throw new IllegalArgumentException(
                    "category: a rare category is taken as an unseen one, which must then be rare or zeros, not error");
        }
    }

    /**
     * What these categories make.
     *
     * @param listed those that are not rare
     * @param forOthers what becomes of other texts
     */
    public CategoryKind of(List<String> listed, Unseen forOthers) {
        CategoryKind kind =
                signedPair ? CategoryKind.signedIfPair(listed, forOthers) : new CategoryKind(listed, forOthers);
        boolean many = indexFrom > 0 && listed.size() >= indexFrom;
        return many && !kind.isSigned() ? CategoryKind.indexed(listed, forOthers) : kind;
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
