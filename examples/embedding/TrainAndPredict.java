// SPDX-License-Identifier: Apache-2.0
import dev.nn4j.core.Model;
import dev.nn4j.core.Prediction;
import dev.nn4j.core.encoding.Scaling;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.training.Training;
import dev.nn4j.io.Csv;
import dev.nn4j.io.ModelFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Learns iris species, saves the model, loads it again and asks it about one flower. */
class TrainAndPredict {
    public static void main(String[] arguments) throws IOException {
        Experiment experiment = Experiment.builder()
                .target("species")
                .scaling(Scaling.STANDARD)
                .dense(16, "tanh")
                .dense(3, "softmax")
                .loss("categorical-cross-entropy")
                .optimizer("adam", 0.01)
                .training(options -> options.epochs(100).batchSize(16).seed(42))
                .build();
        Table flowers = Csv.read(Path.of("examples/iris/iris.csv"), experiment::cellType);
        ModelFile.write(Training.of(experiment).run(flowers).model(), Path.of("iris.nn"));

        Model model = ModelFile.read(Path.of("iris.nn"));
        Prediction prediction = model.predict(
                Map.of("sepal_length", 6.1, "sepal_width", 2.8, "petal_length", 4.7, "petal_width", 1.2));
        System.out.println(prediction.label() + " with probability " + prediction.probability());
    }
}
