// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.fitting;

import dev.nn4j.core.internal.work.ColumnWalk;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.table.Column;
import java.util.Optional;

/** A column that is looked at, for {@link ColumnTraits}. */
abstract class ColumnLook implements ColumnWalk.Column {
    /** So many rows tell whether cells repeat. */
    static final int MOST_ROWS = 1 << 17;

    final Feature feature;
    final Column cells;
    boolean constant = true;
    int missing;
    int hash = 1;

    ColumnLook(Feature feature, Column cells) {
        this.feature = feature;
        this.cells = cells;
    }

    abstract boolean isIdentifier();

    boolean isNamedIdentifier() {
        return false;
    }

    Optional<String> lookalikes() {
        return Optional.empty();
    }

    boolean isBeyondDoubles() {
        return false;
    }

    boolean isMerged() {
        return false;
    }

    boolean isTiny() {
        return false;
    }

    final ColumnTraits traits() {
        boolean identifier = isIdentifier();
        return new ColumnTraits(
                feature,
                constant,
                identifier,
                !identifier && isNamedIdentifier(),
                isBeyondDoubles(),
                isMerged(),
                isTiny(),
                missing,
                hash,
                lookalikes());
    }
}
