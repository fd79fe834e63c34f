// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.rules;

import dev.nn4j.api.DataException;
import dev.nn4j.api.Loss;
import dev.nn4j.api.TargetKind;
import dev.nn4j.api.ValueRange;
import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.table.Column;
import dev.nn4j.core.table.Table;
import java.util.List;

/** What a loss of numbers that are at least 0 asks of the targets. */
public final class PositiveTargets {
    private PositiveTargets() {}

    /**
     * Passes if no target is below what the loss judges.
     *
     * @throws DataException naming the first one's cell
     */
    public static void require(Loss loss, List<String> targets, Table table) {
        boolean takesAny = loss.targets() != TargetKind.NUMBERS || loss.domain() != ValueRange.NON_NEGATIVE;
        if (takesAny) {
            return;
        }
        for (String target : targets) {
            Column numbers = table.numbersOf(target);
            Cancellation.Walk walk = table.cancellation().newWalk();
            for (int row = 0; row < table.rows(); row++) {
                walk.step();
                if (numbers.number(row) < 0) {
                    throw new DataException(
                            table.location(row, target),
                            loss.name() + " takes targets of at least 0, got " + numbers.number(row)
                                    + "; correct it, or use another loss");
                }
            }
        }
    }
}
