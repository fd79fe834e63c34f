// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.flight;

/** Work on rows that has begun, of which nobody knows before how many there are. */
public interface RowSpan {
    /** It is over; of work that failed nothing is told. */
    void ended(long rows);
}
