// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.schema;

/**
 * What becomes of a text that is none of a feature's categories.
 *
 * @since 0.1.0
 */
public enum Unseen {
    /** It is an error. */
    ERROR("error"),
    /** All inputs of the feature are 0. */
    ZEROS("zeros"),
    /** One more input, learnt from the categories too rare to have their own, is 1. */
    RARE("rare");

    private final String word;

    Unseen(String word) {
        this.word = word;
    }

    /** As configurations say it. */
    public String word() {
        return word;
    }
}
