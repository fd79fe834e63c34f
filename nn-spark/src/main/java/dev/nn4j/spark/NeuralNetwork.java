// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark;

import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.fit.TrainingListener;
import dev.nn4j.core.training.TrainingResult;
import dev.nn4j.spark.internal.training.ClusterTraining;
import dev.nn4j.spark.internal.training.TrainingPlaces;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.jspecify.annotations.Nullable;

/**
 * Trains an {@link Experiment} on the rows of a DataFrame, where they lie. The weights depend on the rows, the experiment and
 * its seed, and on nothing else: not on executors, partitions, files and their order, or tasks that were tried again. They are
 * those of a training on one machine with the order {@code content}, bit for bit.
 *
 * <p>An experiment with {@code training.shards} trains these apart, a job a round: what small networks and small batches want.
 * Without, each batch is a job, and its blocks of 4096 rows are computed by all executors: for large batches of large networks.
 *
 * <pre>{@code
 * NeuralNetworkModel model = NeuralNetwork.of(experiment).fit(customers);
 * }</pre>
 *
 * <p>The first of the training rows, in the order of their content, come to the driver, as columns are fitted to them: {@code
 * training.fitRows}, or a million where it says nothing; and so do the rows to validate on.
 *
 * @since 0.1.0
 */
public final class NeuralNetwork extends Estimator<NeuralNetworkModel> {
    private static final long serialVersionUID = 1;

    private final String uid;
    private final transient @Nullable Experiment experiment;
    private transient TrainingListener listener = TrainingListener.none();
    private final Param<String> validationIndicatorCol;
    private final Param<String> checkpointDir;
    private final IntParam checkpointEpochs;
    private final IntParam partitions;
    private final Param<String> storageLevel;

    private NeuralNetwork(String uid, @Nullable Experiment experiment) {
        this.uid = uid; // parameters are called by it
        this.experiment = experiment;
        this.validationIndicatorCol = new Param<>(
                this, "validationIndicatorCol", "a column that is true in rows to validate on; \"\" for none");
        this.checkpointDir = new Param<>(
                this, "checkpointDir", "the folder of the checkpoint, from which a training goes on; \"\" for none");
        this.checkpointEpochs = new IntParam(this, "checkpointEpochs", "epochs between two checkpoints, at least 1");
        this.partitions =
                new IntParam(this, "partitions", "into how many partitions blocks are divided; 0 for as many as cores");
        this.storageLevel = new Param<>(this, "storageLevel", "where executors keep blocks, as Spark names it");
        setDefault(validationIndicatorCol, "");
        setDefault(checkpointDir, "");
        setDefault(checkpointEpochs, 1);
        setDefault(partitions, 0);
        setDefault(storageLevel, "MEMORY_AND_DISK");
    }

    /** Without an experiment; for Spark, which looks for estimators so. */
    public NeuralNetwork() {
        this(Identifiable$.MODULE$.randomUID("nn4j"), null);
    }

    /** Of an experiment, whose order of rows is by content whatever it says. */
    public static NeuralNetwork of(Experiment experiment) {
        return new NeuralNetwork(Identifiable$.MODULE$.randomUID("nn4j"), experiment);
    }

    @Override
    public String uid() {
        return uid;
    }

    private Experiment known() {
        Experiment chosen = experiment;
        if (chosen == null) {
            throw new IllegalStateException(
                    "neural network: it has no experiment; make it with NeuralNetwork.of(experiment)");
        }
        return chosen;
    }

    /**
     * Trains.
     *
     * @throws dev.nn4j.api.DataException if a column is missing, or a row cannot be used
     * @throws dev.nn4j.api.ConfigurationException if the experiment does not fit the data, or cannot be trained so
     */
    @Override
    public NeuralNetworkModel fit(Dataset<?> dataset) {
        return NeuralNetworkModel.of(train(dataset).model()).setParent(this);
    }

    /** Trains, and tells how it went: history, best epoch, the rows that columns were fitted to and those to validate on. */
    public TrainingResult train(Dataset<?> dataset) {
        TrainingPlaces places = new TrainingPlaces(
                getOrDefault(validationIndicatorCol),
                getOrDefault(checkpointDir),
                (Integer) getOrDefault(checkpointEpochs),
                (Integer) getOrDefault(partitions),
                StorageLevel.fromString(getOrDefault(storageLevel)));
        return new ClusterTraining(known(), places, listener).run(dataset);
    }

    /** Tells this listener too, on the driver. */
    public NeuralNetwork withListener(TrainingListener watcher) {
        NeuralNetwork other = copy(ParamMap.empty());
        other.listener = listener.and(watcher);
        return other;
    }

    @Override
    public StructType transformSchema(StructType schema) {
        known().requireColumns("DataFrame", java.util.List.of(schema.fieldNames()));
        return schema;
    }

    @Override
    public NeuralNetwork copy(ParamMap extra) {
        NeuralNetwork copy = new NeuralNetwork(uid, experiment);
        copy.listener = listener;
        copyValues(copy, extra);
        return copy;
    }

    /** The column that says which rows validate. */
    public Param<String> validationIndicatorCol() {
        return validationIndicatorCol;
    }

    /** Names a column of booleans: rows in which it is true are validated on, in place of a fraction. */
    public NeuralNetwork setValidationIndicatorCol(String name) {
        set(validationIndicatorCol, name);
        return this;
    }

    /** The folder of checkpoints. */
    public Param<String> checkpointDir() {
        return checkpointDir;
    }

    /** Names a folder for the checkpoint, on any file system. A training that finds one of its own there goes on from it. */
    public NeuralNetwork setCheckpointDir(String folder) {
        set(checkpointDir, folder);
        return this;
    }

    /** The epochs between checkpoints. */
    public IntParam checkpointEpochs() {
        return checkpointEpochs;
    }

    /** Sets how many epochs there are between two checkpoints, at least 1. */
    public NeuralNetwork setCheckpointEpochs(int epochs) {
        set(checkpointEpochs, epochs);
        return this;
    }

    /** The partitions of blocks. */
    public IntParam partitions() {
        return partitions;
    }

    /** Sets into how many partitions blocks are divided, which changes no bit; 0 for as many as the cluster has cores. */
    public NeuralNetwork setPartitions(int count) {
        set(partitions, count);
        return this;
    }

    /** Where blocks are kept. */
    public Param<String> storageLevel() {
        return storageLevel;
    }

    /** Sets where executors keep blocks: {@code MEMORY_AND_DISK}, {@code DISK_ONLY} and what else Spark has. */
    public NeuralNetwork setStorageLevel(String level) {
        set(storageLevel, level);
        return this;
    }
}
