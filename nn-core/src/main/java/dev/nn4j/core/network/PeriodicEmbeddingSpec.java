// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.network;

import dev.nn4j.api.Hyperparameter;
import dev.nn4j.api.Hyperparameters;
import dev.nn4j.api.Range;
import dev.nn4j.core.network.LayerTensor.Role;
import java.util.List;
import java.util.Optional;

/**
 * The numeric embedding of the kind {@code periodic}: waves of a column's value, a linear map of them, and the value itself
 * (PBLD: Holzmüller, Grinsztajn and Steinwart 2024, "Better by default: strong pre-tuned MLPs and boosted trees on tabular
 * data"). Of a value x it makes
 *
 * <pre>
 * e(x) = (Wᵀ cos(2π(f·x + p)) + c, x)
 * </pre>
 *
 * with {@code frequencies} waves of frequencies f and phases p in turns, and {@code size} numbers, the last of which is x.
 * All but x is trained, for each column by itself. Frequencies start as normal numbers of deviation {@code sigma}, phases
 * evenly in ±½, W and c evenly in ±1/√frequencies.
 *
 * @param sigma deviation of the first frequencies, in turns to a unit of the column as it is scaled; in (0, 1000]
 * @param frequencies waves to a column, in [1, 1024]
 * @param size numbers to a column, in [2, 256]
 * @param columns the inputs that are embedded, ascending; empty to leave them open
 * @since 0.1.0
 */
public record PeriodicEmbeddingSpec(double sigma, int frequencies, int size, Optional<List<Integer>> columns)
        implements QuantityEmbedding {
    /** The form, which configurations call {@code kind}. */
    public static final String FORM = NumericEmbeddingSpec.PERIODIC;

    private static final int MOST_FREQUENCIES = 1024;
    private static final double MOST_SIGMA = 1000;
    private static final Hyperparameter<Double> SIGMA = Hyperparameter.floatNumber(
            "sigma", 0.1, new Range(0, false, MOST_SIGMA, true), "deviation of the first frequencies");
    private static final Hyperparameter<Long> FREQUENCIES =
            Hyperparameter.integer("frequencies", 16, Range.closed(1, MOST_FREQUENCIES), "waves to a column");
    private static final Hyperparameter<Long> SIZE = Hyperparameter.integer(
            "size", 4, Range.closed(2, NumericEmbeddingSpec.MOST_SIZE), "numbers to a column, itself among them");

    /** Refuses values out of range, and columns that do not ascend. */
    public PeriodicEmbeddingSpec {
        String kind = NumericEmbeddingSpec.KIND;
        SIGMA.check(kind, sigma);
        FREQUENCIES.check(kind, (long) frequencies);
        SIZE.check(kind, (long) size);
        columns = columns.map(List::copyOf);
        columns.ifPresent(NumericEmbeddingSpec::requireAscending);
    }

    /** Sixteen waves of deviation 0.1 and four numbers to a column; columns left open. */
    public PeriodicEmbeddingSpec() {
        this(SIGMA.defaultValue(), Math.toIntExact(FREQUENCIES.defaultValue()), Math.toIntExact(SIZE.defaultValue()));
    }

    /** Columns left open. */
    public PeriodicEmbeddingSpec(double sigma, int frequencies, int size) {
        this(sigma, frequencies, size, Optional.empty());
    }

    @Override
    public String kind() {
        return NumericEmbeddingSpec.KIND;
    }

    @Override
    public PeriodicEmbeddingSpec on(List<Integer> chosen) {
        return new PeriodicEmbeddingSpec(sigma, frequencies, size, Optional.of(chosen));
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.periodicEmbedding(this);
    }

    /** For each column its frequencies; its phases; and for each wave, and last for c, what it adds to each number but x. */
    @Override
    public List<LayerTensor> tensors(int inputs) {
        int embedded = columns.map(List::size).orElse(inputs);
        return embedded == 0
                ? List.of()
                : List.of(
                        LayerTensor.of(Role.FREQUENCY, embedded, frequencies),
                        LayerTensor.of(Role.PHASE, embedded, frequencies),
                        LayerTensor.of(Role.EMBEDDING, embedded, frequencies + 1, size - 1));
    }

    @Override
    public Hyperparameters hyperparameters() {
        return Hyperparameters.of(FREQUENCIES, (long) frequencies)
                .and(NumericEmbeddingSpec.FORM, FORM)
                .and(SIGMA, sigma)
                .and(SIZE, (long) size);
    }

    @Override
    public LayerSpec with(Hyperparameters values) {
        String form = values.get(NumericEmbeddingSpec.FORM);
        if (!form.equals(FORM)) {
            throw new IllegalArgumentException(kind() + ": the kind '" + form + "' is described by a "
                    + NumericEmbeddingSpec.class.getSimpleName());
        }
        return new PeriodicEmbeddingSpec(
                values.get(SIGMA),
                Math.toIntExact(values.get(FREQUENCIES)),
                Math.toIntExact(values.get(SIZE)),
                columns);
    }
}
