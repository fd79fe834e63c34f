// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.sort;

import java.util.Arrays;

/**
 * Sorts ints by their digits, the last one first: three walks over them, however they lie, where comparing takes one for each
 * doubling of their number. (Knuth, The Art of Computer Programming 3, 5.2.5.)
 */
public final class RadixSort {
    /** Below that comparing is cheaper. */
    private static final int FEW = 1 << 11;

    private static final int DIGIT_BITS = 11;
    private static final int DIGITS = 3;
    private static final int VALUES = 1 << DIGIT_BITS;

    private RadixSort() {}

    /** Sorts from the least up, as {@link Arrays#sort(int[])} does; takes as much memory again meanwhile. */
    public static void sort(int[] numbers) {
        if (numbers.length < FEW) {
            Arrays.sort(numbers);
            return;
        }
        int[][] counts = counts(numbers);
        int[] from = numbers;
        int[] to = new int[numbers.length];
        for (int digit = 0; digit < DIGITS; digit++) {
            if (counts[digit][valueOf(numbers[0], digit)] < numbers.length) { // else all are the same there
                distribute(from, to, digit, counts[digit]);
                int[] sorted = to;
                to = from;
                from = sorted;
            }
        }
        if (from != numbers) {
            System.arraycopy(from, 0, numbers, 0, numbers.length);
        }
    }

    private static int[][] counts(int[] numbers) {
        int[][] counts = new int[DIGITS][VALUES];
        for (int number : numbers) {
            for (int digit = 0; digit < DIGITS; digit++) {
                counts[digit][valueOf(number, digit)]++;
            }
        }
        return counts;
    }

    private static void distribute(int[] from, int[] to, int digit, int[] counts) {
        int next = 0;
        for (int value = 0; value < VALUES; value++) {
            int count = counts[value];
            counts[value] = next;
            next += count;
        }
        for (int number : from) {
            to[counts[valueOf(number, digit)]++] = number;
        }
    }

    /** A digit, that of the sign such that negative numbers come first. */
    private static int valueOf(int number, int digit) {
        return (number ^ Integer.MIN_VALUE) >>> digit * DIGIT_BITS & VALUES - 1;
    }
}
