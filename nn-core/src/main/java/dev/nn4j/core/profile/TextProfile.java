// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.profile;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The texts of a column, and how often each was there: categories, or {@code false} and {@code true}.
 *
 * @param name of the column
 * @param missing rows without a value
 * @param counts rows of each text, those that the model knows first, in its order, also where they are 0
 * @param rest rows of texts that are not listed, there being too many; at least 0
 * @since 0.1.0
 */
public record TextProfile(String name, long missing, Map<String, Long> counts, long rest) implements ColumnProfile {
    /** Copies the counts in their order, and refuses negative ones. */
    public TextProfile {
        counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
        boolean negative = missing < 0 || rest < 0 || counts.values().stream().anyMatch(count -> count < 0);
        if (negative) {
            throw new IllegalArgumentException("profile of '" + name + "': counts must be at least 0");
        }
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.texts(this);
    }

    @Override
    public long values() {
        long sum = rest;
        for (long count : counts.values()) {
            sum += count;
        }
        return sum;
    }

    /** Whether no row had this text; where not all texts are listed, none is outside. */
    public boolean isOutside(String text) {
        return rest == 0 && counts.getOrDefault(text, 0L) == 0;
    }
}
