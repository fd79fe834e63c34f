// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.experiment;

import dev.nn4j.api.Activation;
import dev.nn4j.api.Loss;
import dev.nn4j.api.Optimizer;
import dev.nn4j.core.cell.MissingMarks;
import dev.nn4j.core.decision.DecisionRule;
import dev.nn4j.core.encoding.Scaling;
import dev.nn4j.core.network.ActivationSpec;
import dev.nn4j.core.network.BatchNormalizationSpec;
import dev.nn4j.core.network.DenseSpec;
import dev.nn4j.core.network.DropoutSpec;
import dev.nn4j.core.network.LayerNormalizationSpec;
import dev.nn4j.core.network.LayerSpec;
import dev.nn4j.core.network.ResidualSpec;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.schema.ColumnPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Builds an {@link Experiment} step by step. Where nothing is said: no scaling, binary cross-entropy, Adam at its
 * default rate, {@link TrainingOptions#defaults()}.
 *
 * @since 0.1.0
 */
public final class ExperimentBuilder {
    private final ComponentRegistry registry;
    private final List<LayerSpec> layers = new ArrayList<>();
    private List<String> targets = List.of();
    private List<String> ignored = List.of();
    private Optional<String> positive = Optional.empty();
    private Optional<String> weight = Optional.empty();
    private Optional<String> group = Optional.empty();
    private Optional<String> time = Optional.empty();
    private final Map<String, ColumnPlan> plans = new LinkedHashMap<>();
    private MissingMarks marks = MissingMarks.usual();
    private boolean skipsMissingTargets;
    private Scaling scaling = Scaling.NONE;
    private boolean scaleCategories;
    private Scaling targetScaling = Scaling.NONE;
    private @Nullable Loss loss;
    private @Nullable Optimizer optimizer;
    private OptionalDouble learningRate = OptionalDouble.empty();
    private TrainingOptions options = TrainingOptions.defaults();
    private Optional<Ensemble> ensemble = Optional.empty();
    private Optional<DecisionRule> decision = Optional.empty();

    ExperimentBuilder(ComponentRegistry registry) {
        this.registry = registry;
    }

    /** What every column is for, in place of all that was said of columns. */
    public ExperimentBuilder data(DataRoles roles) {
        targets = roles.targets();
        ignored = roles.ignore();
        positive = roles.positive();
        weight = roles.weight();
        group = roles.group();
        time = roles.time();
        plans.clear();
        plans.putAll(roles.plans());
        marks = roles.marks();
        skipsMissingTargets = roles.skipsMissingTargets();
        return this;
    }

    /** The target column, or several. */
    public ExperimentBuilder target(String... columns) {
        targets = List.of(columns);
        return this;
    }

    /** Columns to leave out. */
    public ExperimentBuilder ignore(String... columns) {
        ignored = List.of(columns);
        return this;
    }

    /** Binary: the label whose probability the network gives. */
    public ExperimentBuilder positive(String label) {
        positive = Optional.of(label);
        return this;
    }

    /** The column of sample weights. */
    public ExperimentBuilder weight(String column) {
        weight = Optional.of(column);
        return this;
    }

    /**
     * The column that says which rows belong together and are never divided; see {@link DataRoles#group}.
     *
     * @since 0.1.0
     */
    public ExperimentBuilder group(String column) {
        group = Optional.of(column);
        return this;
    }

    /**
     * The column that says when a row was, so that later rows judge earlier ones; see {@link DataRoles#time}.
     *
     * @since 0.1.0
     */
    public ExperimentBuilder time(String column) {
        time = Optional.of(column);
        return this;
    }

    /** How a feature is read; one of which nothing is said is a number, never missing. */
    public ExperimentBuilder column(String feature, ColumnPlan plan) {
        plans.put(feature, plan);
        return this;
    }

    /** Which cells say that there is no value, in every column whose plan does not say otherwise. */
    public ExperimentBuilder missingMarks(MissingMarks texts) {
        marks = texts;
        return this;
    }

    /** Leaves rows without a target out, in training and evaluation; else they are an error. */
    public ExperimentBuilder skipMissingTargets() {
        skipsMissingTargets = true;
        return this;
    }

    /** How features are scaled, those that are quantities. */
    public ExperimentBuilder scaling(Scaling kind) {
        scaling = kind;
        return this;
    }

    /**
     * Whether what categories, booleans and indicators make is scaled too.
     *
     * @since 0.1.0
     */
    public ExperimentBuilder scaleCategories(boolean too) {
        scaleCategories = too;
        return this;
    }

    /** How numeric targets are scaled. */
    public ExperimentBuilder targetScaling(Scaling kind) {
        targetScaling = kind;
        return this;
    }

    /** Adds a dense layer with the initializer that suits its activation. */
    public ExperimentBuilder dense(int units, String activation) {
        Activation g = registry.activation(activation);
        return layer(new DenseSpec(0, units, g, registry.initializer(g.suitableInitializer()), true));
    }

    /** Adds a dropout layer. */
    public ExperimentBuilder dropout(double rate) {
        return layer(new DropoutSpec(rate));
    }

    /** Adds batch normalisation with its defaults. */
    public ExperimentBuilder batchNormalization() {
        return layer(new BatchNormalizationSpec());
    }

    /** Adds layer normalisation with its defaults. */
    public ExperimentBuilder layerNormalization() {
        return layer(new LayerNormalizationSpec());
    }

    /** Adds an activation by itself, for a dense layer whose own is {@code identity} and what stands behind it. */
    public ExperimentBuilder activation(String name) {
        return layer(new ActivationSpec(registry.activation(name)));
    }

    /**
     * Adds a residual block: these layers, and what goes into them added to what they give.
     *
     * @param block as many numbers come out of it as go into it
     * @since 0.1.0
     */
    public ExperimentBuilder residual(List<? extends LayerSpec> block) {
        layers.addAll(ResidualSpec.block(block));
        return this;
    }

    /** Adds a layer. */
    public ExperimentBuilder layer(LayerSpec layer) {
        layers.add(layer);
        return this;
    }

    /** These layers, in place of those added; none only where a training starts from a model. */
    public ExperimentBuilder layers(List<LayerSpec> all) {
        layers.clear();
        layers.addAll(all);
        return this;
    }

    /** The loss, by name. */
    public ExperimentBuilder loss(String name) {
        return loss(registry.loss(name));
    }

    /** The loss. */
    public ExperimentBuilder loss(Loss chosen) {
        loss = chosen;
        return this;
    }

    /** The optimizer by name, with the learning rate. */
    public ExperimentBuilder optimizer(String name, double rate) {
        return optimizer(registry.optimizer(name), rate);
    }

    /** The optimizer with the learning rate. */
    public ExperimentBuilder optimizer(Optimizer chosen, double rate) {
        optimizer = chosen;
        learningRate = OptionalDouble.of(rate);
        return this;
    }

    /** Changes how the network is trained. */
    public ExperimentBuilder training(UnaryOperator<TrainingOptionsBuilder> change) {
        return options(change.apply(options.toBuilder()).build());
    }

    /** How the network is trained. */
    public ExperimentBuilder options(TrainingOptions chosen) {
        options = chosen;
        return this;
    }

    /** Trains several networks, which make one model. */
    public ExperimentBuilder ensemble(Ensemble chosen) {
        ensemble = Optional.of(chosen);
        return this;
    }

    /** Decides by the thresholds that this says; see {@link Experiment#decision}. */
    public ExperimentBuilder decision(DecisionRule rule) {
        decision = Optional.of(rule);
        return this;
    }

    /**
     * The description.
     *
     * @throws dev.nn4j.api.ConfigurationException if it contradicts itself
     */
    public Experiment build() {
        Optimizer chosen = optimizer == null ? registry.optimizer("adam") : optimizer;
        return new Experiment(
                new DataRoles(targets, ignored, positive, weight, group, time, plans, marks, skipsMissingTargets),
                scaling,
                scaleCategories,
                targetScaling,
                layers,
                loss == null ? registry.loss("binary-cross-entropy") : loss,
                chosen,
                learningRate.orElse(chosen.defaultRate()),
                options,
                ensemble,
                decision);
    }
}
