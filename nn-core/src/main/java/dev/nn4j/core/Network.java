// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core;

import dev.nn4j.api.Loss;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.encoding.InputEncoder;
import dev.nn4j.core.internal.engine.EvaluationPass;
import dev.nn4j.core.internal.engine.ForwardBuffers;
import dev.nn4j.core.internal.engine.ForwardPass;
import dev.nn4j.core.internal.engine.Predictors;
import dev.nn4j.core.internal.layer.Layers;
import dev.nn4j.core.network.NetworkSpec;

/**
 * An architecture and its parameters. Immutable and safe for all threads.
 *
 * <p>All parameters lie in one array. First those that are trained, layer by layer: for a dense layer W row-major {@code
 * [inputs, outputs]}, then b; for a normalisation scale, then shift. Behind them the running statistics, layer by layer:
 * for batch normalisation the means, then the variances. So whoever copies the array has all that a prediction needs.
 *
 * @since 0.1.0
 */
public final class Network {
    private final NetworkSpec spec;
    private final float[] parameters;
    private final Layers layers;
    private final Predictors predictors;
    private final InputEncoder asTheyAre;
    private final boolean startsFromData;

    private Network(NetworkSpec spec, float[] parameters, boolean fresh) {
        this.spec = spec;
        this.parameters = parameters;
        this.layers = Layers.of(spec);
        this.predictors = new Predictors(layers, parameters);
        this.asTheyAre = InputEncoder.identity(layers.inputs());
        this.startsFromData = fresh && layers.startFromData();
    }

    /** A network as its initializers start it, each layer from its own stream of the seed. */
    public static Network initialized(NetworkSpec spec, long seed) {
        return new Network(spec, Layers.of(spec).initialParameters(seed), true);
    }

    /**
     * A network of known parameters.
     *
     * @param parameters in the order described above; copied
     * @throws IllegalArgumentException if their number does not fit
     */
    public static Network of(NetworkSpec spec, float[] parameters) {
        if (parameters.length != spec.parameterCount()) {
            throw new IllegalArgumentException(
                    "network: the architecture has " + spec.parameterCount() + " parameters, got " + parameters.length);
        }
        return new Network(spec, parameters.clone(), false);
    }

    /**
     * Whether a training that begins with it first takes from its rows what layers begin with, as numeric embeddings do
     * their edges: so it is for a fresh network with such layers, and not for one of known parameters.
     */
    public boolean startsFromData() {
        return startsFromData;
    }

    /** The architecture. */
    public NetworkSpec spec() {
        return spec;
    }

    /** Number of inputs to a row. */
    public int inputWidth() {
        return layers.inputs();
    }

    /** Number of outputs to a row. */
    public int outputWidth() {
        return layers.outputs();
    }

    /** A copy of the parameters. */
    public float[] parameters() {
        return parameters.clone();
    }

    /** Working memory for {@link #predict}; any number of rows can be predicted with it. */
    public Scratch newScratch() {
        return newScratch(KernelChoice.AUTO);
    }

    /** Working memory for {@link #predict} with kernels of this choice, which changes speed and not a bit of any output. */
    public Scratch newScratch(KernelChoice kernels) {
        return new NetworkScratch(this, predictors, kernels);
    }

    /**
     * Computes the outputs of rows; allocates nothing.
     *
     * @param inputs {@code rows × inputWidth}, from index 0
     * @param rows how many
     * @param outputs receives {@code rows × outputWidth}, from index 0; may be the array of the inputs
     * @param scratch of this network; not shared with another thread during the call
     * @throws IllegalArgumentException if an array is too short or the scratch is another network's
     * @throws IllegalStateException if the scratch is in use by another prediction
     * @throws dev.nn4j.api.DataException if an input is NaN or infinite, naming the row; rows before it may be written
     */
    public void predict(float[] inputs, int rows, float[] outputs, Scratch scratch) {
        requireLengths(inputs, inputWidth(), rows, outputs);
        predict(inputs, rows, outputs, scratch, asTheyAre);
    }

    /**
     * Encodes and computes chunk by chunk; the buffers bound the memory. The first chunk is read and written in the
     * caller's own arrays where it can be, which it cannot if they are one and the same: copies there and back would show in
     * the time of one row.
     */
    void predict(float[] raw, int rows, float[] outputs, Scratch given, InputEncoder encoder) {
        NetworkScratch scratch = NetworkScratch.of(given, this);
        scratch.enter();
        try {
            int chunk = scratch.room(rows);
            if (outputs == raw && outputWidth() > encoder.rawWidth()) {
                predictFromTheEnd(raw, rows, chunk, scratch, encoder);
                return;
            }
            for (int from = 0; from < rows; from += chunk) {
                predictChunk(raw, from, Math.min(chunk, rows - from), outputs, scratch, encoder);
            }
        } finally {
            scratch.leave();
        }
    }

    /** In one array: rows that grow must not run over those that are still to be read, which lie before them. */
    private void predictFromTheEnd(
            float[] rowsAndOutputs, int rows, int chunk, NetworkScratch scratch, InputEncoder encoder) {
        for (int to = rows; to > 0; to -= Math.min(chunk, to)) {
            int from = Math.max(0, to - chunk);
            predictChunk(rowsAndOutputs, from, to - from, rowsAndOutputs, scratch, encoder);
        }
    }

    private void predictChunk(
            float[] raw, int from, int count, float[] outputs, NetworkScratch scratch, InputEncoder encoder) {
        ForwardPass pass = scratch.pass();
        ForwardBuffers buffers = scratch.buffers();
        float[] results = from == 0 && outputs != raw ? outputs : pass.outputs(buffers);
        float[] inputs = encoded(raw, from, count, encoder, buffers.input());
        encoder.requireFinite(inputs, count, from);
        pass.run(inputs, count, results, buffers);
        if (results != outputs) {
            System.arraycopy(results, 0, outputs, from * outputWidth(), count * outputWidth());
        }
    }

    /** The network's inputs for some rows, from index 0 on: the raw rows themselves, or made of them in a buffer. */
    static float[] encoded(float[] raw, int from, int rows, InputEncoder encoder, float[] buffer) {
        if (from == 0 && encoder.isIdentity()) {
            return raw;
        }
        encoder.encode(raw, from * encoder.rawWidth(), buffer, 0, rows);
        return buffer;
    }

    /** Its forward passes. */
    Predictors predictors() {
        return predictors;
    }

    /** Outputs and mean loss of data sets. */
    EvaluationPass evaluation(Loss loss) {
        return new EvaluationPass(spec, predictors, loss);
    }

    void requireLengths(float[] raw, int rawWidth, int rows, float[] outputs) {
        requireLength("inputs", raw.length, rows, rawWidth);
        requireLength("outputs", outputs.length, rows, outputWidth());
    }

    static void requireLength(String what, int length, int rows, int width) {
        if (rows < 0 || (long) rows * width > length) {
            throw new IllegalArgumentException("network: " + rows + " rows of " + width + " " + what
                    + " need an array of " + (long) rows * width + ", got " + length);
        }
    }
}
