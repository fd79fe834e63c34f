// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.network;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Checks the residual blocks of a network, layer by layer from input to output, and says where a layer stands among them.
 *
 * @since 0.1.0
 */
public final class ResidualBlocks {
    /** Blocks may lie in each other this deep. Each level keeps a row of its own while rows pass. */
    public static final int MOST_NESTED = 8;

    private static final String LAYERS = "network.layers";

    /**
     * A block that has ended.
     *
     * @param first its first layer
     * @param end its end, which is a layer too
     * @param levels how deep blocks lie in it, itself included
     */
    private record Block(int first, int end, int levels) {}

    private final int[] widths;
    private final Deque<Block> ended = new ArrayDeque<>();
    private int count;

    /** For a network of so many layers. */
    public ResidualBlocks(int layers) {
        widths = new int[layers];
    }

    /**
     * Takes the next layer.
     *
     * @param inputs width of its input
     * @param reach see {@link LayerSpec#reach()}
     * @throws IllegalArgumentException if a block ends with it that cannot
     */
    public void next(int inputs, int reach) {
        int end = count++;
        widths[end] = inputs;
        if (reach == 0) {
            return;
        }
        if (reach > end) {
            throw new IllegalArgumentException(ResidualSpec.KIND + ": its block cannot be the " + reach
                    + " layers before it, of which there are " + end);
        }
        int first = end - reach;
        if (widths[first] != inputs) {
            throw new IllegalArgumentException(ResidualSpec.KIND + ": the layers of the block make " + inputs
                    + " numbers of " + widths[first] + ", which cannot be added; end it with a dense layer of "
                    + widths[first] + " units, or put one of " + inputs + " in front of it");
        }
        ended.push(new Block(first, end, 1 + levelsWithin(first)));
    }

    /** Blocks that begin behind the first layer lie in the new one, and are followed no longer. */
    private int levelsWithin(int first) {
        int levels = 0;
        while (!ended.isEmpty() && ended.peek().first() >= first) {
            levels = Math.max(levels, ended.pop().levels());
        }
        if (!ended.isEmpty() && ended.peek().end() >= first) {
            throw new IllegalArgumentException(ResidualSpec.KIND + ": its block begins within another that ends before"
                    + " it does; a block must hold all of another or nothing");
        }
        if (levels >= MOST_NESTED) {
            throw new IllegalArgumentException(ResidualSpec.KIND + ": blocks lie more than " + MOST_NESTED
                    + " deep in each other; put them one after the other");
        }
        return levels;
    }

    /**
     * Where a configuration has a layer: {@code network.layers[2].layers[0]}. The end of a block is where the block is.
     *
     * @param layers of the network
     * @param index of the layer, from 0
     */
    public static String path(List<LayerSpec> layers, int index) {
        StringBuilder path = new StringBuilder(LAYERS);
        int first = 0;
        int end = layers.size();
        while (true) {
            int before = 0;
            int from = first;
            int to = end;
            int behind = end;
            while (behind > first) {
                int start = Math.max(first, behind - 1 - layers.get(behind - 1).reach());
                if (behind <= index) {
                    before++;
                } else if (start <= index) {
                    from = start;
                    to = behind - 1;
                }
                behind = start;
            }
            path.append('[').append(before).append(']');
            if (to == index) {
                return path.toString();
            }
            path.append(".layers");
            first = from;
            end = to;
        }
    }
}
