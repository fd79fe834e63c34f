// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core;

import dev.nn4j.api.Loss;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.encoding.InputEncoder;
import dev.nn4j.core.internal.engine.EvaluationPass;
import dev.nn4j.core.internal.engine.JointPass;
import dev.nn4j.core.internal.engine.Predictors;
import java.util.Arrays;
import java.util.List;

/** The networks of a model. One alone goes its own way, to whose speed and bits nothing is added here. */
final class Members {
    private final List<Network> networks;
    private final List<Predictors> predictors;
    private final int width;
    private final Network first;
    private final boolean alone;

    Members(List<Network> networks) {
        this.networks = List.copyOf(networks);
        if (this.networks.isEmpty() || this.networks.size() > Model.MOST_MEMBERS) {
            throw new IllegalArgumentException("model: networks must be 1 to " + Model.MOST_MEMBERS + ", there are "
                    + this.networks.size() + "; train fewer");
        }
        this.predictors = this.networks.stream().map(Network::predictors).toList();
        this.first = this.networks.get(0);
        this.alone = this.networks.size() == 1;
        this.width = first.outputWidth();
    }

    List<Network> networks() {
        return networks;
    }

    int count() {
        return networks.size();
    }

    Scratch newScratch(KernelChoice kernels) {
        return alone ? first.newScratch(kernels) : new MembersScratch(this, new JointPass(predictors, width, kernels));
    }

    void requireLengths(float[] raw, int rawWidth, int rows, float[] outputs) {
        first.requireLengths(raw, rawWidth, rows, outputs);
    }

    void requireSpread(int rows, float[] spread) {
        if ((long) rows * width > spread.length) {
            throw new IllegalArgumentException("model: the spread of " + rows + " rows of " + width
                    + " outputs needs an array of " + (long) rows * width + ", got " + spread.length);
        }
    }

    void predict(float[] raw, int rows, float[] outputs, Scratch given, InputEncoder encoder) {
        if (alone) {
            first.predict(raw, rows, outputs, given, encoder);
        } else {
            MembersScratch.of(given, this).predict(raw, rows, outputs, null, encoder);
        }
    }

    void predict(float[] raw, int rows, float[] outputs, float[] spread, Scratch given, InputEncoder encoder) {
        if (alone) {
            first.predict(raw, rows, outputs, given, encoder);
            Arrays.fill(spread, 0, rows * width, 0);
        } else {
            MembersScratch.of(given, this).predict(raw, rows, outputs, spread, encoder);
        }
    }

    int width() {
        return width;
    }

    /** Outputs and mean loss of data sets. */
    EvaluationPass evaluation(Loss loss) {
        return alone ? first.evaluation(loss) : new EvaluationPass(predictors, width, loss);
    }

    @Override
    public String toString() {
        long parameters = networks.stream()
                .mapToLong(network -> network.spec().parameterCount())
                .sum();
        return (alone ? "" : networks.size() + " networks, ") + parameters + " parameters";
    }
}
