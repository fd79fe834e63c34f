// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.reading.embedding;

import dev.nn4j.onnx.internal.reading.graph.OnnxFaults;

/**
 * The edges of bins of which begins and widths are known.
 *
 * @param who the node, for messages
 * @param bins of each column
 * @param begins where each bin begins
 * @param widths how wide it is
 * @param most how far a value may lie in it; 0 where it is not used
 */
record BinEdges(String who, int bins, double[] begins, double[] widths, double[] most) {
    /** One more than bins for each column; where there are fewer bins, the last edge again. */
    double[] of(int columns) {
        double[] edges = new double[columns * (bins + 1)];
        for (int column = 0; column < columns; column++) {
            fill(column * bins, edges, column * (bins + 1));
        }
        return edges;
    }

    private void fill(int from, double[] edges, int to) {
        int used = 0;
        while (used < bins && most[from + used] > 0) {
            edges[to + used] = begins[from + used];
            used++;
        }
        for (int t = used; t <= bins && used > 0; t++) {
            edges[to + t] = end((float) begins[from + used - 1], (float) widths[from + used - 1]);
        }
    }

    /** A float that lies so far behind the beginning, by the subtraction of floats. */
    private float end(float begin, float width) {
        float near = begin + width;
        for (float end : new float[] {near, Math.nextUp(near), Math.nextDown(near)}) {
            if (end - begin == width) {
                return end;
            }
        }
        throw OnnxFaults.unsupported(who + ": its bins have no edges: none is " + width + " behind " + begin);
    }
}
