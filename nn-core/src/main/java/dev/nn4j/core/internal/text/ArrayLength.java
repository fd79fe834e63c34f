// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.text;

/** What one array can hold, and the words for what is too much. */
public final class ArrayLength {
    /** The longest array that every JVM makes. */
    public static final int MOST = Integer.MAX_VALUE - 8;

    private ArrayLength() {}

    /**
     * Numbers of a matrix that is to be one array.
     *
     * @param what the rows are, for the message
     * @throws IllegalArgumentException if an array cannot hold them
     */
    public static int of(String what, int rows, int width) {
        return of(what + ": " + rows + " rows of " + width, (long) rows * width);
    }

    /** The same for what is no matrix. */
    public static int of(String what, long count) {
        if (count > MOST) {
            throw new IllegalArgumentException(
                    what + " are " + count + " numbers, and one array holds at most " + MOST + "; take them in parts");
        }
        return (int) count;
    }
}
