// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.data;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * What one pass over a column tells of it.
 *
 * @param feature that the column is
 * @param constant whether all its cells are the same
 * @param identifier whether it counts the rows, or is a category that hardly repeats
 * @param missing how many rows have no value
 * @param hash of its cells, in order
 */
record ColumnTraits(Feature feature, boolean constant, boolean identifier, int missing, int hash) {
    static ColumnTraits of(Table table, Feature feature) {
        return feature.cellType().isText()
                ? of(table.textsOf(feature.name()), feature)
                : of(table.numbersOf(feature.name()), feature);
    }

    String name() {
        return feature.name();
    }

    private static ColumnTraits of(String[] texts, Feature feature) {
        Set<String> different = new HashSet<>();
        int missing = 0;
        for (String text : texts) {
            missing += feature.kind().isMissing(text) ? 1 : 0;
            different.add(text);
        }
        boolean identifier = feature.kind() instanceof CategoryKind && 2L * different.size() > texts.length;
        return new ColumnTraits(feature, different.size() == 1, identifier, missing, Arrays.hashCode(texts));
    }

    private static ColumnTraits of(float[] numbers, Feature feature) {
        boolean constant = true;
        boolean counts = true;
        int missing = 0;
        for (int row = 0; row < numbers.length; row++) {
            missing += Float.isNaN(numbers[row]) ? 1 : 0;
            if (row > 0) {
                constant &= Float.compare(numbers[row], numbers[0]) == 0;
                counts &= numbers[row] > numbers[row - 1] && numbers[row] == Math.rint(numbers[row]);
            }
        }
        return new ColumnTraits(feature, constant, counts, missing, Arrays.hashCode(numbers));
    }
}
