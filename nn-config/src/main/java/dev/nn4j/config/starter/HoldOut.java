// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.config.starter;

/**
 * Where the rows come from that a training does not learn from, and that say which of its epochs is the best.
 *
 * @since 0.1.0
 */
public enum HoldOut {
    /** Whatever suits: where rows are few, all take turns. */
    SUITABLE,
    /** The rows are divided once. It is for rows in an order of time, of which the last are kept, and for who asks for it. */
    ONCE,
    /** They are given beside those to learn from, so that none need be set aside. */
    GIVEN
}
