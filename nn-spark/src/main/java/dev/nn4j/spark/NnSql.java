// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark;

import dev.nn4j.core.Model;
import dev.nn4j.spark.internal.scoring.AnswerColumns;
import dev.nn4j.spark.internal.scoring.RowFault;
import dev.nn4j.spark.internal.scoring.RowFunction;
import dev.nn4j.spark.internal.scoring.SharedModel;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Models as functions of SQL.
 *
 * <pre>{@code
 * NnSql.register(spark, "score", NeuralNetworkModel.load("customers.nn"));
 * spark.sql("SELECT id, score(struct(*)).prediction FROM customers");
 * }</pre>
 *
 * @since 0.1.0
 */
public final class NnSql {
    private NnSql() {}

    /**
     * Registers a function of a row, {@code struct(*)}, that gives a struct of the columns that the stage would add. Rows are
     * answered one by one; {@link NeuralNetworkModel#transform} answers some at a time and is faster for wide rows.
     *
     * @param stage says by its parameters which answers there are, and what becomes of rows that cannot be answered
     * @throws IllegalArgumentException if these are to be skipped, which a function cannot, or all features are in one column
     */
    public static void register(SparkSession spark, String name, NeuralNetworkModel stage) {
        if (stage.rowFault() == RowFault.SKIP) {
            throw new IllegalArgumentException(
                    "handleInvalid: a function cannot skip rows; set \"keep\" and leave null answers out in the query");
        }
        if (!stage.getFeaturesCol().isEmpty()) {
            throw new IllegalArgumentException(
                    "featuresCol: a function takes features by name; leave it out, or call transform");
        }
        Broadcast<SharedModel> shared =
                JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(stage.shared());
        StructType type = new StructType(
                new AnswerColumns(stage.model(), stage.answers()).fields().toArray(new StructField[0]));
        spark.udf().register(name, new RowFunction(shared, stage.answers(), stage.rowFault()), type);
    }

    /** Registers a model's answer, with the probabilities if it has any. */
    public static void register(SparkSession spark, String name, Model model) {
        register(spark, name, NeuralNetworkModel.of(model));
    }
}
