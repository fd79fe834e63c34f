// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.data;

import dev.nn4j.api.DataException;
import dev.nn4j.api.DataException.Location;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts the texts of a column and lists those that are frequent enough. */
final class FoundCategoriesFitter extends FeatureFitter {
    private final FoundCategories found;
    private final ColumnPlan plan;
    private final Map<String, Integer> counts = new HashMap<>();

    FoundCategoriesFitter(String name, FoundCategories found, ColumnPlan plan) {
        super(name);
        this.found = found;
        this.plan = plan;
    }

    @Override
    void add(String cell, Location where) {
        if (!Missing.isMark(cell)) {
            counts.merge(cell, 1, Integer::sum);
        } else if (plan.missing() == MissingPolicy.ERROR) {
            throw new DataException(where, NumberCell.missing(name()));
        }
    }

    @Override
    void add(float number) {
        throw new IllegalArgumentException("column '" + name() + "' holds categories, which are texts");
    }

    @Override
    Feature fit(Location header) {
        if (counts.isEmpty()) {
            throw withoutValues(header);
        }
        List<String> listed = Labels.of(counts.keySet()).stream()
                .filter(text -> rows(text) >= found.rareBelow())
                .toList();
        requireFew(header, listed.size());
        boolean someRare = listed.size() < counts.size();
        Unseen unseen = found.unseen() == Unseen.RARE && !someRare ? Unseen.ZEROS : found.unseen();
        List<Float> fill = plan.missing().fills() ? List.of((float) mostFrequent(listed)) : List.of();
        return new Feature(name(), new CategoryKind(listed, unseen), missing(plan, fill));
    }

    private void requireFew(Location header, int listed) {
        if (listed == 0) {
            throw new DataException(
                    header,
                    "every category of column '" + name() + "' has fewer than " + found.rareBelow()
                            + " training rows and so is rare; take a lower limit or leave the column out");
        }
        if (listed > CategoryKind.MOST_CATEGORIES) {
            throw new DataException(
                    header,
                    "column '" + name() + "' has " + listed + " categories, at most " + CategoryKind.MOST_CATEGORIES
                            + " are allowed; leave it out, or take rare ones together");
        }
    }

    private int mostFrequent(List<String> listed) {
        int best = 0;
        for (int index = 1; index < listed.size(); index++) {
            if (rows(listed.get(index)) > rows(listed.get(best))) {
                best = index;
            }
        }
        return best;
    }

    private int rows(String text) {
        return counts.getOrDefault(text, 0);
    }
}
