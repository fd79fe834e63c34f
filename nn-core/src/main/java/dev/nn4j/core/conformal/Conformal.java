// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.conformal;

import dev.nn4j.api.math.ShortestDecimal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Scores of rows that a model has not learnt from, by which it says how far its answers may be from the truth (split
 * conformal prediction; Papadopoulos et al. 2002). If new rows are like these, what is promised at a level holds for at least
 * that share of them, whatever the model.
 *
 * <p>Of n scores, in ascending order, at most {@value #MOST_KEPT} are kept for each target, evenly by rank: the i-th of m kept
 * ones, counted from 1, is the ⌈i·n/m⌉-th of all. Where the one asked for is not kept, the next greater one stands for it; so
 * a promise is never broken by it, and its share rises by at most 1/m. Immutable.
 *
 * @since 0.1.0
 */
public final class Conformal {
    /** The most scores that are kept for a target. */
    public static final int MOST_KEPT = 2000;

    private final ConformalMethod method;
    private final int rows;
    private final List<float[]> kept;
    private final float[] floors;

    private Conformal(ConformalMethod method, int rows, List<float[]> kept, float[] floors) {
        require(rows >= 1, "needs at least one row");
        require(!kept.isEmpty(), "needs the scores of at least one target");
        require(
                method != ConformalMethod.APS || kept.size() == 1,
                "aps scores one label of several, and gives one list of scores, got " + kept.size());
        for (float[] scores : kept) {
            require(
                    scores.length == Math.min(rows, MOST_KEPT),
                    "of " + rows + " rows " + Math.min(rows, MOST_KEPT) + " scores are kept, got " + scores.length);
            requireScores(method, scores);
        }
        int wanted = method == ConformalMethod.SPREAD ? kept.size() : 0;
        require(floors.length == wanted, "spreads to add must be " + wanted + ", got " + floors.length);
        for (float floor : floors) {
            require(floor > 0 && Float.isFinite(floor), "a spread to add must be finite and above 0, got " + floor);
        }
        this.method = method;
        this.rows = rows;
        this.kept = kept;
        this.floors = floors;
    }

    private static void requireScores(ConformalMethod method, float[] scores) {
        float most = method.isForNumbers() ? Float.MAX_VALUE : 1;
        float least = method == ConformalMethod.QUANTILES ? -Float.MAX_VALUE : 0;
        float last = least;
        for (float score : scores) {
            require(
                    score >= last && score <= most,
                    "scores must ascend from at least " + (least == 0 ? "0" : least) + " to at most " + most + ", got "
                            + score + " after " + last);
            last = score;
        }
    }

    private static void require(boolean condition, String problem) {
        if (!condition) {
            throw new IllegalArgumentException("conformal: " + problem);
        }
    }

    /**
     * Keeps what is needed of scores.
     *
     * @param scores of all rows, in any order: a list for each target; one for one label of several
     * @param floors what is added to the spread of each target; empty for other methods
     * @throws IllegalArgumentException if scores are not such as the method gives, or lists differ in length
     */
    public static Conformal of(ConformalMethod method, List<float[]> scores, float... floors) {
        require(!scores.isEmpty(), "needs the scores of at least one target");
        int rows = scores.get(0).length;
        List<float[]> kept = new ArrayList<>();
        for (float[] all : scores) {
            require(all.length == rows, "targets have " + rows + " and " + all.length + " scores");
            float[] sorted = all.clone();
            Arrays.sort(sorted);
            float[] some = new float[Math.min(rows, MOST_KEPT)];
            for (int i = 0; i < some.length; i++) {
                some[i] = sorted[rank(i, rows, some.length) - 1];
            }
            kept.add(some);
        }
        return new Conformal(method, rows, kept, floors.clone());
    }

    /**
     * What was kept before; see {@link #scores} and {@link #floors}.
     *
     * @throws IllegalArgumentException if it could not have been
     */
    public static Conformal kept(ConformalMethod method, int rows, List<float[]> scores, float... floors) {
        return new Conformal(method, rows, scores.stream().map(float[]::clone).toList(), floors.clone());
    }

    /** Counted from 1. */
    private static int rank(int index, int rows, int kept) {
        return (int) (((index + 1L) * rows + kept - 1) / kept);
    }

    /** How rows were scored. */
    public ConformalMethod method() {
        return method;
    }

    /** How many rows were scored. */
    public int rows() {
        return rows;
    }

    /** How many targets have scores; 1 for one label of several. */
    public int targets() {
        return kept.size();
    }

    /** The scores that are kept of a target, ascending: a copy. */
    public float[] scores(int target) {
        return kept.get(target).clone();
    }

    /** What is added to the spread of each target, in its units; empty for other methods: a copy. */
    public float[] floors() {
        return floors.clone();
    }

    /** What is added to the spread of a target. */
    public float floor(int target) {
        return floors[target];
    }

    /** The greatest share that can be promised: n/(n + 1). */
    public double mostLevel() {
        return rows / (rows + 1.0);
    }

    /**
     * The score that a share of new rows does not exceed: the ⌈(n + 1)·level⌉-th of the n.
     *
     * @param level the share, above 0 and at most {@link #mostLevel}; taken as the shortest decimal that reads back to it
     * @throws IllegalArgumentException if it is not, saying how many rows would be enough
     */
    public float quantile(int target, double level) {
        requireLevel(level);
        long rank = rank(level);
        float[] scores = kept.get(target);
        int index = (int) ((rank * scores.length + rows - 1) / rows) - 1;
        while (index > 0 && rank(index - 1, rows, scores.length) >= rank) {
            index--;
        }
        return scores[index];
    }

    private long rank(double level) {
        return new BigDecimal(ShortestDecimal.text(level))
                .multiply(BigDecimal.valueOf(rows + 1L))
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
    }

    /**
     * Refuses a share that cannot be promised.
     *
     * @throws IllegalArgumentException if so, saying how many rows would be enough
     */
    public void requireLevel(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("conformal: a level must be in (0, 1), got " + level);
        }
        if (rank(level) > rows) {
            throw new IllegalArgumentException("conformal: " + rows + " rows were scored, which promise at most "
                    + ShortestDecimal.text((float) mostLevel()) + ", got " + ShortestDecimal.text(level)
                    + "; ask for less, or calibrate on at least "
                    + enoughRows(level) + " rows");
        }
    }

    private static BigDecimal enoughRows(double level) {
        BigDecimal share = new BigDecimal(ShortestDecimal.text(level));
        return share.divide(BigDecimal.ONE.subtract(share), 0, RoundingMode.CEILING);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Conformal that
                && method == that.method
                && rows == that.rows
                && Arrays.equals(floors, that.floors)
                && Arrays.deepEquals(kept.toArray(), that.kept.toArray());
    }

    @Override
    public int hashCode() {
        return Objects.hash(method, rows, Arrays.deepHashCode(kept.toArray()));
    }

    /** As in {@code absolute scores of 4128 rows}. */
    @Override
    public String toString() {
        return method.word() + " scores of " + rows + " rows";
    }
}
