// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.layer;

import dev.nn4j.core.network.PlacedLayer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Which of a few buffers each step of a forward pass writes to. Two take turns; what a residual block will add stays where it
 * is until then, so that each level of blocks takes one buffer more.
 */
public final class BufferPlan {
    private static final int FEWEST = 2;

    private final int[] written;
    private final int[] skips;
    private final int count;

    private BufferPlan(int[] skips) {
        this.skips = skips;
        this.written = new int[skips.length];
        int[] neededUntil = neededUntil(skips);
        List<Integer> busyUntil = new ArrayList<>(Collections.nCopies(FEWEST, -1));
        for (int step = 0; step < skips.length; step++) {
            int buffer = 0;
            while (buffer < busyUntil.size() && busyUntil.get(buffer) >= step) {
                buffer++;
            }
            if (buffer == busyUntil.size()) {
                busyUntil.add(-1);
            }
            busyUntil.set(buffer, neededUntil[step]);
            written[step] = buffer;
        }
        this.count = busyUntil.size();
    }

    /** For each step the last one that reads what it gives. */
    private static int[] neededUntil(int[] skips) {
        int[] neededUntil = new int[skips.length];
        for (int step = 0; step < skips.length; step++) {
            neededUntil[step] = step + 1;
            if (skips[step] >= 0) {
                neededUntil[skips[step]] = step;
            }
        }
        return neededUntil;
    }

    /**
     * The plan for a row of steps.
     *
     * @param skips for each step the earlier one whose output it adds, {@link PlacedLayer#INPUT} for the input, or anything below
     *     for none
     */
    public static BufferPlan of(int... skips) {
        return new BufferPlan(skips.clone());
    }

    /** The plan for the first layers of a network, each a step. */
    static BufferPlan of(Layers layers, int end) {
        int[] skips = new int[end];
        Arrays.setAll(skips, i -> layers.get(i).skip());
        return new BufferPlan(skips);
    }

    /** Number of buffers. */
    public int count() {
        return count;
    }

    /** The buffer that a step writes to. */
    public int writtenBy(int step) {
        return written[step];
    }

    /** Whether a step adds what an earlier one gave. */
    public boolean adds(int step) {
        return skips[step] >= PlacedLayer.INPUT;
    }

    /** Whether what a step adds is the input. */
    public boolean addsInput(int step) {
        return skips[step] == PlacedLayer.INPUT;
    }

    /** The buffer that holds what a step adds. */
    public int addedBy(int step) {
        return written[skips[step]];
    }
}
