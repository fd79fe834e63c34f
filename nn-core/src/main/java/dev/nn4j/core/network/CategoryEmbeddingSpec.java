// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.network;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.api.Hyperparameter;
import dev.nn4j.api.Hyperparameters;
import dev.nn4j.api.Range;
import dev.nn4j.core.network.LayerTensor.Role;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Puts a row of a trained table in the place of each category's index (Guo and Berkhahn 2016, "Entity embeddings of
 * categorical variables"). It is the first layer of a network. Its output begins with the inputs that are no indices, in
 * their order; behind them are the rows, {@code size} numbers for each index. So a column of 10,000 categories costs {@code
 * size} inputs of the layer behind it, where one-hot it would be 10,000.
 *
 * <p>An index is a whole number from 0 to below the column's number of values. Any other number stands for no value, of which
 * all numbers are 0. Rows start at 0, so that a value which no row has that is learnt from is taken as none; or
 * from a normal distribution around it.
 *
 * @param size numbers to an index, in [1, 1024]; 0 chooses them by the number of values n, {@code min(600, 1.6·n^0.56)}
 *     rounded, as fastai does
 * @param deviation standard deviation of what rows start with, in [0, 10]
 * @param columns the inputs that are indices, ascending. Left open, a network for a table takes those of the columns that
 *     are encoded so; one without a table must be told
 * @param values how many values each of these columns has, each in [1, 2^24]; as many as columns
 * @since 0.1.0
 */
public record CategoryEmbeddingSpec(int size, double deviation, Optional<List<Integer>> columns, List<Integer> values)
        implements LayerSpec {
    /** The kind of layer. */
    public static final String KIND = "category-embedding";

    /** Up to here floats hold whole numbers exactly. */
    private static final int MOST_VALUES = 1 << 24;

    private static final long MOST_NUMBERS = 1L << 29;
    private static final int MOST_SIZE = 1024;
    private static final double MOST_DEVIATION = 10;
    private static final double FACTOR = 1.6;
    private static final double EXPONENT = 0.56;
    private static final int MOST_CHOSEN = 600;

    private static final Hyperparameter<Long> SIZE = Hyperparameter.integer(
            "size", 8, Range.closed(0, MOST_SIZE), "numbers to a category; 0 for as many as suit");
    private static final Hyperparameter<Double> DEVIATION = Hyperparameter.floatNumber(
            "deviation", 0, Range.closed(0, MOST_DEVIATION), "standard deviation of what rows start with");

    /** Refuses values out of range, and columns that do not ascend. */
    public CategoryEmbeddingSpec {
        SIZE.check(KIND, (long) size);
        DEVIATION.check(KIND, deviation);
        columns = columns.map(List::copyOf);
        values = List.copyOf(values);
        int named = columns.map(List::size).orElse(0);
        if (values.size() != named) {
            throw new IllegalArgumentException(
                    KIND + ": there must be as many numbers of values as columns, " + named + ", got " + values.size());
        }
        columns.ifPresent(CategoryEmbeddingSpec::requireAscending);
        requireRoom(size, values);
    }

    /** Of 8 numbers to an index; columns left open. */
    public CategoryEmbeddingSpec() {
        this(Math.toIntExact(SIZE.defaultValue()), DEVIATION.defaultValue(), Optional.empty(), List.of());
    }

    private static void requireAscending(List<Integer> columns) {
        int least = 0;
        for (int column : columns) {
            if (column < least) {
                throw new IllegalArgumentException(KIND + ": columns must ascend and be at least 0, got " + column
                        + " where at least " + least + " is due");
            }
            least = column + 1;
        }
    }

    private static void requireRoom(int size, List<Integer> values) {
        long numbers = 0;
        for (int count : values) {
            if (count < 1 || count > MOST_VALUES) {
                throw new IllegalArgumentException(
                        KIND + ": a column must have 1 to " + MOST_VALUES + " values, got " + count);
            }
            numbers += (long) count * sizeOf(size, count);
        }
        if (numbers > MOST_NUMBERS) {
            throw new IllegalArgumentException(KIND + ": its tables have " + numbers + " numbers, more than "
                    + MOST_NUMBERS + "; use a smaller size");
        }
    }

    private static int sizeOf(int size, int values) {
        return size > 0 ? size : (int) Math.min(MOST_CHOSEN, Math.round(FACTOR * StrictMath.pow(values, EXPONENT)));
    }

    /**
     * The same for these inputs.
     *
     * @param chosen ascending
     * @param counts how many values each has
     */
    public CategoryEmbeddingSpec on(List<Integer> chosen, List<Integer> counts) {
        return new CategoryEmbeddingSpec(size, deviation, Optional.of(chosen), counts);
    }

    /** The inputs that are indices; none if that was left open. */
    public List<Integer> indices() {
        return columns.orElse(List.of());
    }

    /** Numbers to each index of a column, by the column's place among those that are indices. */
    public int sizeOf(int column) {
        return sizeOf(size, values.get(column));
    }

    /** Numbers to all indices of a row. */
    public int embeddedWidth() {
        int width = 0;
        for (int column = 0; column < values.size(); column++) {
            width += sizeOf(column);
        }
        return width;
    }

    /** How many inputs pass as they are. */
    public int passedOn(int inputs) {
        return inputs - values.size();
    }

    @Override
    public CategoryEmbeddingSpec fitted(int inputs) {
        if (columns.isEmpty()) {
            throw new ConfigurationException(
                    "network.layers[0]",
                    KIND + ": does not know which inputs are indices; without a table say so: columns and their"
                            + " numbers of values");
        }
        List<Integer> chosen = columns.get();
        if (!chosen.isEmpty() && chosen.get(chosen.size() - 1) >= inputs) {
            throw new ConfigurationException(
                    "network.layers[0]",
                    KIND + ": there are " + inputs + " inputs, the first being 0; there is no input "
                            + chosen.get(chosen.size() - 1));
        }
        return this;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.categoryEmbedding(this);
    }

    @Override
    public int outputs(int inputs) {
        long outputs = passedOn(inputs) + (long) embeddedWidth();
        if (outputs > DenseSpec.MOST_UNITS) {
            throw new ConfigurationException(
                    "network.layers[0]",
                    KIND + ": makes " + outputs + " numbers of " + inputs + " inputs, more than " + DenseSpec.MOST_UNITS
                            + "; use a smaller size");
        }
        return (int) outputs;
    }

    /** The tables one after another, a row for each value; where their rows differ in length, as one vector. */
    @Override
    public List<LayerTensor> tensors(int inputs) {
        if (values.isEmpty()) {
            return List.of();
        }
        int rows = 0;
        int numbers = 0;
        for (int column = 0; column < values.size(); column++) {
            rows += values.get(column);
            numbers += values.get(column) * sizeOf(column);
        }
        return List.of(size > 0 ? LayerTensor.of(Role.TABLE, rows, size) : LayerTensor.of(Role.TABLE, numbers));
    }

    @Override
    public Hyperparameters hyperparameters() {
        return Hyperparameters.of(DEVIATION, deviation).and(SIZE, (long) size);
    }

    @Override
    public CategoryEmbeddingSpec with(Hyperparameters given) {
        return new CategoryEmbeddingSpec(Math.toIntExact(given.get(SIZE)), given.get(DEVIATION), columns, values);
    }

    @Override
    public boolean seesColumns() {
        return true;
    }

    @Override
    public OptionalInt columnsPassedOn(int inputs) {
        return OptionalInt.of(passedOn(inputs));
    }
}
