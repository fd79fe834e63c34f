// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark;

import dev.nn4j.core.Model;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.schema.ColumnPlan;
import dev.nn4j.core.schema.FoundCategories;
import dev.nn4j.core.schema.MissingPolicy;
import dev.nn4j.core.schema.Unseen;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.training.Training;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Made-up customers: numbers, one of them with gaps, a category and an outcome, of two labels or a number. */
final class Customers {
    static final StructType SCHEMA = DataTypes.createStructType(List.of(
            DataTypes.createStructField("id", DataTypes.LongType, false),
            DataTypes.createStructField("age", DataTypes.IntegerType, false),
            DataTypes.createStructField("spent", DataTypes.DoubleType, true),
            DataTypes.createStructField("plan", DataTypes.StringType, false),
            DataTypes.createStructField("outcome", DataTypes.StringType, false),
            DataTypes.createStructField("worth", DataTypes.DoubleType, false)));
    private static final List<String> COLUMNS = List.of(SCHEMA.fieldNames());
    private static final String[] PLANS = {"basic", "plus", "pro"};

    private Customers() {}

    static List<Object[]> values(int count) {
        Random random = new Random(7);
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int age = 18 + random.nextInt(60);
            double spent = Math.round(random.nextDouble() * 1000) / 8.0;
            int plan = random.nextInt(3);
            double worth = age / 10.0 + spent / 50 + 3 * plan + random.nextGaussian();
            rows.add(new Object[] {
                (long) i, age, i % 9 == 0 ? null : spent, PLANS[plan], worth > 10 ? "stays" : "leaves", worth
            });
        }
        return rows;
    }

    static Dataset<Row> frame(SparkSession spark, int count) {
        return frame(spark, values(count));
    }

    static Dataset<Row> frame(SparkSession spark, List<Object[]> values) {
        return spark.createDataFrame(values.stream().map(RowFactory::create).toList(), SCHEMA);
    }

    static Table table(Experiment experiment, int count) {
        var builder = Table.builder(
                "customers", COLUMNS, COLUMNS.stream().map(experiment::cellType).toList());
        values(count).forEach(builder::addValues);
        return builder.build();
    }

    static Experiment experiment(String target) {
        return experiment(target, Optional.empty());
    }

    static Experiment experiment(String target, Optional<String> weight) {
        boolean labels = target.equals("outcome");
        var builder = Experiment.builder()
                .target(target)
                .ignore("id", labels ? "worth" : "outcome")
                .column("spent", ColumnPlan.number().withMissing(MissingPolicy.MEAN))
                .column("plan", ColumnPlan.of(new FoundCategories(0, Unseen.ERROR)))
                .scaling(dev.nn4j.core.encoding.Scaling.STANDARD)
                .dense(8, "relu")
                .dense(1, labels ? "sigmoid" : "identity")
                .loss(labels ? "binary-cross-entropy" : "mean-squared-error")
                .training(options -> options.epochs(5)
                        .seed(3)
                        .validationFraction(0.25)
                        .background(16)
                        .conformal(labels ? "lac" : "absolute"));
        weight.ifPresent(builder::weight);
        return builder.build();
    }

    static Model model(String target) {
        Experiment experiment = experiment(target);
        return Training.of(experiment).run(table(experiment, 300)).model();
    }

    static Object[] changed(Object[] row, int column, Object value) {
        Object[] copy = Arrays.copyOf(row, row.length);
        copy[column] = value;
        return copy;
    }
}
