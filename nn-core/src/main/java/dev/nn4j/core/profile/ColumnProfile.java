// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.profile;

/**
 * What the training rows held in one column: numbers, dates among them, or texts.
 *
 * @since 0.1.0
 */
public sealed interface ColumnProfile permits NumberProfile, TextProfile {
    /** The column's name. */
    String name();

    /** Rows without a value. */
    long missing();

    /** Rows with a value. */
    long values();

    /** Asks which of the two it is. */
    <R> R match(Cases<R> cases);

    /**
     * One answer for each form.
     *
     * @param <R> what is answered
     * @since 0.1.0
     */
    interface Cases<R> {
        /** The answer for numbers. */
        R numbers(NumberProfile profile);

        /** The answer for texts. */
        R texts(TextProfile profile);
    }
}
