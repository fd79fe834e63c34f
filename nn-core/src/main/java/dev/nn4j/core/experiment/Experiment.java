// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.experiment;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.api.DataException;
import dev.nn4j.api.Loss;
import dev.nn4j.api.NearestName;
import dev.nn4j.api.Optimizer;
import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.conformal.ConformalMethod;
import dev.nn4j.core.decision.DecisionRule;
import dev.nn4j.core.encoding.Scaling;
import dev.nn4j.core.internal.rules.LossFit;
import dev.nn4j.core.network.LayerSpec;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.schema.Task;
import dev.nn4j.core.training.Training;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * Everything that decides the outcome of a training but the data: two runs of one experiment on the same data give the
 * same bits. Immutable; {@link Training} runs it.
 *
 * @since 0.1.0
 */
public final class Experiment {
    private final DataRoles data;
    private final Scaling scaling;
    private final boolean scaleCategories;
    private final Scaling targetScaling;
    private final List<LayerSpec> layers;
    private final Loss loss;
    private final Optimizer optimizer;
    private final double learningRate;
    private final TrainingOptions options;
    private final Optional<Ensemble> ensemble;
    private final Optional<DecisionRule> decision;

    /** Copies the layers and refuses what contradicts itself. */
    Experiment(
            DataRoles data,
            Scaling scaling,
            boolean scaleCategories,
            Scaling targetScaling,
            List<LayerSpec> layers,
            Loss loss,
            Optimizer optimizer,
            double learningRate,
            TrainingOptions options,
            Optional<Ensemble> ensemble,
            Optional<DecisionRule> decision) {
        layers = List.copyOf(layers);
        LossFit.requireRate(learningRate);
        options.requireFits(optimizer, learningRate);
        LossFit.requireSmoothable(loss, options.labelSmoothing());
        LossFit.requireCalibratable(loss, options.calibrate());
        LossFit.requireUnscaled(loss, targetScaling != Scaling.NONE);
        requireRefittable(options, ensemble);
        Task task = Task.of(loss.targets(), data.targets().size());
        ConformalWord.method(options.conformal(), task, loss);
        if (decision.isPresent() && task != Task.BINARY && task != Task.MULTILABEL) {
            throw new ConfigurationException(
                    "decision",
                    "chooses thresholds of yes or no; " + loss.name() + " makes this a " + task.word()
                            + " task; leave it out");
        }
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
        if (scaleCategories && scaling == Scaling.NONE) {
            throw new ConfigurationException(
                    "preprocessing.scaleCategories",
                    "is true where preprocessing.scaling is \"none\", by which nothing is scaled; choose a scaling or"
                            + " leave it out");
        }
        if (targetScaling.isBounded()) {
            throw new ConfigurationException(
                    "preprocessing.targetScaling",
                    "cannot be " + targetScaling.word() + ", which bends numbers to within bounds from which answers do"
                            + " not come back; use \"" + Scaling.ROBUST.word() + "\" or \"" + Scaling.STANDARD.word()
                            + "\"");
        }
        if (targetScaling != Scaling.NONE && task != Task.REGRESSION) {
            throw new ConfigurationException(
                    "preprocessing.targetScaling",
                    "is for regression only; " + loss.name() + " makes this a " + task.word() + " task; use \"none\"");
        }

        boolean folds = ensemble.map(Ensemble::kind).equals(Optional.of(Ensemble.Kind.FOLDS));
        if (options.validationFraction() > 0 && folds) {
            throw new ConfigurationException(
                    "training.validationFraction",
                    "must be 0 for an ensemble of folds, each of which validates the member that does not learn from"
                            + " it, got "
                            + options.validationFraction());
        }

        if (data.time().isPresent() && folds) {
            throw new ConfigurationException(
                    "data.time",
                    "is not for an ensemble of folds, each of which is judged by what all others taught, later ones"
                            + " too; leave one of the two out");
        }
        this.data = data;
        this.scaling = scaling;
        this.scaleCategories = scaleCategories;
        this.targetScaling = targetScaling;
        this.layers = layers;
        this.loss = loss;
        this.optimizer = optimizer;
        this.learningRate = learningRate;
        this.options = options;
        this.decision = decision;
        this.ensemble = ensemble.map(several -> new Draws(this).of(several));
    }

    private static void requireRefittable(TrainingOptions options, Optional<Ensemble> ensemble) {
        boolean folds = ensemble.map(Ensemble::kind).equals(Optional.of(Ensemble.Kind.FOLDS));
        options.requireRefittable(folds);
        if (options.refit() && ensemble.isPresent() && !folds) {
            throw new ConfigurationException(
                    "training.refit",
                    "is for one network, or for an ensemble of folds, and this is one of "
                            + ensemble.get().kind().word() + "; leave one of the two out");
        }
    }

    /**
     * How rows that are not learnt from are scored in the end; empty where they are not.
     *
     * @since 0.1.0
     */
    public Optional<ConformalMethod> conformal() {
        return ConformalWord.method(
                options.conformal(), Task.of(loss.targets(), data.targets().size()), loss);
    }

    /** What the columns are for. */
    public DataRoles data() {
        return data;
    }

    /** Scaling of the features. */
    public Scaling scaling() {
        return scaling;
    }

    /**
     * Whether the zeros and ones that categories, booleans and indicators make are scaled as quantities are.
     *
     * @since 0.1.0
     */
    public boolean scaleCategories() {
        return scaleCategories;
    }

    /** Scaling of the targets; regression only. */
    public Scaling targetScaling() {
        return targetScaling;
    }

    /** The layers from input to output; empty only where a training starts from a model. */
    public List<LayerSpec> layers() {
        return layers;
    }

    /** What is minimised; it decides the task. */
    public Loss loss() {
        return loss;
    }

    /** How it is minimised. */
    public Optimizer optimizer() {
        return optimizer;
    }

    /** The optimizer's step size; above 0. */
    public double learningRate() {
        return learningRate;
    }

    /** How the network is trained. */
    public TrainingOptions options() {
        return options;
    }

    /** Whether several networks are trained and kept as one model, and how. */
    public Optional<Ensemble> ensemble() {
        return ensemble;
    }

    /**
     * By which thresholds the model decides: given ones, or those that are best at a goal, chosen when the training has come to
     * its end, by its validation rows, or of an ensemble of folds by all rows, each answered by the network that has not seen
     * it. None: one half decides. Binary and multi-label only.
     */
    public Optional<DecisionRule> decision() {
        return decision;
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
        return new Experiment(
                data,
                scaling,
                scaleCategories,
                targetScaling,
                layers,
                loss,
                optimizer,
                learningRate,
                other,
                ensemble,
                decision);
    }

    /**
     * This as a training of several networks.
     *
     * @throws ConfigurationException if the ensemble is one of folds and the options set validation rows aside
     */
    public Experiment withEnsemble(Ensemble several) {
        return new Experiment(
                data,
                scaling,
                scaleCategories,
                targetScaling,
                layers,
                loss,
                optimizer,
                learningRate,
                options,
                Optional.of(several),
                decision);
    }

    /**
     * This with other single values, each under the path that a configuration has for it: {@code optimizer.learningRate}, those
     * of the optimizer, such options of the training as are numbers, and those of layers, {@code network.layers[2].rate}, or
     * {@code network.layers[*].rate} for all that have it.
     *
     * @param values Double, Long, Boolean or String
     * @throws ConfigurationException if there is no such value, or it cannot be that
     */
    public Experiment with(Map<String, Object> values) {
        return new ExperimentValues(this).changed(values, ensemble);
    }

    /**
     * What a member of the ensemble draws, under the paths of a configuration. The first, and those of what is no pack, draw
     * nothing.
     *
     * @param member counted from 1
     */
    public SortedMap<String, Object> drawn(int member) {
        return new Draws(this).of(member);
    }

    /**
     * The training of one network that a member of the ensemble is, but for its seed.
     *
     * @param member counted from 1; 0 where there is no ensemble
     */
    public Experiment ofMember(int member) {
        return new ExperimentValues(this).changed(drawn(member), Optional.empty());
    }

    /** This on the network of a model that training starts from, of which it repeats nothing. */
    public Experiment withoutLayers() {
        return new Experiment(
                data,
                scaling,
                scaleCategories,
                targetScaling,
                List.of(),
                loss,
                optimizer,
                learningRate,
                options,
                ensemble,
                decision);
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
        Set<String> known = new HashSet<>(header);
        data.columns().forEach(column -> {
            if (!known.contains(column)) {
                throw new DataException(
                        new DataException.Location(source, 1, 1),
                        "there is no column '" + column + "'"
                                + NearestName.hintAmongFree(column, header, data.columns()));
            }
        });
    }

    /** How a column of training data is read. */
    public CellType cellType(String column) {
        if (data.targets().contains(column)) {
            return data.targetGaps()
                    .cellType(
                            task().hasLabels()
                                    ? CellType.TEXT
                                    : data.plan(column).cellType());
        }
        if (data.weight().equals(Optional.of(column))) {
            return CellType.NUMBER.withMarks(data.marks());
        }
        if (data.group().equals(Optional.of(column)) || data.time().equals(Optional.of(column))) {
            return CellType.TEXT;
        }
        return data.ignore().contains(column)
                ? CellType.SKIPPED
                : data.plan(column).cellType();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Experiment that
                && data.equals(that.data)
                && scaling.equals(that.scaling)
                && scaleCategories == that.scaleCategories
                && targetScaling.equals(that.targetScaling)
                && layers.equals(that.layers)
                && loss.equals(that.loss)
                && optimizer.equals(that.optimizer)
                && Double.compare(learningRate, that.learningRate) == 0
                && options.equals(that.options)
                && ensemble.equals(that.ensemble)
                && decision.equals(that.decision);
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                data,
                scaling,
                scaleCategories,
                targetScaling,
                layers,
                loss,
                optimizer,
                learningRate,
                options,
                ensemble,
                decision);
    }

    @Override
    public String toString() {
        return "Experiment[data=" + data + ", scaling=" + scaling + ", scaleCategories=" + scaleCategories
                + ", targetScaling=" + targetScaling + ", layers="
                + layers + ", loss=" + loss + ", optimizer=" + optimizer + ", learningRate=" + learningRate
                + ", options=" + options
                + ensemble.map(several -> ", ensemble=" + several).orElse("")
                + decision.map(goal -> ", decision=" + goal).orElse("") + "]";
    }
}
