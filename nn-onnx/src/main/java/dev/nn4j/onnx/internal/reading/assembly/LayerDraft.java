// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.reading.assembly;

import dev.nn4j.api.Activation;
import dev.nn4j.core.network.LayerSpec;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.onnx.internal.reading.chain.Affine;
import dev.nn4j.onnx.internal.reading.graph.OnnxFaults;
import java.util.Optional;

/** A layer while it is put together, its numbers in double until it is complete. */
public interface LayerDraft {
    /** Values to a row that it takes. */
    int inputs();

    /** Values to a row that it gives. */
    int outputs();

    /** How many numbers it is trained by. */
    int size();

    /** Its activation, if it has been given one. */
    Optional<Activation> activation();

    /** Ends the layer with an activation, if it can have one and has none; says whether it took it. */
    boolean activate(Activation activation);

    /** Whether a factor and an offset for each output can go into it. */
    boolean isOpen();

    /** Whether it already adds a number to each output. */
    boolean hasBias();

    /** What came before goes into it. */
    void foldBefore(Affine affine);

    /** What comes behind goes into it; it is open. */
    void foldAfter(Affine affine);

    /** What it is. */
    LayerSpec spec(ComponentRegistry registry);

    /** Writes what is trained as floats, and gives the index behind it. */
    int copyTo(float[] parameters, int from);

    /** Writes running statistics, and gives the index behind them. */
    default int copyStatisticsTo(float[] parameters, int from) {
        return from;
    }

    /** Writes floats, and gives the index behind them. */
    static int copy(String who, double[] values, float[] into, int from) {
        for (int i = 0; i < values.length; i++) {
            float value = (float) values[i];
            if (!Float.isFinite(value)) {
                throw OnnxFaults.unsupported(who + ": a weight of " + values[i] + " is no finite 32-bit number");
            }
            into[from + i] = value;
        }
        return from + values.length;
    }
}
