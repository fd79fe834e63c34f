// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.api.DataException;
import dev.nn4j.api.Loss;
import dev.nn4j.api.NearestName;
import dev.nn4j.api.Optimizer;
import dev.nn4j.core.data.CellType;
import dev.nn4j.core.data.Scaling;
import dev.nn4j.core.data.Task;
import dev.nn4j.core.network.LayerSpec;
import dev.nn4j.core.registry.ComponentRegistry;
import java.util.List;
import java.util.SortedMap;

/**
 * Everything that decides the outcome of a training but the data: two runs of one experiment on the same data give the
 * same bits. Immutable; {@link Training} runs it.
 *
 * @param data what the columns are for
 * @param scaling of the features
 * @param targetScaling of the targets; regression only
 * @param layers from input to output; empty only where a training starts from a model
 * @param loss what is minimised; it decides the task
 * @param optimizer how
 * @param learningRate its step size; above 0
 * @param options the rest
 */
public record Experiment(
        DataRoles data,
        Scaling scaling,
        Scaling targetScaling,
        List<LayerSpec> layers,
        Loss loss,
        Optimizer optimizer,
        double learningRate,
        TrainingOptions options) {
    /** Copies the layers and refuses what contradicts itself. */
    public Experiment {
        layers = List.copyOf(layers);
        if (!(learningRate > 0) || Double.isInfinite(learningRate)) {
            throw new ConfigurationException("optimizer.learningRate", "must be greater than 0, got " + learningRate);
        }
        Task task = Task.of(loss.targets(), data.targets().size());
        if (task == Task.MULTICLASS && data.targets().size() > 1) {
            throw new ConfigurationException(
                    "data.target",
                    loss.name() + " takes one column of labels, got " + data.targets() + "; for several yes-or-no"
                            + " columns use binary-cross-entropy");
        }
        if (task.hasLabels() && !data.targetFormat().isPlain()) {
            throw new ConfigurationException(
                    "data.columns." + data.targets().get(0),
                    "gives labels a number format; " + loss.name() + " makes this a " + task.word()
                            + " task; leave it out");
        }
        if (targetScaling != Scaling.NONE && task != Task.REGRESSION) {
            throw new ConfigurationException(
                    "preprocessing.targetScaling",
                    "is for regression only; " + loss.name() + " makes this a " + task.word() + " task; use \"none\"");
        }
    }

    /** Starts a description with defaults; component names are looked up in the registry. */
    public static ExperimentBuilder builder(ComponentRegistry registry) {
        return new ExperimentBuilder(registry);
    }

    /** Starts a description with the components this library sees. */
    public static ExperimentBuilder builder() {
        return builder(ComponentRegistry.standard());
    }

    /** This with other options. */
    public Experiment withOptions(TrainingOptions other) {
        return new Experiment(data, scaling, targetScaling, layers, loss, optimizer, learningRate, other);
    }

    /** This on the network of a model that training starts from, of which it repeats nothing. */
    Experiment withoutLayers() {
        return new Experiment(data, scaling, targetScaling, List.of(), loss, optimizer, learningRate, options);
    }

    /**
     * Every effective setting as a Double, Long, Boolean or String, under the path that a configuration has for it:
     * {@code training.epochs}. Two experiments on equal layers that have the same give the same bits.
     */
    public SortedMap<String, Object> settings() {
        return ExperimentSettings.of(this);
    }

    /** What is learnt. */
    public Task task() {
        return Task.of(loss.targets(), data.targets().size());
    }

    /**
     * Refuses a header that lacks a column named here. Asked before the cells are read, this names the fault itself: of
     * a mistyped target the true column would be taken for a feature.
     *
     * @param source where the header stands, as messages name it
     * @throws DataException naming the first that is missing
     */
    public void requireColumns(String source, List<String> header) {
        data.columns().forEach(column -> {
            if (!header.contains(column)) {
                throw new DataException(
                        new DataException.Location(source, 1, 1),
                        "there is no column '" + column + "'" + NearestName.hint(column, header));
            }
        });
    }

    /** How a column of training data is read. */
    public CellType cellType(String column) {
        if (data.targets().contains(column)) {
            return task().hasLabels() ? CellType.TEXT : data.plan(column).cellType();
        }
        return data.ignore().contains(column)
                ? CellType.SKIPPED
                : data.plan(column).cellType();
    }
}
