// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.schema;

import java.util.List;

/**
 * What the policies of a model let through in rows that it was asked about: gaps that were filled, texts that training did
 * not have, and rows that were left out. Immutable.
 *
 * @param rows how many were looked at
 * @param left how many of them were left out, as a value is missing for which nothing stands
 * @param columns those of which there is something to say, in the model's order
 * @since 0.1.0
 */
public record InputNotes(long rows, long left, List<ColumnNote> columns) {
    /** Copies the list. */
    public InputNotes {
        columns = List.copyOf(columns);
    }

    /**
     * What is to be said of one column.
     *
     * @param name of the column
     * @param filled rows whose value is missing and was filled, or has an input of its own
     * @param refused rows whose value is missing and for which nothing stands; they were left out
     * @param firstRefused line of the first of those, counted from 1; 0 if there is none
     * @param unseen rows with a text that training did not have
     * @param texts those texts, the most frequent first; some of them, where they are many
     */
    public record ColumnNote(
            String name, long filled, long refused, long firstRefused, long unseen, List<UnseenText> texts) {
        /** Copies the list. */
        public ColumnNote {
            texts = List.copyOf(texts);
        }
    }

    /**
     * A text that training did not have.
     *
     * @param text as it stands in the data
     * @param rows how many have it
     * @param nearest of the texts that training had; empty if none is near
     */
    public record UnseenText(String text, long rows, String nearest) {}

    /** Whether there is nothing to say. */
    public boolean isEmpty() {
        return columns.isEmpty();
    }
}
