// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.network;

import dev.nn4j.api.Hyperparameter;
import dev.nn4j.api.Hyperparameters;
import dev.nn4j.api.Range;
import dev.nn4j.core.network.LayerTensor.Role;
import java.util.List;
import java.util.Optional;

/**
 * Makes several numbers of each column that is a quantity, so that the layers behind see where in its range a value lies
 * (Gorishniy, Rubachev and Babenko 2022, "On embeddings for numerical features in tabular deep learning"). It is the first
 * layer of a network. Its output begins with the embedded columns, {@code size} numbers for each, in their order; all other
 * inputs follow as they are.
 *
 * <p>The kind {@code piecewise} is linear between edges b of bins: {@code e(x) = x·slope + shift + Σ V_t·u_t}, with {@code
 * u_t = (x − b_t)/(b_{t+1} − b_t)} clipped to [0, 1], but in the first bin not below and in the last not above. Slope and
 * shift are drawn evenly from ±1/√size, V starts at zero. The edges are not trained: a training that begins takes them from
 * its first rows, half of them quantiles of the rows and half quantiles of the values that differ, so that a column that is
 * mostly one value still has bins for the others. Before that there are no bins.
 *
 * @param form how a value is embedded: {@code piecewise}
 * @param bins at most so many to a column, in [2, 1024]
 * @param size numbers to a column, in [2, 256]
 * @param columns the inputs that are embedded, ascending. Left open, a network for a table embeds the columns that are
 *     numbers, and one without a table all inputs
 * @since 0.1.0
 */
public record NumericEmbeddingSpec(String form, int bins, int size, Optional<List<Integer>> columns)
        implements QuantityEmbedding {
    /** The kind of layer. */
    public static final String KIND = "numeric-embedding";

    private static final int MOST_BINS = 1024;
    static final int MOST_SIZE = 256;
    /** Slope and shift lie before the bins' own rows. */
    private static final int ROWS_BEFORE_BINS = 2;

    static final String PERIODIC = "periodic";
    private static final String PIECEWISE = "piecewise";
    static final Hyperparameter<String> FORM =
            Hyperparameter.choice("kind", PIECEWISE, List.of(PIECEWISE, PERIODIC), "how a value is embedded");
    private static final Hyperparameter<Long> BINS =
            Hyperparameter.integer("bins", 64, Range.closed(2, MOST_BINS), "most bins to a column");
    private static final Hyperparameter<Long> SIZE =
            Hyperparameter.integer("size", 8, Range.closed(2, MOST_SIZE), "numbers to a column");

    /** Refuses values out of range, and columns that do not ascend. */
    public NumericEmbeddingSpec {
        FORM.check(KIND, form);
        if (!form.equals(PIECEWISE)) {
            throw new IllegalArgumentException(KIND + ": the kind '" + form + "' is described by a "
                    + PeriodicEmbeddingSpec.class.getSimpleName());
        }
        BINS.check(KIND, (long) bins);
        SIZE.check(KIND, (long) size);
        columns = columns.map(List::copyOf);
        columns.ifPresent(NumericEmbeddingSpec::requireAscending);
    }

    /** Piecewise linear, of 64 bins and 8 numbers to a column; columns left open. */
    public NumericEmbeddingSpec() {
        this(FORM.defaultValue(), Math.toIntExact(BINS.defaultValue()), Math.toIntExact(SIZE.defaultValue()));
    }

    private NumericEmbeddingSpec(String form, int bins, int size) {
        this(form, bins, size, Optional.empty());
    }

    static void requireAscending(List<Integer> columns) {
        int least = 0;
        for (int column : columns) {
            if (column < least) {
                throw new IllegalArgumentException(KIND + ": columns must ascend and be at least 0, got " + column
                        + " where at least " + least + " is due");
            }
            least = column + 1;
        }
    }

    @Override
    public NumericEmbeddingSpec on(List<Integer> chosen) {
        return new NumericEmbeddingSpec(form, bins, size, Optional.of(chosen));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.numericEmbedding(this);
    }

    /**
     * One tensor that is trained: for each column the slope, the shift and a row for each bin. And the edges, which ascend; from
     * where they do so no longer, a column has no more bins.
     */
    @Override
    public List<LayerTensor> tensors(int inputs) {
        int embedded = columns.map(List::size).orElse(inputs);
        return embedded == 0
                ? List.of()
                : List.of(
                        LayerTensor.of(Role.EMBEDDING, embedded, ROWS_BEFORE_BINS + bins, size),
                        LayerTensor.of(Role.EDGES, embedded, bins + 1));
    }

    @Override
    public Hyperparameters hyperparameters() {
        return Hyperparameters.of(BINS, (long) bins).and(FORM, form).and(SIZE, (long) size);
    }

    @Override
    public NumericEmbeddingSpec with(Hyperparameters values) {
        return new NumericEmbeddingSpec(
                values.get(FORM), Math.toIntExact(values.get(BINS)), Math.toIntExact(values.get(SIZE)), columns);
    }
}
