// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core;

import dev.nn4j.api.Loss;
import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.encoding.InputEncoder;
import dev.nn4j.core.encoding.Scaler;
import dev.nn4j.core.encoding.Scaling;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.table.WordArray;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is saved and deployed: schema and preprocessing, network, task and labels, provenance. A raw row goes in, a label
 * or number comes out. Immutable and safe for all threads.
 *
 * @since 0.1.0
 */
public final class Model implements Predictor {
    private final Schema schema;
    private final Scaler inputScaler;
    private final Scaler targetScaler;
    private final Network network;
    private final Loss loss;
    private final GoldenRows golden;
    private final Provenance provenance;
    private final InputEncoder encoder;

    /** All parts, which must fit each other. */
    Model(
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

    /**
     * Starts a model of what it cannot be without; the rest is none.
     *
     * @param loss what the network was trained on; it evaluates with it
     */
    public static ModelBuilder builder(Schema schema, Network network, Loss loss) {
        return new ModelBuilder(schema, network, loss);
    }

    @Override
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

    @Override
    public Scratch newScratch() {
        return network.newScratch();
    }

    @Override
    public Scratch newScratch(KernelChoice kernels) {
        return network.newScratch(kernels);
    }

    @Override
    public void predict(float[] rows, int count, float[] outputs, Scratch scratch) {
        network.requireLengths(rows, encoder.rawWidth(), count, outputs);
        network.predict(rows, count, outputs, scratch, encoder);
        targetScaler.invert(outputs, count, network.outputWidth());
    }

    /** The loss is the one that was trained on, over logits where it has such a form, in the network's (scaled) units. */
    @Override
    public OptionalDouble predict(Table table, Optional<WordArray> weights, OutputSink outputs) {
        DataSet unweighted = DataSet.forOnePass(table, schema, inputScaler, targetScaler);
        DataSet rows = weights.map(unweighted::withWeights).orElse(unweighted);
        Cancellation.Walk walk = table.cancellation().newWalk();
        double mean = network.evaluation(loss).run(rows, (first, count, block) -> {
            walk.longStep();
            targetScaler.invert(block, count, network.outputWidth());
            outputs.accept(first, count, block);
        });
        return OptionalDouble.of(mean);
    }

    /** As in {@code multi-class model of species: 4 features, 131 parameters}. */
    @Override
    public String toString() {
        return schema.task().word() + " model of " + String.join(", ", schema.targets()) + ": "
                + schema.features().size() + " features, " + network.spec().parameterCount() + " parameters";
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
