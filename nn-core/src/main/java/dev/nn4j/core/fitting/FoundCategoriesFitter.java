// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.fitting;

import dev.nn4j.api.DataException;
import dev.nn4j.core.cell.Labels;
import dev.nn4j.core.cell.NumberCell;
import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.internal.words.CodeMemo;
import dev.nn4j.core.schema.CategoryKind;
import dev.nn4j.core.schema.ColumnPlan;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.FoundCategories;
import dev.nn4j.core.schema.Unseen;
import dev.nn4j.core.table.Column;
import dev.nn4j.core.table.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts the texts of a column and lists those that are frequent enough. */
final class FoundCategoriesFitter extends FeatureFitter {
    private final FoundCategories found;
    private final ColumnPlan plan;
    private final Column cells;
    private final Cancellation cancellation;
    private final Cancellation.Walk walk;
    private final CodeMemo<int[]> counted = new CodeMemo<>();
    private final Map<String, int[]> counts = new HashMap<>();

    FoundCategoriesFitter(Table table, String name, FoundCategories found, ColumnPlan plan) {
        super(table, name);
        this.cancellation = table.cancellation();
        this.walk = cancellation.newWalk();
        this.found = found;
        this.plan = plan;
        this.cells = table.textsOf(name);
    }

    @Override
    void see(int from, int to) {
        for (int row = from; row < to; row++) {
            walk.step();
            int code = cells.code(row);
            int[] known = counted.get(code);
            if (known != null) {
                known[0]++;
                continue;
            }
            String cell = cells.text(row);
            int[] count = counts.get(cell);
            if (count != null) {
                count[0]++;
                counted.put(code, count);
            } else if (!cells.isGap(row, plan.marks())) {
                counts.put(cell, new int[] {1});
            } else if (plan.missing().isError()) {
                throw new DataException(location(row), NumberCell.missing(name()));
            }
        }
    }

    @Override
    Feature fit() {
        if (counts.isEmpty()) {
            throw withoutValues();
        }
        List<String> listed = Labels.of(counts.keySet(), cancellation).stream()
                .filter(text -> rows(text) >= found.rareBelow())
                .toList();
        requireFew(listed.size());
        boolean someRare = listed.size() < counts.size();
        Unseen unseen = found.unseen() == Unseen.RARE && !someRare ? Unseen.ZEROS : found.unseen();
        List<Float> fill = plan.missing().fills() ? List.of((float) mostFrequent(listed)) : List.of();
        return new Feature(name(), found.of(listed, unseen), missing(plan, fill));
    }

    private void requireFew(int listed) {
        if (listed == 0) {
            throw new DataException(
                    header(),
                    "every category of column '" + name() + "' has fewer than " + found.rareBelow()
                            + " training rows and so is rare; take a lower limit or leave the column out");
        }
        if (listed > CategoryKind.MOST_CATEGORIES) {
            throw new DataException(
                    header(),
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
        int[] count = counts.get(text);
        return count == null ? 0 : count[0];
    }
}
