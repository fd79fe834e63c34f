// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core;

import dev.nn4j.api.DataException;
import dev.nn4j.api.Loss;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.data.InputEncoder;
import dev.nn4j.core.data.RecordBinding;
import dev.nn4j.core.data.Scaler;
import dev.nn4j.core.data.Scaling;
import dev.nn4j.core.data.Schema;
import java.lang.invoke.MethodHandles;
import java.util.Map;
import java.util.function.Function;

/**
 * What is saved and deployed: schema and preprocessing, network, task and labels, provenance. A raw row goes in, a label
 * or number comes out. Immutable and safe for all threads.
 */
public final class Model {
    private final Schema schema;
    private final Scaler inputScaler;
    private final Scaler targetScaler;
    private final Network network;
    private final Loss loss;
    private final GoldenRows golden;
    private final Provenance provenance;
    private final InputEncoder encoder;

    /**
     * Puts a model together.
     *
     * @param loss what the network was trained on; it evaluates with it
     * @throws IllegalArgumentException if the parts do not fit each other
     */
    public Model(
            Schema schema,
            Scaler inputScaler,
            Scaler targetScaler,
            Network network,
            Loss loss,
            GoldenRows golden,
            Provenance provenance) {
        requireWidth("input", network.spec().inputWidth(), schema.inputWidth());
        requireWidth("output", network.spec().outputWidth(), schema.outputs());
        requireColumns("input", inputScaler, schema.inputWidth());
        requireColumns("target", targetScaler, schema.outputs());
        this.schema = schema;
        this.inputScaler = inputScaler;
        this.targetScaler = targetScaler;
        this.network = network;
        this.loss = loss;
        this.golden = golden;
        this.provenance = provenance;
        this.encoder = new InputEncoder(schema.features(), inputScaler);
    }

    /** What it reads and answers. */
    public Schema schema() {
        return schema;
    }

    /** How the network's inputs are scaled, those among them that are quantities. */
    public Scaler inputScaler() {
        return inputScaler;
    }

    /** Makes the network's inputs of raw rows. */
    public InputEncoder encoder() {
        return encoder;
    }

    /** How targets were scaled; regression only, else none. */
    public Scaler targetScaler() {
        return targetScaler;
    }

    /** The network, which sees scaled rows. */
    public Network network() {
        return network;
    }

    /** The loss it was trained on. */
    public Loss loss() {
        return loss;
    }

    /** Rows that prove a reader right. */
    public GoldenRows golden() {
        return golden;
    }

    /** How it came to be. */
    public Provenance provenance() {
        return provenance;
    }

    /** This model with other golden rows. */
    public Model withGolden(GoldenRows rows) {
        return new Model(schema, inputScaler, targetScaler, network, loss, rows, provenance);
    }

    /** This model with another provenance. */
    public Model withProvenance(Provenance other) {
        return new Model(schema, inputScaler, targetScaler, network, loss, golden, other);
    }

    /** Working memory for {@link #predict(float[], int, float[], Scratch)}. */
    public Scratch newScratch() {
        return network.newScratch();
    }

    /** Working memory with kernels of this choice, which changes speed and not a bit of any output. */
    public Scratch newScratch(KernelChoice kernels) {
        return network.newScratch(kernels);
    }

    /**
     * Predicts raw rows; allocates nothing. A number is itself, a boolean 1 or 0, a category its index ({@link
     * dev.nn4j.core.data.CategoryKind#indexOf}), a date its parts; what is missing is NaN.
     *
     * @param rows {@code count × rawWidth}, features in the schema's order, from index 0; left as they are
     * @param count how many
     * @param outputs receives {@code count × outputs}, from index 0: probabilities, or numbers in the targets' own units
     * @param scratch of this model; not shared with another thread during the call
     */
    public void predict(float[] rows, int count, float[] outputs, Scratch scratch) {
        network.requireLengths(rows, encoder.rawWidth(), count, outputs);
        network.predict(rows, count, outputs, scratch, encoder);
        targetScaler.invert(outputs, count, network.outputWidth());
    }

    /**
     * Predicts one raw row, features in the schema's order, as {@link #predict(float[], int, float[], Scratch)} does.
     *
     * @throws IllegalArgumentException if there are more or fewer numbers than a raw row has
     */
    public Prediction predict(float... row) {
        if (row.length != encoder.rawWidth()) {
            throw new IllegalArgumentException("model: a row has " + encoder.rawWidth() + " features ("
                    + String.join(", ", schema.rawNames()) + "), got " + row.length);
        }
        float[] outputs = new float[network.outputWidth()];
        predict(row, 1, outputs, newScratch());
        return new Prediction(schema, outputs);
    }

    /**
     * Predicts one raw row given by name.
     *
     * @param row each feature's value: a number, text, boolean or java.time value, or null if it is missing and the model
     *     has a policy for that; other names are left alone
     * @throws DataException if a feature is not there (the nearest name is given) or its value cannot be used
     */
    public Prediction predict(Map<String, ?> row) {
        return predict(schema.rawRow(row));
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
    public <R extends Record> Function<R, Prediction> forRecords(Class<R> type, MethodHandles.Lookup lookup) {
        RecordBinding<R> binding = schema.bind(type, lookup);
        return row -> {
            float[] raw = new float[encoder.rawWidth()];
            binding.read(row, raw, 0);
            return predict(raw);
        };
    }

    private static void requireWidth(String what, int network, int schema) {
        if (network != schema) {
            throw new IllegalArgumentException(
                    "model: the network's " + what + " width is " + network + ", the schema asks for " + schema);
        }
    }

    private static void requireColumns(String what, Scaler scaler, int columns) {
        int found = scaler.shift().length;
        if (scaler.scaling() != Scaling.NONE && found != columns) {
            throw new IllegalArgumentException(
                    "model: the " + what + " scaler has " + found + " columns, the schema asks for " + columns);
        }
    }
}
