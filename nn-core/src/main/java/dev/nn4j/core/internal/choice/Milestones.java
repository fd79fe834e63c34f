// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.choice;

import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Who leaves a pack on the way. After 1/15, 3/15 and 7/15 of the epochs, where the waves of a coslog schedule end, the worse
 * quarter goes, rounded down. Jamieson and Talwalkar, <i>Non-stochastic Best Arm Identification and Hyperparameter
 * Optimization</i>, 2016, leave half behind; of an ensemble more are wanted.
 */
public final class Milestones {
    private static final List<Integer> FIFTEENTHS = List.of(1, 3, 7);
    private static final double WHOLE = 15;
    private static final int STAYING = 4;

    private Milestones() {}

    /** After which epochs of so many, in rising order. */
    public static List<Integer> of(int epochs) {
        return FIFTEENTHS.stream()
                .map(share -> Math.max(1, (int) Math.rint(epochs * (share / WHOLE))))
                .filter(epoch -> epoch < epochs)
                .distinct()
                .toList();
    }

    /**
     * Those of some members that stay, in their order.
     *
     * @param cost what a member's score costs: less is better, of equals the earlier
     */
    public static List<Integer> staying(List<Integer> members, IntToDoubleFunction cost) {
        int leaving = members.size() / STAYING;
        List<Integer> ranked = members.stream()
                .sorted(Comparator.<Integer>comparingDouble(cost::applyAsDouble).thenComparing(one -> one))
                .toList();
        return IntStream.range(0, members.size() - leaving)
                .mapToObj(ranked::get)
                .sorted()
                .toList();
    }
}
