// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.data;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The order of labels: by number if all are numbers, else by code point. */
public final class Labels {
    private Labels() {}

    /** The different labels among the cells, in order. */
    public static List<String> of(Collection<String> cells) {
        List<String> distinct = cells.stream().distinct().toList();
        boolean numeric = distinct.stream().allMatch(NumberCell::isNumber);
        Comparator<String> byText = (a, b) ->
                Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());
        Comparator<String> order =
                numeric ? Comparator.comparingDouble(Double::parseDouble).thenComparing(byText) : byText;
        return distinct.stream().sorted(order).toList();
    }
}
