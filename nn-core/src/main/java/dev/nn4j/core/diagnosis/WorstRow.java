// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.diagnosis;

import dev.nn4j.core.metrics.Answers;
import dev.nn4j.core.metrics.RowCosts;
import dev.nn4j.core.schema.Task;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * A row that the model was far off at.
 *
 * @param row of the answers, from 0
 * @param cost its log-loss, or of a regression its absolute error, the mean over targets
 * @since 0.1.0
 */
public record WorstRow(int row, double cost) {
    /** The worst first, then the earlier. */
    private static Comparator<WorstRow> order() {
        return Comparator.comparingDouble((WorstRow one) -> -one.cost()).thenComparingInt(WorstRow::row);
    }

    /** The worst rows of all, the worst first; rows that weigh nothing left out. */
    public static List<WorstRow> of(Answers answers, int most) {
        RowCosts costs = new RowCosts(answers);
        boolean numbers = answers.schema().task() == Task.REGRESSION;
        PriorityQueue<WorstRow> worst = new PriorityQueue<>(order().reversed());
        for (int row = 0; row < answers.rows(); row++) {
            if (answers.weight(row) > 0) {
                worst.add(new WorstRow(row, numbers ? costs.absoluteError(row) : costs.logLoss(row)));
                if (worst.size() > most) {
                    worst.poll();
                }
            }
        }
        List<WorstRow> sorted = new ArrayList<>(worst);
        sorted.sort(order());
        return sorted;
    }
}
