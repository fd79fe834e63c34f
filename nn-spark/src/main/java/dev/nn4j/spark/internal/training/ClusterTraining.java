// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark.internal.training;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.api.DataException;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.experiment.TrainingOptions;
import dev.nn4j.core.fit.TrainingListener;
import dev.nn4j.core.gradient.BatchPart;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.training.Checkpoint;
import dev.nn4j.core.training.Training;
import dev.nn4j.core.training.TrainingResult;
import dev.nn4j.io.CheckpointFile;
import dev.nn4j.spark.internal.StageFiles;
import dev.nn4j.spark.internal.rows.ContentRows;
import dev.nn4j.spark.internal.rows.RowPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** From a DataFrame to a trained model: rows in order, the first of them here, the others as blocks on executors. */
public final class ClusterTraining {
    /** Rows that columns are fitted to where the experiment does not say how many. */
    private static final int USUAL_FIT_ROWS = 1_000_000;

    /** Rows that validate, all of which come here. */
    private static final int MOST_VALIDATION_ROWS = 5_000_000;

    private static final String CHECKPOINT = "/training.nn";

    private final Experiment experiment;
    private final TrainingPlaces places;
    private final TrainingListener listener;

    /** Of an experiment, whose order is by content whatever it says. */
    public ClusterTraining(Experiment experiment, TrainingPlaces places, TrainingListener listener) {
        TrainingOptions options = experiment.options();
        int fitRows = options.fitRows() == 0 ? USUAL_FIT_ROWS : options.fitRows();
        this.experiment = experiment.withOptions(options.toBuilder()
                .order(TrainingOptions.BY_CONTENT)
                .fitRows(fitRows)
                .build());
        this.places = places;
        this.listener = listener;
        if (experiment.data().group().isPresent() || experiment.data().time().isPresent()) {
            throw new ConfigurationException(
                    "data",
                    "group and time divide rows by a look at all of them, which is not done on a cluster; leave them"
                            + " out, and say which rows validate by validationIndicatorCol");
        }
    }

    /** Trains. */
    public TrainingResult run(Dataset<?> frame) {
        JavaSparkContext context =
                JavaSparkContext.fromSparkContext(frame.sparkSession().sparkContext());
        int partitions = places.partitions() > 0 ? places.partitions() : context.defaultParallelism();
        List<String> header = new ArrayList<>(List.of(frame.columns()));
        header.remove(places.validationColumn());
        RowPlan plan = RowPlan.of(experiment, header);
        ContentRows rows = ContentRows.of(part(frame, false), plan, partitions);
        int validation = validationRows(rows.count());
        Table first = rows.take(
                validation,
                Math.min(rows.count(), validation + (long) experiment.options().fitRows()));
        Optional<Table> validated =
                validation > 0 ? Optional.of(rows.take(0, validation)) : given(frame, plan, partitions);
        int count = requireCount(rows.count() - validation);
        ClusterRows.Layout layout = new ClusterRows.Layout(
                validation, lanes(count), partitions, experiment.data().weight().orElse(""), places.level());
        try (ClusterRows cluster = new ClusterRows(context, rows, layout, first)) {
            return train(cluster, first, validated, new StageFiles(frame.sparkSession()));
        }
    }

    private Dataset<Row> part(Dataset<?> frame, boolean validating) {
        if (places.validationColumn().isEmpty()) {
            return frame.toDF();
        }
        Column indicator = functions.col("`" + places.validationColumn().replace("`", "``") + "`");
        return frame.toDF().filter(validating ? indicator : functions.not(indicator));
    }

    private Optional<Table> given(Dataset<?> frame, RowPlan plan, int partitions) {
        if (places.validationColumn().isEmpty()) {
            return Optional.empty();
        }
        ContentRows rows = ContentRows.of(part(frame, true), plan, partitions);
        return Optional.of(rows.take(0, requireValidation(rows.count())));
    }

    private int validationRows(long rows) {
        if (!places.validationColumn().isEmpty()) {
            return 0;
        }
        return requireValidation(Math.round(experiment.options().validationFraction() * rows));
    }

    private static int requireValidation(long rows) {
        if (rows > MOST_VALIDATION_ROWS) {
            throw new ConfigurationException(
                    "training.validationFraction",
                    "makes " + rows + " rows to validate on, which all come to the driver; take at most "
                            + MOST_VALIDATION_ROWS + ", by a smaller fraction or fewer rows in validationIndicatorCol");
        }
        return (int) rows;
    }

    private static int requireCount(long rows) {
        if (rows < 1 || rows > Integer.MAX_VALUE) {
            throw new DataException("DataFrame: there must be 1 to " + Integer.MAX_VALUE + " rows to train on, got "
                    + rows + (rows < 1 ? "" : "; take a sample"));
        }
        return (int) rows;
    }

    /** Blocks of a batch, or shards. */
    private int lanes(int rows) {
        TrainingOptions options = experiment.options();
        if (options.shards() > 0) {
            return options.shards(rows);
        }
        int batch = options.batchSize(rows);
        if (batch < rows && batch % BatchPart.BLOCK_ROWS != 0) {
            int below = batch - batch % BatchPart.BLOCK_ROWS;
            throw new ConfigurationException(
                    "training.batchSize",
                    "must be whole blocks of " + BatchPart.BLOCK_ROWS + " rows, such as "
                            + (below == 0 ? "" : below + " or ") + (below + BatchPart.BLOCK_ROWS)
                            + ", or \"full\", got " + batch
                            + ": the gradient of a batch is computed by all executors; for smaller ones set"
                            + " training.shards, which train apart");
        }
        return (batch - 1) / BatchPart.BLOCK_ROWS + 1;
    }

    private TrainingResult train(ClusterRows cluster, Table first, Optional<Table> validation, StageFiles files) {
        String file = places.checkpointFolder() + CHECKPOINT;
        boolean keeps = !places.checkpointFolder().isEmpty();
        Training training = keeps ? begun(files, file) : Training.of(experiment);
        training = training.withDistantRows(cluster).withListener(listener);
        if (validation.isPresent()) {
            training = training.withValidation(validation.get());
        }
        return (keeps
                        ? training.withCheckpoints(
                                places.checkpointEpochs(), checkpoint -> write(files, file, checkpoint))
                        : training)
                .run(first);
    }

    private Training begun(StageFiles files, String file) {
        try {
            return files.exists(file)
                    ? Training.resume(CheckpointFile.read(files.read(file)).goingOnAs(experiment))
                    : Training.of(experiment);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(StageFiles files, String file, Checkpoint checkpoint) {
        try {
            files.write(file, CheckpointFile.toBytes(checkpoint));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
