// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.embedding;

import dev.nn4j.core.network.QuantityEmbedding;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * The inputs of an embedding: those that are embedded, and those that it passes on.
 *
 * @param columns that are embedded, ascending
 * @param others that are not, ascending
 */
public record EmbeddedInputs(int[] columns, int[] others) {
    public static EmbeddedInputs of(QuantityEmbedding spec, int inputs) {
        int[] columns =
                spec.columnsOf(inputs).stream().mapToInt(Integer::intValue).toArray();
        BitSet embedded = new BitSet();
        Arrays.stream(columns).forEach(embedded::set);
        int[] others =
                IntStream.range(0, inputs).filter(input -> !embedded.get(input)).toArray();
        return new EmbeddedInputs(columns, others);
    }
}
