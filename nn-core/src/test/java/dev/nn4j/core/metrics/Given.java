// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.metrics;

import dev.nn4j.core.schema.InputNotes;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.table.WordArray;
import java.util.List;
import java.util.Optional;

/** Answers that no model gave. */
public final class Given {
    private static final Answers.Circumstances UNWEIGHTED =
            new Answers.Circumstances(Optional.empty(), 0, new InputNotes(0, 0, List.of()), 1);

    private Given() {}

    public static Answers labels(Schema schema, float[] outputs, int[] truth, double loss) {
        return new Answers(
                schema, truth.length, WordArray.of(outputs), WordArray.of(truth), loss, WordArray::inHeap, UNWEIGHTED);
    }

    /** The same answers, to rows that weigh differently. */
    public static Answers weighing(Answers answers, float... weights) {
        return answers.under(
                new Answers.Circumstances(Optional.of(WordArray.of(weights)), 0, new InputNotes(0, 0, List.of()), 1));
    }

    public static Answers numbers(Schema schema, float[] outputs, float[] targets, double loss) {
        int rows = outputs.length / schema.outputs();
        return new Answers(
                schema, rows, WordArray.of(outputs), WordArray.of(targets), loss, WordArray::inHeap, UNWEIGHTED);
    }
}
