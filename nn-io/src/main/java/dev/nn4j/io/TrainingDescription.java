// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io;

import dev.nn4j.core.experiment.Ensemble;
import dev.nn4j.core.experiment.TrainingOptions;
import dev.nn4j.core.training.DataDigests;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The training that a checkpoint goes on with, told without any of the components it names.
 *
 * @since 0.1.0
 */
public final class TrainingDescription {
    private final int epochs;
    private final long steps;
    private final ComponentDescription optimizer;
    private final double learningRate;
    private final TrainingOptions options;
    private final OptionalInt bestEpoch;
    private final DataDigests data;
    private final Optional<Ensemble> ensemble;
    private final int member;

    /** All parts, in this order. */
    TrainingDescription(
            int epochs,
            long steps,
            ComponentDescription optimizer,
            double learningRate,
            TrainingOptions options,
            OptionalInt bestEpoch,
            DataDigests data,
            Optional<Ensemble> ensemble,
            int member) {
        this.epochs = epochs;
        this.steps = steps;
        this.optimizer = optimizer;
        this.learningRate = learningRate;
        this.options = options;
        this.bestEpoch = bestEpoch;
        this.data = data;
        this.ensemble = ensemble;
        this.member = member;
    }

    /** The ensemble that the network is a member of, if it is. */
    public Optional<Ensemble> ensemble() {
        return ensemble;
    }

    /** Which member, counted from 1; 0 where the training is of one network. */
    public int member() {
        return member;
    }

    /** Epochs done. */
    public int epochs() {
        return epochs;
    }

    /** Steps done. */
    public long steps() {
        return steps;
    }

    /** The optimizer as the file names it. */
    public ComponentDescription optimizer() {
        return optimizer;
    }

    /** The training's own learning rate, which a schedule starts from. */
    public double learningRate() {
        return learningRate;
    }

    /** How the network is trained. */
    public TrainingOptions options() {
        return options;
    }

    /** The best epoch so far, counted from 1; empty without early stopping and before there is one. */
    public OptionalInt bestEpoch() {
        return bestEpoch;
    }

    /** What tells the data from others. */
    public DataDigests data() {
        return data;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TrainingDescription that
                && epochs == that.epochs
                && steps == that.steps
                && optimizer.equals(that.optimizer)
                && Double.compare(learningRate, that.learningRate) == 0
                && options.equals(that.options)
                && bestEpoch.equals(that.bestEpoch)
                && data.equals(that.data)
                && ensemble.equals(that.ensemble)
                && member == that.member;
    }

    @Override
    public int hashCode() {
        return Objects.hash(epochs, steps, optimizer, learningRate, options, bestEpoch, data, ensemble, member);
    }

    @Override
    public String toString() {
        return "TrainingDescription[epochs=" + epochs + ", steps=" + steps + ", optimizer=" + optimizer
                + ", learningRate=" + learningRate + ", options=" + options + ", bestEpoch=" + bestEpoch + ", data="
                + data + ", ensemble=" + ensemble + ", member=" + member + "]";
    }
}
