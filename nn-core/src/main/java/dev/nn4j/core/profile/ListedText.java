// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.profile;

import dev.nn4j.core.internal.text.WholeText;

/**
 * A text as profiles list it. A model file holds no control characters and no halves of characters, and no profile is to
 * be large: such texts, and long ones, are listed by their beginning, their length and a digest, so that they are still
 * told apart.
 */
final class ListedText {
    private static final int LONGEST = 100;
    private static final int BEGINNING = 40;
    private static final int REPLACEMENT = 0xFFFD;

    /** FNV-1a of 64 bits (Fowler, Noll and Vo). */
    private static final long OFFSET = 0xcbf29ce484222325L;

    private static final long PRIME = 0x100000001b3L;

    private ListedText() {}

    static String of(String text) {
        boolean asItIs =
                text.length() <= LONGEST && WholeText.is(text) && text.chars().noneMatch(Character::isISOControl);
        return asItIs ? text : "%s… (%d characters, %016x)".formatted(beginning(text), text.length(), digest(text));
    }

    private static String beginning(String text) {
        StringBuilder beginning = new StringBuilder();
        text.codePoints().limit(BEGINNING).forEach(point -> beginning.appendCodePoint(shown(point)));
        return beginning.toString();
    }

    private static int shown(int point) {
        if (Character.isISOControl(point)) {
            return ' ';
        }
        boolean half = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        return half ? REPLACEMENT : point;
    }

    private static long digest(String text) {
        long digest = OFFSET;
        for (int i = 0; i < text.length(); i++) {
            digest = (digest ^ text.charAt(i)) * PRIME;
        }
        return digest;
    }
}
