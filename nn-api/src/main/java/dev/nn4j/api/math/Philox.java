// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.api.math;

/**
 * The block function Philox4x32-10 of Salmon, Moraes, Dror and Shaw, "Parallel Random Numbers: As Easy as 1, 2, 3"
 * (SC 2011): a keyed bijection of 128-bit counters whose values, over consecutive counters, pass as random.
 */
final class Philox {
    /** Words in a block. */
    static final int WORDS = 4;

    private static final int ROUNDS = 10;
    private static final long MULTIPLIER_0 = 0xD2511F53L;
    private static final long MULTIPLIER_1 = 0xCD9E8D57L;
    // The Weyl sequence that varies the key from round to round: the golden ratio and the square root of 3, less 1.
    private static final int KEY_STEP_0 = 0x9E3779B9;
    private static final int KEY_STEP_1 = 0xBB67AE85;
    private static final long LOW_WORD = 0xFFFFFFFFL;

    private Philox() {}

    /**
     * Writes the block of one counter to {@code target[at..at+3]}.
     *
     * @param key 64 bits, low word first in the paper's numbering
     * @param counterLow words 0 (low half) and 1 of the counter
     * @param counterHigh words 2 (low half) and 3 of the counter
     */
    static void block(long key, long counterLow, long counterHigh, int[] target, int at) {
        int key0 = (int) key;
        int key1 = (int) (key >>> 32);
        int word0 = (int) counterLow;
        int word1 = (int) (counterLow >>> 32);
        int word2 = (int) counterHigh;
        int word3 = (int) (counterHigh >>> 32);
        for (int round = 0; round < ROUNDS; round++) {
            long product0 = MULTIPLIER_0 * (word0 & LOW_WORD);
            long product1 = MULTIPLIER_1 * (word2 & LOW_WORD);
            word0 = (int) (product1 >>> 32) ^ word1 ^ key0;
            word1 = (int) product1;
            word2 = (int) (product0 >>> 32) ^ word3 ^ key1;
            word3 = (int) product0;
            key0 += KEY_STEP_0;
            key1 += KEY_STEP_1;
        }
        target[at] = word0;
        target[at + 1] = word1;
        target[at + 2] = word2;
        target[at + 3] = word3;
    }
}
