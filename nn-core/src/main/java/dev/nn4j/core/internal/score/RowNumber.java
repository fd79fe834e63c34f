// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.score;

/** A number of each row. */
@FunctionalInterface
public interface RowNumber {
    /** That of a row. */
    float of(int row);
}
