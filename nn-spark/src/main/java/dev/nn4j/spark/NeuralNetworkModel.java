// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark;

import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.schema.RowBinding;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.io.ByteSource;
import dev.nn4j.io.ModelFile;
import dev.nn4j.spark.internal.StageFiles;
import dev.nn4j.spark.internal.scoring.AnswerColumns;
import dev.nn4j.spark.internal.scoring.AnswerSettings;
import dev.nn4j.spark.internal.scoring.RowFault;
import dev.nn4j.spark.internal.scoring.RowFunction;
import dev.nn4j.spark.internal.scoring.ScoringPlan;
import dev.nn4j.spark.internal.scoring.ScoringTask;
import dev.nn4j.spark.internal.scoring.SharedModel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.ml.util.MLWritable;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * A model of nn4j as a stage of Spark: it adds its answers to the rows of a DataFrame. It knows its columns by name and
 * kind, so there is nothing to assemble, index or scale before it. Rows are answered by the same arithmetic as everywhere,
 * to the same bits.
 *
 * <pre>{@code
 * Dataset<Row> answered = NeuralNetworkModel.load("hdfs:///models/customers.nn").transform(customers);
 * }</pre>
 *
 * @since 0.1.0
 */
public final class NeuralNetworkModel extends Model<NeuralNetworkModel> implements MLWritable {
    private static final long serialVersionUID = 1;

    private static final int USUAL_BATCH = 1024;
    private static final double USUAL_LEVEL = 0.9;

    private final String uid;
    private @Nullable SharedModel shared;
    private final Param<String> predictionCol;
    private final Param<String> probabilityCol;
    private final Param<String> intervalCol;
    private final DoubleParam intervalLevel;
    private final Param<String> contributionsCol;
    private final Param<String> featuresCol;
    private final Param<String> handleInvalid;
    private final IntParam batchSize;

    /** Without a model; for Spark, which makes stages so and then reads them. */
    public NeuralNetworkModel() {
        this(Identifiable$.MODULE$.randomUID("nn4j"));
    }

    /** Without a model; for Spark, which makes stages so and then reads them. */
    public NeuralNetworkModel(String uid) {
        this.uid = uid; // parameters are called by it
        this.predictionCol = new Param<>(
                this,
                "predictionCol",
                "the column of the answer: a label, a number or the targets that hold; \"\" for none");
        this.probabilityCol = new Param<>(
                this, "probabilityCol", "the column of all labels' probabilities, in the model's order; \"\" for none");
        this.intervalCol = new Param<>(
                this,
                "intervalCol",
                "the column of intervals, or of sets of labels, that hold the truth; \"\" for none");
        this.intervalLevel = new DoubleParam(
                this, "intervalLevel", "the share of rows for which intervalCol holds the truth, in (0, 1)");
        this.contributionsCol = new Param<>(
                this, "contributionsCol", "the column of what each feature contributes to the answer; \"\" for none");
        this.featuresCol = new Param<>(
                this,
                "featuresCol",
                "a column of vectors or arrays in place of a column for each feature; \"\" for none");
        this.handleInvalid = new Param<>(
                this,
                "handleInvalid",
                "what becomes of rows that cannot be answered: \"error\", \"skip\" (left out) or \"keep\" (null"
                        + " answers)");
        this.batchSize = new IntParam(this, "batchSize", "rows that are answered together, at least 1; changes no bit");
        setDefault(predictionCol, "prediction");
        setDefault(probabilityCol, "probability");
        setDefault(intervalCol, "");
        setDefault(intervalLevel, USUAL_LEVEL);
        setDefault(contributionsCol, "");
        setDefault(featuresCol, "");
        setDefault(handleInvalid, RowFault.ERROR.word());
        setDefault(batchSize, USUAL_BATCH);
    }

    /** That model as a stage. */
    public static NeuralNetworkModel of(dev.nn4j.core.Model model) {
        NeuralNetworkModel stage = new NeuralNetworkModel();
        stage.shared = SharedModel.of(model);
        return stage;
    }

    /**
     * Reads a model's file ({@code .nn}), or a stage that was saved, from any file system that Hadoop knows.
     *
     * @throws IOException if it cannot be read
     * @throws dev.nn4j.api.ModelFormatException if it is no model, damaged, too new or too old
     */
    public static NeuralNetworkModel load(String path) throws IOException {
        StageFiles files = new StageFiles(SparkSession.active());
        if (files.isFolder(path)) {
            return read().load(path);
        }
        return of(ModelFile.read(ByteSource.of(files.read(path)).named(path), ComponentRegistry.standard()));
    }

    /** What reads stages that were saved; {@link #load} does so too. */
    public static MLReader<NeuralNetworkModel> read() {
        return new StageReader();
    }

    /** What saves it: Spark's description of the stage, and the model's file beside it. */
    @Override
    public MLWriter write() {
        return new StageWriter(this);
    }

    /** Saves it at a path where there is nothing yet. */
    @Override
    public void save(String path) throws IOException {
        write().save(path);
    }

    /** The model. */
    public dev.nn4j.core.Model model() {
        return shared().model();
    }

    SharedModel shared() {
        SharedModel known = shared;
        if (known == null) {
            throw new IllegalStateException(
                    "neural network model: it has no model; make it with NeuralNetworkModel.of or load");
        }
        return known;
    }

    void take(SharedModel other) {
        this.shared = other;
    }

    @Override
    public String uid() {
        return uid;
    }

    /**
     * Adds the columns of answers.
     *
     * @throws dev.nn4j.api.DataException if a column is missing, naming the nearest
     * @throws IllegalArgumentException if a column of answers is there already
     */
    @Override
    public Dataset<Row> transform(Dataset<?> dataset) {
        StructType schema = transformSchema(dataset.schema());
        JavaSparkContext context =
                JavaSparkContext.fromSparkContext(dataset.sparkSession().sparkContext());
        Broadcast<SharedModel> model = context.broadcast(shared());
        return getFeaturesCol().isEmpty()
                ? byFunction(dataset.toDF(), model)
                : dataset.toDF().mapPartitions(new ScoringTask(model, plan(dataset.schema())), Encoders.row(schema));
    }

    /** Rows stay as Spark has them: turning them into Java's and back would cost more than the answers. */
    private Dataset<Row> byFunction(Dataset<Row> frame, Broadcast<SharedModel> model) {
        List<StructField> fields = new AnswerColumns(model(), answers()).fields();
        UserDefinedFunction answer = functions.udf(
                new RowFunction(model, answers(), rowFault()), new StructType(fields.toArray(new StructField[0])));
        Dataset<Row> scored = frame.withColumn(uid, answer.apply(functions.struct(features(frame.columns()))));
        if (rowFault() == RowFault.SKIP) {
            scored = scored.filter(functions.col(uid).isNotNull());
        }
        for (StructField field : fields) {
            scored = scored.withColumn(field.name(), functions.col(uid).getField(field.name()));
        }
        return scored.drop(uid);
    }

    private Column[] features(String[] columns) {
        RowBinding binding = model().schema().bind("DataFrame", List.of(columns));
        return IntStream.range(0, model().schema().features().size())
                .mapToObj(feature -> columns[binding.field(feature)])
                .map(name -> functions.col("`" + name.replace("`", "``") + "`").as(name))
                .toArray(Column[]::new);
    }

    private ScoringPlan plan(StructType schema) {
        return new ScoringPlan(List.of(schema.fieldNames()), getFeaturesCol(), answers(), getBatchSize(), rowFault());
    }

    AnswerSettings answers() {
        return new AnswerSettings(
                getPredictionCol(), getProbabilityCol(), getIntervalCol(), getIntervalLevel(), getContributionsCol());
    }

    RowFault rowFault() {
        return RowFault.of(getHandleInvalid());
    }

    @Override
    public StructType transformSchema(StructType schema) {
        List<String> columns = List.of(schema.fieldNames());
        requireFeatures(columns);
        List<StructField> fields = new ArrayList<>(List.of(schema.fields()));
        for (StructField added : new AnswerColumns(model(), answers()).fields()) {
            if (columns.contains(added.name())) {
                throw new IllegalArgumentException("neural network model: there is a column '" + added.name()
                        + "' already; rename it, or set another name for the answers");
            }
            fields.add(added);
        }
        return new StructType(fields.toArray(new StructField[0]));
    }

    private void requireFeatures(List<String> columns) {
        Schema schema = model().schema();
        if (getFeaturesCol().isEmpty()) {
            schema.bind("DataFrame", columns);
        } else if (!columns.contains(getFeaturesCol())) {
            throw new IllegalArgumentException(
                    "neural network model: featuresCol is '" + getFeaturesCol() + "', but the columns are " + columns);
        }
    }

    @Override
    public NeuralNetworkModel copy(ParamMap extra) {
        NeuralNetworkModel copy = new NeuralNetworkModel(uid);
        copy.shared = shared;
        copyValues(copy, extra);
        return hasParent() ? copy.setParent(parent()) : copy;
    }

    /** The column of the answer. */
    public Param<String> predictionCol() {
        return predictionCol;
    }

    public String getPredictionCol() {
        return getOrDefault(predictionCol);
    }

    /** Names the column of the answer: a label, a number (of several targets an array), or the targets that hold. */
    public NeuralNetworkModel setPredictionCol(String name) {
        set(predictionCol, name);
        return this;
    }

    /** The column of probabilities. */
    public Param<String> probabilityCol() {
        return probabilityCol;
    }

    public String getProbabilityCol() {
        return getOrDefault(probabilityCol);
    }

    /** Names the column of probabilities, an array of floats in the order of the model's labels, or of its targets. */
    public NeuralNetworkModel setProbabilityCol(String name) {
        set(probabilityCol, name);
        return this;
    }

    /** The column of intervals. */
    public Param<String> intervalCol() {
        return intervalCol;
    }

    public String getIntervalCol() {
        return getOrDefault(intervalCol);
    }

    /** Names the column of intervals ({@code low}, {@code high}), or of sets of labels; of a model with conformal scores. */
    public NeuralNetworkModel setIntervalCol(String name) {
        set(intervalCol, name);
        return this;
    }

    /** The level of intervals. */
    public DoubleParam intervalLevel() {
        return intervalLevel;
    }

    public double getIntervalLevel() {
        return (Double) getOrDefault(intervalLevel);
    }

    /** Sets the share of rows whose truth the intervals hold, in (0, 1). */
    public NeuralNetworkModel setIntervalLevel(double level) {
        set(intervalLevel, level);
        return this;
    }

    /** The column of contributions. */
    public Param<String> contributionsCol() {
        return contributionsCol;
    }

    public String getContributionsCol() {
        return getOrDefault(contributionsCol);
    }

    /**
     * Names the column of contributions, an array of {@code answer}, {@code feature} and {@code contribution}: Shapley's
     * values. Of a model that keeps rows to compare others with; some thousand times as slow as an answer alone.
     */
    public NeuralNetworkModel setContributionsCol(String name) {
        set(contributionsCol, name);
        return this;
    }

    /** The column of all features. */
    public Param<String> featuresCol() {
        return featuresCol;
    }

    public String getFeaturesCol() {
        return getOrDefault(featuresCol);
    }

    /** Names a column of vectors, or of arrays of numbers, that holds all features in the model's order. */
    public NeuralNetworkModel setFeaturesCol(String name) {
        set(featuresCol, name);
        return this;
    }

    /** What becomes of rows that cannot be answered. */
    public Param<String> handleInvalid() {
        return handleInvalid;
    }

    public String getHandleInvalid() {
        return getOrDefault(handleInvalid);
    }

    /**
     * Sets what becomes of rows that cannot be answered.
     *
     * @param word {@code error}, {@code skip} (they are left out) or {@code keep} (their answers are null)
     * @throws IllegalArgumentException if it is another
     */
    public NeuralNetworkModel setHandleInvalid(String word) {
        set(handleInvalid, RowFault.of(word).word());
        return this;
    }

    /** The rows that are answered together. */
    public IntParam batchSize() {
        return batchSize;
    }

    public int getBatchSize() {
        return (Integer) getOrDefault(batchSize);
    }

    /**
     * Sets how many rows are answered together, which changes speed and not a bit.
     *
     * @param rows at least 1
     */
    public NeuralNetworkModel setBatchSize(int rows) {
        if (rows < 1) {
            throw new IllegalArgumentException("batchSize: must be at least 1, got " + rows);
        }
        set(batchSize, rows);
        return this;
    }

    /** As in {@code nn4j_5f0c: binary model of outcome: 4 features, 131 parameters}. */
    @Override
    public String toString() {
        return uid + (shared == null ? "" : ": " + shared().model());
    }
}
