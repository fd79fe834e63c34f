// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.network;

import dev.nn4j.api.ConfigurationException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A first layer of type {@code numeric-embedding}: it makes several numbers of each column that is a quantity. Its output
 * begins with the embedded columns, in their order; all other inputs follow as they are. Which columns are embedded may be
 * left open: a network for a table embeds the columns that are numbers, and one without a table all inputs.
 *
 * @since 0.1.0
 */
public sealed interface QuantityEmbedding extends LayerSpec permits NumericEmbeddingSpec, PeriodicEmbeddingSpec {
    /** The inputs that are embedded, ascending; empty if they are left open. */
    @Override
    Optional<List<Integer>> columns();

    /** Numbers to an embedded column. */
    int size();

    /** The same for these inputs, which must ascend. */
    QuantityEmbedding on(List<Integer> chosen);

    /** The columns that are embedded of so many inputs. */
    default List<Integer> columnsOf(int inputs) {
        return columns().orElseGet(() -> IntStream.range(0, inputs).boxed().toList());
    }

    @Override
    default LayerSpec amongFirst(int count) {
        return columns().isPresent() ? this : on(columnsOf(count));
    }

    @Override
    default LayerSpec fitted(int inputs) {
        if (columns().isEmpty()) {
            return on(columnsOf(inputs));
        }
        List<Integer> chosen = columns().get();
        if (!chosen.isEmpty() && chosen.get(chosen.size() - 1) >= inputs) {
            throw new ConfigurationException(
                    "network.layers[0]",
                    kind() + ": there are " + inputs + " inputs, the first being 0; there is no input "
                            + chosen.get(chosen.size() - 1));
        }
        return this;
    }

    @Override
    default int outputs(int inputs) {
        long embedded = columns().map(List::size).orElse(inputs);
        long outputs = inputs - embedded + embedded * size();
        if (outputs > DenseSpec.MOST_UNITS) {
            throw new ConfigurationException(
                    "network.layers[0]",
                    kind() + ": makes " + outputs + " numbers of " + inputs + " inputs, more than "
                            + DenseSpec.MOST_UNITS + "; use a smaller size");
        }
        return (int) outputs;
    }

    @Override
    default boolean seesColumns() {
        return true;
    }
}
