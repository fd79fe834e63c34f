// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.api;

/**
 * A model, checkpoint or exchange file that cannot be read.
 *
 * @since 0.1.0
 */
public final class ModelFormatException extends Nn4jException {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** Damaged, or made by a writer that breaks the format's rules. */
        CORRUPT,
        /** Made by a newer nn4j that says older ones must not read it. */
        TOO_NEW,
        /** Of a version that is no longer read. */
        TOO_OLD,
        /** A file of another kind. */
        NOT_A_MODEL,
        /** A model where the state of a training is needed too. */
        NOT_A_CHECKPOINT,
        /** Sound, but with content that nn4j's networks do not have. */
        UNSUPPORTED
    }

    private final Reason reason;

    /** A fault of the given kind; {@code problem} says what is wrong, where, and what to do. */
    public ModelFormatException(Reason reason, String problem) {
        super(problem, null);
        this.reason = reason;
    }

    /** Why the file cannot be read. */
    public Reason reason() {
        return reason;
    }
}
