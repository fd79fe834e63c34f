// SPDX-License-Identifier: Apache-2.0
import dev.nn4j.config.starter.Starter;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.metrics.Evaluation;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.training.Training;
import dev.nn4j.core.training.TrainingResult;
import dev.nn4j.io.Csv;
import dev.nn4j.io.ModelFile;
import java.io.IOException;
import java.nio.file.Path;

/** Learns from a CSV file as it comes, and says how right the model is about rows that it has not seen. */
class LearnFromData {
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of("examples/customers/customers.csv");
        Experiment experiment = Starter.forData(file, "outcome").experiment();
        Table customers = Csv.read(file, experiment::cellType);
        TrainingResult result = Training.of(experiment).run(customers);
        Evaluation unseen = result.heldOut().orElseThrow().evaluation();
        System.out.println("loss on " + unseen.rows() + " rows not seen: " + unseen.loss());
        ModelFile.write(result.model(), Path.of("customers.nn"));
    }
}
