// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.metrics;

import dev.nn4j.core.data.Schema;
import dev.nn4j.core.data.Words;

/** Answers that no model gave. */
final class Given {
    private Given() {}

    static Answers labels(Schema schema, float[] outputs, int[] truth, double loss) {
        return new Answers(schema, truth.length, Words.of(outputs), Words.of(truth), loss, Words::inHeap);
    }

    static Answers numbers(Schema schema, float[] outputs, float[] targets, double loss) {
        int rows = outputs.length / schema.outputs();
        return new Answers(schema, rows, Words.of(outputs), Words.of(targets), loss, Words::inHeap);
    }
}
