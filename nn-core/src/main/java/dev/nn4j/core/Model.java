// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core;

import dev.nn4j.api.DataException;
import dev.nn4j.api.Loss;
import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.conformal.Conformal;
import dev.nn4j.core.decision.Decision;
import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.encoding.InputEncoder;
import dev.nn4j.core.encoding.Scaler;
import dev.nn4j.core.encoding.Scaling;
import dev.nn4j.core.internal.distribution.TargetParts;
import dev.nn4j.core.internal.engine.EvaluationPass;
import dev.nn4j.core.profile.TrainingProfile;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.table.WordArray;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is saved and deployed: schema and preprocessing, network, task and labels, provenance. A raw row goes in, a label
 * or number comes out. Immutable and safe for all threads.
 *
 * <p>An ensemble has several networks, its members, which see the same inputs. It answers with the mean of their outputs:
 * probabilities, or numbers as they were scaled for the training. They are added as floats in the members' order, and the
 * sum is divided by their number. Lakshminarayanan, Pritzel, Blundell, <i>Simple and Scalable Predictive Uncertainty
 * Estimation using Deep Ensembles</i>, 2017, say why the mean is better than its members, and what their {@linkplain
 * #predict(float[], int, float[], float[], Scratch) spread} tells.
 *
 * @since 0.1.0
 */
public final class Model implements Predictor {
    /** The most networks of an ensemble. */
    public static final int MOST_MEMBERS = 1000;

    private final Schema schema;
    private final Scaler inputScaler;
    private final Scaler targetScaler;
    private final Members members;
    private final Loss loss;
    private final GoldenRows golden;
    private final Provenance provenance;
    private final Optional<TrainingProfile> profile;
    private final Optional<Conformal> conformal;
    private final InputEncoder encoder;

    /** All parts, which must fit each other. */
    Model(
            Schema schema,
            Scaler inputScaler,
            Scaler targetScaler,
            Members members,
            Loss loss,
            GoldenRows golden,
            Provenance provenance,
            Optional<TrainingProfile> profile,
            Optional<Conformal> conformal) {
        for (Network network : members.networks()) {
            requireWidth("input", network.spec().inputWidth(), schema.inputWidth());
            requireWidth("output", network.spec().outputWidth(), schema.detailWidth());
        }
        if (!schema.distribution().equals(loss.distribution())) {
            throw new IllegalArgumentException("model: " + loss.name() + " takes " + loss.distribution()
                    + " of each target, the schema says " + schema.distribution());
        }
        requireColumns("input", inputScaler, schema.inputWidth());
        profile.ifPresent(rows -> rows.requireFits(schema));
        requireColumns("target", targetScaler, schema.outputs());
        if (targetScaler.scaling().isBounded()) {
            throw new IllegalArgumentException("model: targets are scaled by "
                    + targetScaler.scaling().word() + ", from which answers do not come back");
        }
        conformal.ifPresent(scores -> ConformalRules.require(schema, members.count(), scores));
        this.schema = schema;
        this.inputScaler = inputScaler;
        this.targetScaler = targetScaler;
        this.members = members;
        this.loss = loss;
        this.golden = golden;
        this.provenance = provenance;
        this.profile = profile;
        this.conformal = conformal;
        this.encoder = new InputEncoder(schema.features(), inputScaler);
    }

    /**
     * Starts a model of what it cannot be without; the rest is none.
     *
     * @param loss what the network was trained on; it evaluates with it
     */
    public static ModelBuilder builder(Schema schema, Network network, Loss loss) {
        return builder(schema, List.of(network), loss);
    }

    /**
     * Starts a model of several networks.
     *
     * @param networks 1 to {@value #MOST_MEMBERS}, perhaps of different architectures
     * @param loss what they were trained on; they evaluate with it
     * @throws IllegalArgumentException if they are fewer or more
     */
    public static ModelBuilder builder(Schema schema, List<Network> networks, Loss loss) {
        return new ModelBuilder(schema, new Members(networks, loss.distribution()), loss);
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

    /**
     * The network, which sees scaled rows.
     *
     * @throws IllegalStateException if it is an ensemble, which has several {@link #networks}
     */
    public Network network() {
        if (members.count() > 1) {
            throw new IllegalStateException("model: it is an ensemble of " + members.count()
                    + " networks and has no one network; take networks(), or member(i), a model of one of them");
        }
        return members.networks().get(0);
    }

    /** The networks, in their order; of a model that is no ensemble, the one. */
    public List<Network> networks() {
        return members.networks();
    }

    @Override
    public int members() {
        return members.count();
    }

    /**
     * One network of it as a model of its own, which reads the same; without golden rows and {@link #conformal} scores.
     *
     * @param index from 0 on
     */
    public Model member(int index) {
        Members one = new Members(List.of(members.networks().get(index)), loss.distribution());
        return new Model(
                schema, inputScaler, targetScaler, one, loss, GoldenRows.none(), provenance, profile, Optional.empty());
    }

    /** The loss that its networks were trained on. */
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

    /**
     * What its training rows looked like, where it was trained with {@link
     * dev.nn4j.core.experiment.TrainingOptions#profile()}.
     *
     * @since 0.1.0
     */
    public Optional<TrainingProfile> profile() {
        return profile;
    }

    /**
     * This model with what other training rows looked like.
     *
     * @throws IllegalArgumentException if it is of other columns than the features
     * @since 0.1.0
     */
    public Model withProfile(TrainingProfile other) {
        return with(schema).profile(Optional.of(other)).build();
    }

    /** This model with other golden rows. */
    public Model withGolden(GoldenRows rows) {
        return with(schema).golden(rows).build();
    }

    /**
     * This model with other thresholds. What its provenance says of how its own were chosen goes; its figures of held out rows
     * are those of before.
     *
     * @throws IllegalArgumentException if they are not as many as there are outputs to decide, or if there is none
     * @since 0.1.0
     */
    public Model withDecision(Decision other) {
        Provenance rest = provenance.without(Provenance.THRESHOLDS);
        if (!other.equals(schema.decision())) {
            rest = rest.measuredBefore("its thresholds were changed");
        }
        return with(schema.withDecision(other)).provenance(rest).build();
    }

    /** This model with another provenance. */
    public Model withProvenance(Provenance other) {
        return with(schema).provenance(other).build();
    }

    /**
     * The scores by which it says how far its answers may be from the truth, if it has been given any.
     *
     * @since 0.1.0
     */
    public Optional<Conformal> conformal() {
        return conformal;
    }

    /**
     * This model with other scores.
     *
     * @throws IllegalArgumentException if they are for other answers than its own
     * @since 0.1.0
     */
    public Model withConformal(Optional<Conformal> scores) {
        return with(schema).conformal(scores).build();
    }

    /**
     * Intervals that hold the truth for a share of new rows, if these are like those that were scored. Regression only.
     *
     * @param level the share, in (0, 1)
     * @throws IllegalStateException if the model has no scores for that
     * @throws IllegalArgumentException if too few rows were scored to promise that
     * @since 0.1.0
     */
    public PredictionIntervals intervals(double level) {
        return new PredictionIntervals(schema, ConformalRules.scores(this, true), level);
    }

    /**
     * Sets of labels that hold the true one for a share of new rows, if these are like those that were scored; of several
     * labels at once a set of yes and no for each. Not of numbers.
     *
     * @param level the share, in (0, 1)
     * @throws IllegalStateException if the model has no scores for that
     * @throws IllegalArgumentException if too few rows were scored to promise that
     * @since 0.1.0
     */
    public PredictionSets sets(double level) {
        return new PredictionSets(schema, ConformalRules.scores(this, false), level);
    }

    /** All of this, but for the schema. */
    private ModelBuilder with(Schema other) {
        return new ModelBuilder(other, members, loss)
                .inputScaler(inputScaler)
                .targetScaler(targetScaler)
                .golden(golden)
                .provenance(provenance)
                .profile(profile)
                .conformal(conformal);
    }

    @Override
    public Scratch newScratch() {
        return newScratch(KernelChoice.AUTO);
    }

    @Override
    public Scratch newScratch(KernelChoice kernels) {
        return members.newScratch(kernels);
    }

    @Override
    public void predict(float[] rows, int count, float[] outputs, Scratch scratch) {
        members.requireLengths(rows, encoder.rawWidth(), count, outputs, schema.outputs());
        members.predict(rows, count, outputs, scratch, encoder);
        targetScaler.invert(outputs, count, schema.outputs());
    }

    @Override
    public void predict(float[] rows, int count, float[] outputs, float[] spread, Scratch scratch) {
        members.requireLengths(rows, encoder.rawWidth(), count, outputs, schema.outputs());
        members.requireSpread(count, spread);
        members.predict(rows, count, outputs, spread, scratch, encoder);
        targetScaler.invert(outputs, count, schema.outputs());
        targetScaler.invertDistances(spread, count, schema.outputs());
    }

    @Override
    public void predictDetails(float[] rows, int count, float[] details, float[] spread, Scratch scratch) {
        members.requireLengths(rows, encoder.rawWidth(), count, details, schema.detailWidth());
        members.requireSpread(count, spread);
        members.predictDetails(rows, count, details, spread, scratch, encoder);
        targetScaler.invertDetails(details, count, schema.outputs(), schema.distribution());
        targetScaler.invertDistances(spread, count, schema.outputs());
    }

    @Override
    public OptionalDouble predict(Table table, Optional<WordArray> weights, OutputSink outputs) {
        return predictDetails(table, weights, (first, count, block) -> {
            TargetParts.answers(schema.distribution(), block, count * schema.outputs(), block);
            outputs.accept(first, count, block);
        });
    }

    /**
     * The loss is the one that was trained on, in the network's (scaled) units: over logits where it has such a form, and of
     * an ensemble over the mean of the outputs.
     */
    @Override
    public OptionalDouble predictDetails(Table table, Optional<WordArray> weights, OutputSink details) {
        DataSet unweighted = DataSet.forOnePass(table, schema, inputScaler, targetScaler);
        DataSet rows = weights.map(unweighted::withWeights).orElse(unweighted);
        Cancellation.Walk walk = table.cancellation().newWalk();
        return OptionalDouble.of(members.evaluation(loss).run(rows, table.threads(), told(details, walk)));
    }

    @Override
    public OptionalDouble predictDetails(
            float[] rows, float[] targets, int count, OutputSink details, Scratch scratch) {
        return OptionalDouble.of(members.evaluate(
                scratch,
                loss,
                count,
                (first, some, inputs, scaled) -> {
                    encoder.encode(rows, first * encoder.rawWidth(), inputs, 0, some);
                    requireFinite(inputs, some * encoder.width());
                    targetScaler.apply(targets, first * schema.outputs(), scaled, 0, some, schema.outputs());
                    requireFinite(scaled, some * schema.outputs());
                },
                told(details, Cancellation.none().newWalk())));
    }

    private static void requireFinite(float[] numbers, int count) {
        for (int i = 0; i < count; i++) {
            if (!Float.isFinite(numbers[i])) {
                throw new DataException("model: a number of a row is too large to be scaled, or is missing");
            }
        }
    }

    /** Hands on what a pass gives, in the targets' own units. */
    private EvaluationPass.Outputs told(OutputSink details, Cancellation.Walk walk) {
        return new EvaluationPass.Outputs() {
            @Override
            public void of(int first, int count, float[] block) {
                walk.longStep();
                targetScaler.invertDetails(block, count, schema.outputs(), schema.distribution());
                details.accept(first, count, block);
            }

            @Override
            public void losses(int first, int count, double[] losses) {
                details.losses(first, count, losses);
            }
        };
    }

    /** As in {@code multi-class model of species: 4 features, 131 parameters}, or {@code …, 5 networks, 655 parameters}. */
    @Override
    public String toString() {
        return schema.task().word() + " model of " + String.join(", ", schema.targets()) + ": "
                + schema.features().size() + " features, " + members;
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
