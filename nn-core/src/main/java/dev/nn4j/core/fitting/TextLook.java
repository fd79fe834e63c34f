// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.fitting;

import dev.nn4j.core.internal.words.CodeMemo;
import dev.nn4j.core.schema.CategoryKind;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.table.Column;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks at a column of texts. */
final class TextLook extends ColumnLook {
    private static final int MOST_KNOWN = 1 << 14;

    /** What a text tells of each row that has it. */
    private record Told(String text, boolean missing, boolean first, int hash) {}

    private final CodeMemo<Told> known = new CodeMemo<>();
    private final boolean category;
    private final Set<String> different = new HashSet<>();
    private final Map<String, Boolean> isMissing = new HashMap<>();
    private final String first;
    private int rows;

    TextLook(Feature feature, Column cells) {
        super(feature, cells);
        this.category = feature.kind() instanceof CategoryKind;
        this.first = cells.text(0);
    }

    @Override
    public void see(int from, int to) {
        for (int row = from; row < to; row++) {
            see(row);
        }
    }

    private void see(int row) {
        int code = cells.code(row);
        Told text = known.get(code);
        if (text == null) {
            text = told(cells.text(row));
            known.put(code, text);
        }
        missing += text.missing && !cells.isValue(row) ? 1 : 0;
        constant &= text.first;
        hash = 31 * hash + text.hash;
        if (category && row < MOST_ROWS) {
            different.add(text.text);
            rows++;
        }
    }

    private Told told(String text) {
        return new Told(text, isMissing(text), text.equals(first), text.hashCode());
    }

    private boolean isMissing(String text) {
        Boolean known = isMissing.get(text);
        if (known != null) {
            return known;
        }
        boolean missing = feature.isMissing(text);
        if (isMissing.size() < MOST_KNOWN) {
            isMissing.put(text, missing);
        }
        return missing;
    }

    @Override
    boolean isIdentifier() {
        return 2L * different.size() > rows;
    }

    /** Texts that hardly repeat are no categories, whose number has a bound. */
    @Override
    Optional<String> lookalikes() {
        return different.size() > MOST_KNOWN ? Optional.empty() : Lookalikes.told("categories", different);
    }
}
