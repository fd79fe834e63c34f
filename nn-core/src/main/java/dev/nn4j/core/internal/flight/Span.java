// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.flight;

/** A stretch of work that has begun. */
public interface Span {
    /** It is over; of work that failed nothing is told. */
    void ended();
}
