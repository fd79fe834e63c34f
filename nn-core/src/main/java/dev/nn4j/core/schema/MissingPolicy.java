// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.schema;

/**
 * What becomes of a missing value.
 *
 * @since 0.1.0
 */
public enum MissingPolicy {
    /** It is an error. */
    ERROR("error"),
    /** The training rows' mean; of a date that of each part by itself. */
    MEAN("mean"),
    /** The training rows' median: of an even count the mean of the middle two, of dates the earlier one. */
    MEDIAN("median"),
    /** The training rows' most frequent value: of equals the first in order. */
    MOST_FREQUENT("most-frequent"),
    /** A category of its own: an input that is 1 where the value is missing, all others of the feature being 0. */
    OWN_CATEGORY("own-category"),
    /** It is an error by intent: what would else leave a row out when predicting ends there too. */
    REFUSE("refuse");

    private final String word;

    MissingPolicy(String word) {
        this.word = word;
    }

    /** As configurations and files say it: {@code most-frequent}. */
    public String word() {
        return word;
    }

    /** Whether it is an error. */
    public boolean isError() {
        return this == ERROR || this == REFUSE;
    }

    /** Whether a value found in the training rows takes the missing one's place. */
    public boolean fills() {
        return this == MEAN || this == MEDIAN || this == MOST_FREQUENT;
    }
}
