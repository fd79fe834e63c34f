// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.api;

/**
 * The values a row of network outputs can take. Each constant is contained in those before it.
 *
 * @since 0.1.0
 */
public enum ValueRange {
    /** Any real number. */
    ANY,
    /** No output is below 0, such as a softplus's. */
    NON_NEGATIVE,
    /** Every output lies in [0, 1], such as a sigmoid's. */
    UNIT_INTERVAL,
    /** The outputs of a row lie in [0, 1] and sum to one, such as a softmax's. */
    DISTRIBUTION;

    /** Whether every row of values in this range is also in {@code other}. */
    public boolean isWithin(ValueRange other) {
        return compareTo(other) >= 0;
    }
}
