// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.encoding;

/** Looks for numbers that are NaN or infinite: networks would answer them, and no answer would tell. */
final class FiniteNumbers {
    private static final int CHAINS = 8;

    private FiniteNumbers() {}

    /** The index of the first that is not finite among {@code numbers[0 … count)}; −1 if all are. */
    static int firstNotFinite(float[] numbers, int count) {
        return isSumFinite(numbers, count) ? -1 : search(numbers, count);
    }

    /**
     * If it is, so is every number: NaN and infinity stay in a sum. That of great numbers may be infinite too, so that each
     * has to be looked at. Chains do not wait for each other; they begin with the last numbers, which some of them meet
     * twice, so that none are left over.
     */
    private static boolean isSumFinite(float[] numbers, int count) {
        if (count < CHAINS) {
            float sum = 0;
            for (int i = 0; i < count; i++) {
                sum += numbers[i];
            }
            return Float.isFinite(sum);
        }
        int last = count - CHAINS;
        float a = numbers[last];
        float b = numbers[last + 1];
        float c = numbers[last + 2];
        float d = numbers[last + 3];
        float e = numbers[last + 4];
        float f = numbers[last + 5];
        float g = numbers[last + 6];
        float h = numbers[last + 7];
        for (int i = 0; i < last; i += CHAINS) {
            a += numbers[i];
            b += numbers[i + 1];
            c += numbers[i + 2];
            d += numbers[i + 3];
            e += numbers[i + 4];
            f += numbers[i + 5];
            g += numbers[i + 6];
            h += numbers[i + 7];
        }
        return Float.isFinite(((a + e) + (b + f)) + ((c + g) + (d + h)));
    }

    private static int search(float[] numbers, int count) {
        for (int i = 0; i < count; i++) {
            if (!Float.isFinite(numbers[i])) {
                return i;
            }
        }
        return -1;
    }
}
