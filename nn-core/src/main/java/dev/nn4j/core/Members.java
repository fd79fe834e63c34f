// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core;

import dev.nn4j.api.Loss;
import dev.nn4j.api.TargetDistribution;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.encoding.InputEncoder;
import dev.nn4j.core.internal.engine.EvaluationPass;
import dev.nn4j.core.internal.engine.JointPass;
import dev.nn4j.core.internal.engine.Predictors;
import java.util.Arrays;
import java.util.List;

/**
 * The networks of a model. One alone whose outputs are its answers goes its own way, to whose speed and bits nothing is added
 * here.
 */
final class Members {
    private final List<Network> networks;
    private final List<Predictors> predictors;
    private final TargetDistribution distribution;
    private final int width;
    private final Network first;
    private final boolean alone;
    private final boolean plain;

    Members(List<Network> networks, TargetDistribution distribution) {
        this.distribution = distribution;
        this.networks = List.copyOf(networks);
        if (this.networks.isEmpty() || this.networks.size() > Model.MOST_MEMBERS) {
            throw new IllegalArgumentException("model: networks must be 1 to " + Model.MOST_MEMBERS + ", there are "
                    + this.networks.size() + "; train fewer");
        }
        this.predictors = this.networks.stream().map(Network::predictors).toList();
        this.first = this.networks.get(0);
        this.alone = this.networks.size() == 1;
        this.width = first.outputWidth();
        this.plain = alone && distribution.outputs() == 1;
    }

    List<Network> networks() {
        return networks;
    }

    int count() {
        return networks.size();
    }

    Scratch newScratch(KernelChoice kernels) {
        return plain
                ? first.newScratch(kernels)
                : new MembersScratch(this, new JointPass(predictors, width, distribution, kernels));
    }

    /**
     * Refuses arrays that are too short.
     *
     * @param outputs of rows of this width
     */
    void requireLengths(float[] raw, int rawWidth, int rows, float[] outputs, int outputWidth) {
        Network.requireLength("inputs", raw.length, rows, rawWidth);
        Network.requireLength("outputs", outputs.length, rows, outputWidth);
    }

    void requireSpread(int rows, float[] spread) {
        int answers = answers();
        if ((long) rows * answers > spread.length) {
            throw new IllegalArgumentException("model: the spread of " + rows + " rows of " + answers
                    + " outputs needs an array of " + (long) rows * answers + ", got " + spread.length);
        }
    }

    void predict(float[] raw, int rows, float[] outputs, Scratch given, InputEncoder encoder) {
        if (plain) {
            first.predict(raw, rows, outputs, given, encoder);
        } else {
            MembersScratch.of(given, this).predict(raw, rows, encoder, outputs, false, null);
        }
    }

    void predict(float[] raw, int rows, float[] outputs, float[] spread, Scratch given, InputEncoder encoder) {
        if (plain) {
            first.predict(raw, rows, outputs, given, encoder);
        } else {
            MembersScratch.of(given, this).predict(raw, rows, encoder, outputs, false, spread);
        }
        clearIfAlone(rows, spread);
    }

    /** What of answers {@link #predict} does, of details. */
    void predictDetails(float[] raw, int rows, float[] details, float[] spread, Scratch given, InputEncoder encoder) {
        if (plain) {
            first.predict(raw, rows, details, given, encoder);
        } else {
            MembersScratch.of(given, this).predict(raw, rows, encoder, details, true, spread);
        }
        clearIfAlone(rows, spread);
    }

    private void clearIfAlone(int rows, float[] spread) {
        if (alone) {
            Arrays.fill(spread, 0, rows * answers(), 0);
        }
    }

    /** How many answers there are to a row. */
    int answers() {
        return width / distribution.outputs();
    }

    /** How many details there are to a row. */
    int width() {
        return width;
    }

    TargetDistribution distribution() {
        return distribution;
    }

    /** Outputs and mean loss of data sets. */
    EvaluationPass evaluation(Loss loss) {
        return alone ? first.evaluation(loss) : new EvaluationPass(predictors, width, loss);
    }

    /** The same of so many rows on the calling thread, in the memory of a scratch. */
    double evaluate(Scratch given, Loss loss, int rows, EvaluationPass.Rows source, EvaluationPass.Outputs outputs) {
        GuardedScratch scratch = plain ? NetworkScratch.of(given, first) : MembersScratch.of(given, this);
        scratch.enter();
        try {
            return scratch.evaluation(loss, this::evaluation).run(rows, source, outputs);
        } finally {
            scratch.leave();
        }
    }

    @Override
    public String toString() {
        long parameters = networks.stream()
                .mapToLong(network -> network.spec().parameterCount())
                .sum();
        return (alone ? "" : networks.size() + " networks, ") + parameters + " parameters";
    }
}
