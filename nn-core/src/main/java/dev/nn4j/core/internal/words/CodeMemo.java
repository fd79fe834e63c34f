// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.words;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What is known of texts by their codes, which takes no look at a text: of few texts all is kept, of many a part. Not safe for
 * several threads.
 *
 * @param <T> what is known of a text
 */
public final class CodeMemo<T> {
    private static final int FIRST = 64;
    private static final int MOST = 1 << 14;

    private int[] codes = new int[0];
    private @Nullable Object[] known = new @Nullable Object[0];

    /** Knows nothing yet. */
    public CodeMemo() {}

    /** What is known; null if that is nothing, or has made room for others. Of a negative code nothing is. */
    @SuppressWarnings("unchecked") // put has put it
    public @Nullable T get(int code) {
        int place = code & (MOST - 1);
        return code >= 0 && place < codes.length && codes[place] == code ? (T) known[place] : null;
    }

    /** Keeps what is known, unless the code is negative. */
    public void put(int code, T ofText) {
        if (code < 0) {
            return;
        }
        int place = code & (MOST - 1);
        if (place >= codes.length) {
            int length = Math.max(FIRST, 2 * Integer.highestOneBit(place));
            codes = Arrays.copyOf(codes, length);
            known = Arrays.copyOf(known, length);
        }
        codes[place] = code;
        known[place] = ofText;
    }
}
