// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.explanation;

/**
 * Why a row of a table is answered so.
 *
 * @param number of the row, from 1 on
 * @param attribution what each feature contributes
 * @since 0.1.0
 */
public record ExplainedRow(long number, Attribution attribution) {
    /** Refuses a number below 1. */
    public ExplainedRow {
        if (number < 1) {
            throw new IllegalArgumentException("explanation: rows count from 1, got " + number);
        }
    }
}
