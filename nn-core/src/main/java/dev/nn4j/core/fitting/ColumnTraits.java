// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.fitting;

import dev.nn4j.core.internal.work.ColumnWalk;
import dev.nn4j.core.internal.work.SharedLoop;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.table.Table;
import java.util.List;
import java.util.Optional;

/**
 * What one pass over a column tells of it.
 *
 * @param feature that the column is
 * @param constant whether all its cells are the same
 * @param identifier whether it numbers the rows, in whatever order, or is a category that hardly repeats
 * @param namedIdentifier whether it is none of these, but has an identifier's name, and many different whole numbers
 * @param beyondDoubles whether its numbers are whole and so large that doubles hold only some of them
 * @param merged whether many numbers become one float with the different one before them, in spite of an offset
 * @param tiny whether its numbers are so near to 0 that floats hold few of their digits, or none
 * @param missing how many rows have no value
 * @param hash of its cells, in order; of numbers that of their floats
 * @param lookalikes what to tell of categories that may be meant to be one
 */
record ColumnTraits(
        Feature feature,
        boolean constant,
        boolean identifier,
        boolean namedIdentifier,
        boolean beyondDoubles,
        boolean merged,
        boolean tiny,
        int missing,
        int hash,
        Optional<String> lookalikes) {
    /** The traits of features' columns, in one walk over the rows, of which there must be one. */
    static List<ColumnTraits> of(Table table, List<Feature> features) {
        List<ColumnLook> looks = features.stream()
                .<ColumnLook>map(feature -> feature.cellType().isText()
                        ? new TextLook(feature, table.textsOf(feature.name()))
                        : new NumberLook(feature, table))
                .toList();
        ColumnWalk.over(table.rows(), table.threads(), table.cancellation(), looks);
        int threads = ColumnWalk.sharing(table.rows(), looks.size(), table.threads());
        return SharedLoop.of(looks.size(), threads, column -> looks.get(column).traits());
    }

    String name() {
        return feature.name();
    }
}
