// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.tune;

import java.util.ArrayList;
import java.util.List;

/**
 * How trials are dealt out: the first round has half of them, anywhere in the space, and each other round eight that are
 * proposed by what was found before. The sizes depend on nothing but the number of trials.
 */
final class Rounds {
    private static final int SIZE = 8;

    private Rounds() {}

    static List<Integer> sizes(int trials) {
        List<Integer> sizes = new ArrayList<>();
        sizes.add(trials <= SIZE ? trials : (trials + 1) / 2);
        for (int left = trials - sizes.get(0); left > 0; left -= SIZE) {
            sizes.add(Math.min(SIZE, left));
        }
        return sizes;
    }

    /** The epochs that all rounds may take together, of trials that have so many; an estimate where they differ. */
    static long epochs(int trials, Rungs rungs, int epochs) {
        long sum = 0;
        for (int size : sizes(trials)) {
            for (int rung = 0; rung < rungs.count(); rung++) {
                int before = rung == 0 || !rungs.goingOn() ? 0 : rungs.epochs(rung - 1, epochs);
                sum += (long) rungs.seats(size, rung) * (rungs.epochs(rung, epochs) - before);
            }
        }
        return sum;
    }
}
