// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.work;

/** Hands on what was thrown on another thread as if it had been thrown on this one. */
public final class Thrown {
    private Thrown() {}

    /**
     * Throws it, checked or not, without wrapping it: a caller sees the same on any number of threads.
     *
     * @return never; so that it can be thrown, which tells the compiler that nothing follows
     */
    public static RuntimeException asItIs(Throwable thrown) {
        throw Thrown.<RuntimeException>unchecked(thrown);
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"
    }) // the cast is what lets a checked one pass undeclared
    private static <T extends Throwable> T unchecked(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
