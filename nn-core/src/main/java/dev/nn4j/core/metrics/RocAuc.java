// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.metrics;

import dev.nn4j.core.internal.score.RocArea;
import dev.nn4j.core.internal.score.WeightedRocAuc;
import dev.nn4j.core.table.WordArray;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;

/** Area under the ROC curve of answers. */
final class RocAuc {
    private RocAuc() {}

    /**
     * The area for answers.
     *
     * @param memory a word for each row
     */
    static OptionalDouble of(Answers answers, Ranking.Score score, IntPredicate positive, WordArray memory) {
        return answers.isWeighted()
                ? WeightedRocAuc.of(answers.rows(), score::of, positive, answers::weight)
                : of(Ranking.of(answers.rows(), score, positive, memory));
    }

    /** The area; empty where there is no positive or no negative. */
    static OptionalDouble of(Ranking ranking) {
        RocArea area = new RocArea();
        ranking.walk(area::add);
        return area.area(ranking.positives(), ranking.negatives());
    }
}
