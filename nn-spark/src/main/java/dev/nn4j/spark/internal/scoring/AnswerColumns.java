// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark.internal.scoring;

import dev.nn4j.core.Interval;
import dev.nn4j.core.Model;
import dev.nn4j.core.PredictionIntervals;
import dev.nn4j.core.PredictionSets;
import dev.nn4j.core.explanation.Attribution;
import dev.nn4j.core.explanation.Background;
import dev.nn4j.core.explanation.ShapleyExplainer;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** A model's answers as the values of Spark's columns. */
public final class AnswerColumns {
    private static final StructType CONTRIBUTION = DataTypes.createStructType(List.of(
            DataTypes.createStructField("answer", DataTypes.StringType, false),
            DataTypes.createStructField("feature", DataTypes.StringType, false),
            DataTypes.createStructField("contribution", DataTypes.DoubleType, false)));

    private final AnswerSettings settings;
    private final Schema schema;
    private final Optional<PredictionIntervals> intervals;
    private final Optional<PredictionSets> sets;
    private final Optional<ShapleyExplainer> explainer;

    /**
     * The columns that these settings ask of a model.
     *
     * @throws IllegalStateException if it has no conformal scores for intervals, or no rows to explain by
     */
    public AnswerColumns(Model model, AnswerSettings settings) {
        this.settings = settings;
        this.schema = model.schema();
        boolean isRegression = schema.task() == Task.REGRESSION;
        boolean asked = !settings.interval().isEmpty();
        if (asked && schema.task() == Task.MULTILABEL) {
            throw new IllegalStateException(
                    "intervalCol: is an interval or one set, and this model has a set for each of "
                            + schema.targets().size() + " labels; leave it out, or ask model.sets or nn predict --set");
        }
        this.intervals = asked && isRegression ? Optional.of(model.intervals(settings.level())) : Optional.empty();
        this.sets = asked && !isRegression ? Optional.of(model.sets(settings.level())) : Optional.empty();
        this.explainer = settings.contributions().isEmpty()
                ? Optional.empty()
                : Optional.of(ShapleyExplainer.of(
                        model,
                        Background.kept(model)
                                .orElseThrow(() -> new IllegalStateException(
                                        "contributionsCol: the model keeps no rows to explain others by; train it with"
                                                + " training.background, such as 64"))));
    }

    /** Their names and types. */
    public List<StructField> fields() {
        List<StructField> fields = new ArrayList<>();
        add(fields, settings.prediction(), predictionType());
        add(fields, hasProbabilities() ? settings.probability() : "", DataTypes.createArrayType(DataTypes.FloatType));
        add(fields, settings.interval(), intervalType());
        add(fields, settings.contributions(), DataTypes.createArrayType(CONTRIBUTION));
        return fields;
    }

    private static void add(List<StructField> fields, String name, DataType type) {
        if (!name.isEmpty()) {
            fields.add(DataTypes.createStructField(name, type, true));
        }
    }

    private boolean hasProbabilities() {
        return schema.task() != Task.REGRESSION;
    }

    private DataType predictionType() {
        return switch (schema.task()) {
            case BINARY, MULTICLASS -> DataTypes.StringType;
            case MULTILABEL -> DataTypes.createArrayType(DataTypes.StringType);
            case REGRESSION -> eachTarget(DataTypes.DoubleType);
        };
    }

    private DataType intervalType() {
        return sets.isPresent()
                ? DataTypes.createArrayType(DataTypes.StringType)
                : eachTarget(DataTypes.createStructType(List.of(
                        DataTypes.createStructField("low", DataTypes.DoubleType, false),
                        DataTypes.createStructField("high", DataTypes.DoubleType, false))));
    }

    private DataType eachTarget(DataType type) {
        return schema.outputs() == 1 ? type : DataTypes.createArrayType(type);
    }

    /** How many there are. */
    public int count() {
        return fields().size();
    }

    /** Whether answers need to know how far an ensemble's members are apart. */
    boolean needSpread() {
        return intervals.map(PredictionIntervals::needSpread).orElse(false);
    }

    /**
     * Writes a row's answers.
     *
     * @param batch in which it is
     * @param row its place in the batch
     * @param into receives as many values as there are columns, at {@code at} on
     */
    void write(PredictedBatch batch, int row, Object[] into, int at) {
        int next = at;
        int from = row * schema.outputs();
        if (!settings.prediction().isEmpty()) {
            into[next++] = prediction(batch.outputs(), from);
        }
        if (hasProbabilities() && !settings.probability().isEmpty()) {
            into[next++] = probabilities(batch.outputs(), from);
        }
        if (!settings.interval().isEmpty()) {
            into[next++] = interval(batch, row);
        }
        if (explainer.isPresent()) {
            into[next] = contributions(explainer.get(), batch.rawRow(row));
        }
    }

    private Object prediction(float[] outputs, int from) {
        switch (schema.task()) {
            case BINARY, MULTICLASS -> {
                return schema.labels().get(schema.decide(outputs, from));
            }
            case MULTILABEL -> {
                List<String> positives = new ArrayList<>();
                for (int i = 0; i < schema.outputs(); i++) {
                    if (schema.decision().holds(i, outputs[from + i])) {
                        positives.add(schema.targets().get(i));
                    }
                }
                return positives.toArray(new String[0]);
            }
            case REGRESSION -> {
                Double[] numbers = new Double[schema.outputs()];
                for (int i = 0; i < numbers.length; i++) {
                    numbers[i] = schema.inOwnUnits(i, outputs[from + i]);
                }
                return numbers.length == 1 ? numbers[0] : numbers;
            }
        }
        throw new IllegalStateException("scoring: unknown task " + schema.task());
    }

    private Object probabilities(float[] outputs, int from) {
        int count = schema.task().hasLabels() ? schema.labels().size() : schema.outputs();
        float[] probabilities = new float[count];
        for (int i = 0; i < count; i++) {
            probabilities[i] = schema.task().hasLabels() ? schema.probability(outputs, from, i) : outputs[from + i];
        }
        return probabilities;
    }

    private Object interval(PredictedBatch batch, int row) {
        if (sets.isPresent()) {
            return sets.get().of(batch.outputs(), row * schema.outputs()).toArray(new String[0]);
        }
        Object[] each = new Object[schema.outputs()];
        for (int target = 0; target < each.length; target++) {
            Interval interval = intervals.orElseThrow().ofDetails(batch.details(), batch.spread(), row, target);
            each[target] = RowFactory.create(interval.low(), interval.high());
        }
        return each.length == 1 ? each[0] : each;
    }

    /** One for each feature of each answer that is explained. */
    private static Row[] contributions(ShapleyExplainer explainer, float[] rawRow) {
        List<Row> contributions = new ArrayList<>();
        for (Attribution attribution : explainer.explain(rawRow, 1).get(0).usual()) {
            String answer = attribution.explained().name();
            attribution
                    .contributions()
                    .forEach((feature, value) -> contributions.add(RowFactory.create(answer, feature, value)));
        }
        return contributions.toArray(new Row[0]);
    }
}
