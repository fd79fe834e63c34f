// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.gradient;

import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Adds the gradients of a batch's blocks in the one order that nn4j has for sums over rows, whatever the order in which
 * they arrive: as a binary tree over the numbers of the blocks, whose shape depends on how many there are alone. Runs that
 * are complete are added at once, so of n blocks that arrive in order about log₂ n arrays are held. Not for several
 * threads at once.
 *
 * @since 0.1.0
 */
public final class GradientSum {
    private final int blocks;
    private final NavigableMap<Integer, Run> runs = new TreeMap<>();

    private record Run(int first, int blocks, float[] gradient, double loss, int correctRows) {
        boolean isLeftHalf() {
            return first % (2 * blocks) == 0;
        }

        Run plus(Run next) {
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] += next.gradient[i];
            }
            return new Run(first, blocks + next.blocks, gradient, loss + next.loss, correctRows + next.correctRows);
        }
    }

    /**
     * For the blocks of a batch.
     *
     * @param blocks how many there are; at least 1
     */
    public GradientSum(int blocks) {
        if (blocks < 1) {
            throw new IllegalArgumentException("gradient sum: must have at least 1 block, got " + blocks);
        }
        this.blocks = blocks;
    }

    /**
     * Takes the gradient of a block.
     *
     * @param block its number in the batch, from 0
     * @param gradient taken over, and changed
     * @throws IllegalArgumentException if there is no such block, it was given before, or the gradient's length is
     *     another than that of the others
     */
    public void add(int block, float[] gradient, BatchLoss loss) {
        Objects.requireNonNull(gradient, "gradient sum: the gradient is null");
        Objects.requireNonNull(loss, "gradient sum: the loss is null");
        if (block < 0 || block >= blocks) {
            throw new IllegalArgumentException(
                    "gradient sum: block must be in [0, " + (blocks - 1) + "], got " + block);
        }
        requireNew(block);
        if (!runs.isEmpty() && runs.firstEntry().getValue().gradient.length != gradient.length) {
            throw new IllegalArgumentException("gradient sum: block " + block + " has " + gradient.length
                    + " values, the others have " + runs.firstEntry().getValue().gradient.length);
        }
        Run run = new Run(block, 1, gradient, loss.sum(), loss.correctRows());
        runs.put(run.first, run);
        joinAround(run);
    }

    /**
     * The sum of an aligned run of blocks, as one place that has several of them computes it.
     *
     * @param first block of the run
     * @param blocks how many; a power of two that {@code first} is a multiple of
     * @param gradient of all of them
     * @param loss of their rows
     * @since 0.1.0
     */
    public record Part(int first, int blocks, float[] gradient, BatchLoss loss) {}

    /**
     * The runs that are complete so far, by their blocks: what another sum takes, in whose arrays they then are.
     *
     * @since 0.1.0
     */
    public List<Part> parts() {
        return runs.values().stream()
                .map(run -> new Part(run.first, run.blocks, run.gradient, new BatchLoss(run.loss, run.correctRows)))
                .toList();
    }

    /**
     * Takes a run of blocks that another sum of as many blocks has added.
     *
     * @param part whose gradient is taken over, and changed
     * @throws IllegalArgumentException if it is no aligned run of these blocks, or one of them was given before
     * @since 0.1.0
     */
    public void add(Part part) {
        boolean aligned = Integer.bitCount(part.blocks) == 1 && part.first % part.blocks == 0;
        if (!aligned || part.first < 0 || part.first + part.blocks > blocks) {
            throw new IllegalArgumentException("gradient sum: there is no aligned run of " + part.blocks
                    + " blocks from block " + part.first + " among " + blocks);
        }
        requireNew(part.first);
        Integer next = runs.ceilingKey(part.first);
        if (next != null && next < part.first + part.blocks) {
            throw new IllegalArgumentException("gradient sum: block " + next + " was given before");
        }
        Run run = new Run(part.first, part.blocks, part.gradient, part.loss.sum(), part.loss.correctRows());
        runs.put(run.first, run);
        joinAround(run);
    }

    private void requireNew(int block) {
        var before = runs.floorEntry(block);
        if (before != null && block < before.getValue().first + before.getValue().blocks) {
            throw new IllegalArgumentException("gradient sum: block " + block + " was given before");
        }
    }

    /** Two halves of an aligned run are one. */
    private void joinAround(Run run) {
        Run joined = run;
        while (true) {
            int otherFirst = joined.isLeftHalf() ? joined.first + joined.blocks : joined.first - joined.blocks;
            Run other = runs.get(otherFirst);
            if (other == null || other.blocks != joined.blocks) {
                return;
            }
            Run left = joined.isLeftHalf() ? joined : other;
            Run right = joined.isLeftHalf() ? other : joined;
            runs.remove(right.first);
            joined = left.plus(right);
            runs.put(joined.first, joined);
        }
    }

    /**
     * The sum of all blocks.
     *
     * @param gradient receives it
     * @return the losses of all rows
     * @throws IllegalStateException if a block has not been given
     * @throws IllegalArgumentException if the array is not as long as the blocks' gradients
     */
    public BatchLoss total(float[] gradient) {
        Objects.requireNonNull(gradient, "gradient sum: the array for the total is null");
        int given = runs.values().stream().mapToInt(Run::blocks).sum();
        if (given < blocks) {
            throw new IllegalStateException(
                    "gradient sum: " + (blocks - given) + " of " + blocks + " blocks have not been given");
        }
        int length = runs.firstEntry().getValue().gradient.length;
        if (gradient.length != length) {
            throw new IllegalArgumentException(
                    "gradient sum: the array for the total must have " + length + " values, got " + gradient.length);
        }
        Run sum = runs.pollLastEntry().getValue();
        while (!runs.isEmpty()) {
            sum = runs.pollLastEntry().getValue().plus(sum);
        }
        System.arraycopy(sum.gradient, 0, gradient, 0, gradient.length);
        runs.put(sum.first, sum);
        return new BatchLoss(sum.loss, sum.correctRows);
    }
}
