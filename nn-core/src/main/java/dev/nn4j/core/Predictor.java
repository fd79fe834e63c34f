// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core;

import dev.nn4j.api.DataException;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.decision.Decision;
import dev.nn4j.core.schema.RecordBinding;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.table.WordArray;
import java.lang.invoke.MethodHandles;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * Answers rows of columns: a {@link Model}, or what is made of models. Evaluations, reports, the command line and programs
 * that serve predictions need no more than this. An implementation gives a schema, memory to work in and the answers to
 * raw rows; rows of values, maps and records follow. Immutable and safe for all threads.
 *
 * @since 0.1.0
 */
public interface Predictor {
    /** What it reads and answers. */
    Schema schema();

    /** What was learnt. */
    default Task task() {
        return schema().task();
    }

    /** How its outputs become answers. */
    default Decision decision() {
        return schema().decision();
    }

    /** Working memory for {@link #predict(float[], int, float[], Scratch)}. */
    default Scratch newScratch() {
        return newScratch(KernelChoice.AUTO);
    }

    /** Working memory with kernels of this choice, which changes speed and not a bit of any output. */
    Scratch newScratch(KernelChoice kernels);

    /**
     * Predicts raw rows; allocates nothing. A number is itself, less the feature's offset if it has one ({@link
     * Schema#rawRow(double[], int, float[], int)} subtracts it), a boolean 1 or 0, a category its index ({@link
     * dev.nn4j.core.schema.CategoryKind#indexOf}), a date its parts; what is missing is NaN.
     *
     * @param rows {@code count × rawWidth}, features in the schema's order, from index 0; left as they are, unless they
     *     are in the array of the outputs
     * @param count how many
     * @param outputs receives {@code count × outputs}, from index 0: probabilities, or numbers in the targets' own
     *     units, less the targets' offsets if they have any ({@link Schema#inOwnUnits} adds them)
     * @param scratch that this has made; not shared with another thread during the call
     * @throws IllegalArgumentException if an array is too short or the scratch is another's
     * @throws IllegalStateException if the scratch is in use by another prediction
     * @throws DataException if a number is infinite, or missing or unknown where the model has no policy for that, naming
     *     the row, the first being 0, and the feature; rows before it may be written
     */
    void predict(float[] rows, int count, float[] outputs, Scratch scratch);

    /** How many networks or models answer together; 1 where one answers alone. */
    default int members() {
        return 1;
    }

    /**
     * Predicts as {@link #predict(float[], int, float[], Scratch)} does, and says how far its members are apart, which is
     * larger where less was learnt: of each output the standard deviation over the members, of n and not of n − 1.
     *
     * @param outputs receives {@code count × outputs}, from index 0
     * @param spread receives {@code count × outputs}, from index 0, in the outputs' units; zeros where there is one member.
     *     Not the array of the rows or of the outputs
     */
    default void predict(float[] rows, int count, float[] outputs, float[] spread, Scratch scratch) {
        predict(rows, count, outputs, scratch);
        Arrays.fill(spread, 0, count * schema().outputs(), 0);
    }

    /**
     * Predicts as {@link #predict(float[], int, float[], float[], Scratch)} does, and gives all that is said of each target
     * where that is more than a number: its quantiles, or its mean and deviation ({@link Schema#distribution}).
     *
     * @param details receives {@code count × detailWidth}, from index 0, target by target, in the targets' own units less their
     *     offsets; the outputs where there is nothing more. Not the array of the rows
     * @param spread as there
     * @throws IllegalStateException if the schema promises details and this does not give them
     * @since 0.1.0
     */
    default void predictDetails(float[] rows, int count, float[] details, float[] spread, Scratch scratch) {
        SingleRow.requireNoDetails(schema());
        predict(rows, count, details, spread, scratch);
    }

    /** Takes outputs of a table's rows. */
    @FunctionalInterface
    interface OutputSink {
        /** Those of {@code count} rows from row {@code first} on, row by row; the array is used again and may be changed. */
        void accept(int first, int count, float[] outputs);

        /**
         * Those rows' losses, of a predictor that knows them, which come behind their outputs: what the mean is of that it returns,
         * not yet weighed. The array is used again.
         *
         * @since 0.1.0
         */
        default void losses(int first, int count, double[] losses) {}
    }

    /**
     * Predicts the rows of a table, block by block in their order. For evaluations: an {@link
     * dev.nn4j.core.metrics.Evaluator} is what programs want.
     *
     * @param table with the features and the targets, read by {@link Schema#cellType}
     * @param weights one float for each row, if rows weigh differently
     * @param outputs receives what {@link #predict(float[], int, float[], Scratch)} gives
     * @return the mean over the rows of the loss that was trained on, in the order of all sums over rows; nothing if there
     *     is none, and then the evaluator measures the outputs themselves
     * @throws DataException if a column is missing or a cell cannot be used, at its place
     */
    default OptionalDouble predict(Table table, Optional<WordArray> weights, OutputSink outputs) {
        TableRows.of(this, table).predict(outputs);
        return OptionalDouble.empty();
    }

    /**
     * Predicts the rows of a table as {@link #predict(Table, Optional, OutputSink)} does, and gives {@linkplain #predictDetails
     * details}.
     *
     * @throws IllegalStateException as there
     * @since 0.1.0
     */
    default OptionalDouble predictDetails(Table table, Optional<WordArray> weights, OutputSink details) {
        SingleRow.requireNoDetails(schema());
        return predict(table, weights, details);
    }

    /**
     * Predicts raw rows as {@link #predictDetails(float[], int, float[], float[], Scratch)} does, beside the truth, for
     * evaluations that keep no table.
     *
     * @param rows {@code count × rawWidth}, from index 0; left as they are
     * @param targets {@code count × outputs}, from index 0, as a {@link dev.nn4j.core.encoding.TargetEncoder} gives them; left as
     *     they are
     * @param details receives details of all rows, and their losses if this knows them
     * @param scratch that this has made; not shared with another thread during the call
     * @return the mean loss; nothing if there is none
     * @throws DataException if a number cannot be used; of rows before it details may be received
     * @since 0.1.0
     */
    default OptionalDouble predictDetails(
            float[] rows, float[] targets, int count, OutputSink details, Scratch scratch) {
        float[] outputs = new float[count * schema().detailWidth()];
        predictDetails(rows, count, outputs, new float[count * schema().outputs()], scratch);
        details.accept(0, count, outputs);
        return OptionalDouble.empty();
    }

    /**
     * Predicts rows of doubles, which {@link #predict(double...)} describes, as {@link #predict(float[], int, float[],
     * Scratch)} does raw rows; makes arrays of floats for them.
     *
     * @param rows {@code count × rawWidth}, from index 0; left as they are
     * @param count how many
     * @param outputs receives {@code count × outputs}, from index 0: probabilities, or numbers in the targets' own units
     * @param scratch of this model; not shared with another thread during the call
     * @since 0.1.0
     */
    default void predict(double[] rows, int count, double[] outputs, Scratch scratch) {
        Schema schema = schema();
        int width = schema.rawWidth();
        int outputWidth = schema.outputs();
        if (count < 0 || (long) count * width > rows.length || (long) count * outputWidth > outputs.length) {
            throw new IllegalArgumentException("model: " + count + " rows need " + (long) count * width
                    + " numbers and " + (long) count * outputWidth + " outputs, got " + rows.length + " and "
                    + outputs.length);
        }
        float[] raw = new float[count * width];
        for (int row = 0; row < count; row++) {
            schema.rawRow(rows, row * width, raw, row * width);
        }
        float[] answers = new float[count * outputWidth];
        predict(raw, count, answers, scratch);
        for (int i = 0; i < answers.length; i++) {
            outputs[i] = schema.inOwnUnits(i % outputWidth, answers[i]);
        }
    }

    /**
     * Predicts one raw row, features in the schema's order, as {@link #predict(float[], int, float[], Scratch)} does.
     *
     * @throws IllegalArgumentException if there are more or fewer numbers than a raw row has, or a feature has an offset: a
     *     float cannot tell its numbers apart, {@link #predict(double...)} can
     */
    default Prediction predict(float... row) {
        SingleRow.requireWidth(schema(), row.length);
        SingleRow.requireNoOffset(schema());
        return SingleRow.answer(this, row);
    }

    /**
     * Predicts one row of doubles. Where a feature has an offset, as numbers have that are large for their distances (times
     * in milliseconds), only so they are told apart.
     *
     * @param row what a raw row holds, features in the schema's order, but each number itself, without an offset: a boolean
     *     1 or 0, a category its index ({@link dev.nn4j.core.schema.CategoryKind#indexOf}), a date its parts, NaN what is
     *     missing
     * @throws IllegalArgumentException if there are more or fewer numbers than a raw row has
     * @since 0.1.0
     */
    default Prediction predict(double... row) {
        float[] raw = new float[SingleRow.requireWidth(schema(), row.length)];
        schema().rawRow(row, 0, raw, 0);
        return SingleRow.answer(this, raw);
    }

    /**
     * Predicts one raw row given by name.
     *
     * @param row each feature's value: a number, text, boolean or java.time value, or null if it is missing and the model
     *     has a policy for that; other names are left alone
     * @throws DataException if a feature is not there (the nearest name is given) or its value cannot be used
     */
    default Prediction predict(Map<String, ?> row) {
        return SingleRow.answer(this, schema().rawRow(row));
    }

    /**
     * Predicts from records of a type, whose components stand for the features; it is checked here, once. Names agree if
     * they are equal, or else if they are but for case and for what is neither letter nor digit: {@code meanRadius}
     * stands for {@code mean radius}. Null is a missing value.
     *
     * @param lookup of a class that may call the record's accessors: {@code MethodHandles.lookup()}
     * @return safe for all threads; refuses, as {@link #predict(Map)} does, a value that cannot be used
     * @throws DataException if a feature has no component or a component no feature, naming the nearest, or if a
     *     component's type cannot serve its feature
     * @throws IllegalArgumentException if the lookup may not call an accessor
     */
    default <R extends Record> Function<R, Prediction> forRecords(Class<R> type, MethodHandles.Lookup lookup) {
        RecordBinding<R> binding = schema().bind(type, lookup);
        return row -> {
            float[] raw = new float[schema().rawWidth()];
            binding.read(row, raw, 0);
            return SingleRow.answer(this, raw);
        };
    }

    /**
     * Predicts many rows given by name, as {@link #predict(Map)} does one.
     *
     * @return an answer for each row, in their order
     * @throws DataException if a value is missing or cannot be used; the message begins with the row, counted from 1
     */
    default List<Prediction> predictAll(Iterable<? extends Map<String, ?>> rows) {
        RowBatch batch = new RowBatch(this);
        rows.forEach(row -> batch.add((raw, at) -> schema().rawRow(row, raw, at)));
        return batch.answers();
    }

    /**
     * Predicts many records, as {@link #forRecords} does one.
     *
     * @return an answer for each record, in their order
     * @throws DataException as {@link #forRecords} and {@link #predictAll(Iterable)} throw it
     */
    default <R extends Record> List<Prediction> predictAll(
            Iterable<? extends R> rows, Class<R> type, MethodHandles.Lookup lookup) {
        RecordBinding<R> binding = schema().bind(type, lookup);
        RowBatch batch = new RowBatch(this);
        rows.forEach(row -> batch.add((raw, at) -> binding.read(row, raw, at)));
        return batch.answers();
    }
}
