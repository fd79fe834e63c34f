// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.cell;

import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.internal.text.DecimalCell;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The order of labels: by number if all are numbers, else by code point.
 *
 * @since 0.1.0
 */
public final class Labels {
    private Labels() {}

    /** The different labels among the cells, in order. */
    public static List<String> of(Collection<String> cells) {
        return of(cells, Cancellation.none());
    }

    /**
     * The same for work that may be cancelled.
     *
     * @throws java.util.concurrent.CancellationException if it is to end
     * @since 0.1.0
     */
    public static List<String> of(Collection<String> cells, Cancellation cancellation) {
        Cancellation.Walk walk = cancellation.newWalk();
        List<String> distinct =
                cells.stream().peek(cell -> walk.step()).distinct().toList();
        boolean numeric = distinct.stream().allMatch(cell -> {
            walk.step();
            return NumberCell.isNumber(cell);
        });
        Comparator<String> byText = (a, b) ->
                Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());
        Comparator<String> order =
                numeric ? Comparator.comparingDouble(DecimalCell::valueOf).thenComparing(byText) : byText;
        Comparator<String> walked = (a, b) -> {
            walk.step();
            return order.compare(a, b);
        };
        return distinct.stream().sorted(walked).toList();
    }
}
