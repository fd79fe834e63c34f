// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.explanation;

/**
 * Which values of a row are tried, together with which of a row of the background, and what the answers count in Shapley's
 * values. Of few features that differ all coalitions are tried, which is exact. Of more it is two orders in which features take the
 * row's values one by one, the second the reverse of the first: together they are exact wherever no three features act
 * upon each other.
 */
final class Coalitions {
    /** Up to so many features all coalitions are tried. */
    static final int MOST_EXACT = 4;

    private final HybridRows hybrids;
    private final float[] hybrid;
    private final double[][] shares = new double[MOST_EXACT + 1][];

    Coalitions(int rowWidth, HybridRows hybrids) {
        this.hybrids = hybrids;
        this.hybrid = new float[rowWidth];
        for (int players = 1; players <= MOST_EXACT; players++) {
            shares[players] = shares(players);
        }
    }

    /** Of n players, what joining a coalition of s others counts: s! (n − s − 1)! / n!. */
    private static double[] shares(int players) {
        double[] shares = new double[players];
        for (int size = 0; size < players; size++) {
            shares[size] = (double) (factorial(size) * factorial(players - size - 1)) / factorial(players);
        }
        return shares;
    }

    private static long factorial(int n) {
        return n < 2 ? 1 : n * factorial(n - 1);
    }

    /**
     * Adds what a row's answer is away from that of one of the background, feature by feature.
     *
     * @param pair the two rows, and the features in which they differ
     * @param difference of their answers, output by output
     */
    void add(Pair pair, double[] difference) {
        if (pair.count() <= MOST_EXACT) {
            addAll(pair, difference);
        } else {
            hybrids.addTo(pair.player(0), 0.5, difference);
            hybrids.addTo(pair.player(pair.count() - 1), 0.5, difference);
            addChain(pair, 0, 1);
            addChain(pair, pair.count() - 1, -1);
        }
    }

    private void addAll(Pair pair, double[] difference) {
        int count = pair.count();
        for (int p = 0; p < count; p++) {
            hybrids.addTo(pair.player(p), 1.0 / count, difference);
        }
        for (int members = 1; members < (1 << count) - 1; members++) {
            pair.copyBackground(hybrid);
            for (int p = 0; p < count; p++) {
                if ((members >> p & 1) == 1) {
                    pair.join(pair.player(p), hybrid);
                }
            }
            hybrids.add(hybrid);
            int size = Integer.bitCount(members);
            for (int p = 0; p < count; p++) {
                boolean isMember = (members >> p & 1) == 1;
                hybrids.term(pair.player(p), isMember ? shares[count][size - 1] : -shares[count][size]);
            }
        }
    }

    /** From the background's row to the other; their own answers are known. */
    private void addChain(Pair pair, int first, int step) {
        pair.copyBackground(hybrid);
        int joining = pair.player(first);
        for (int joined = 1; joined < pair.count(); joined++) {
            pair.join(joining, hybrid);
            hybrids.add(hybrid);
            hybrids.term(joining, 0.5);
            joining = pair.player(first + joined * step);
            hybrids.term(joining, -0.5);
        }
    }
}
