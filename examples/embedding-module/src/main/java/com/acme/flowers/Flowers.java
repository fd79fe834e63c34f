package com.acme.flowers;

import dev.nn4j.core.Model;
import dev.nn4j.core.Prediction;
import dev.nn4j.core.encoding.Scaling;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.training.Training;
import dev.nn4j.io.Csv;
import dev.nn4j.io.ModelFile;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;

/** Learns iris species, saves the model, loads it again and asks it about a flower: as a record, a map and an array. */
public final class Flowers {
    /** A flower, measured in centimetres. */
    record Flower(double sepalLength, double sepalWidth, double petalLength, double petalWidth) {}

    private Flowers() {}

    /** Takes the training rows and the file that the model goes to. */
    public static void main(String[] arguments) throws IOException {
        train(Path.of(arguments[0]), Path.of(arguments[1]));
        Model model = ModelFile.read(Path.of(arguments[1]));

        Function<Flower, Prediction> species = model.forRecords(Flower.class, MethodHandles.lookup());
        Prediction prediction = species.apply(new Flower(6.1, 2.8, 4.7, 1.2));
        System.out.println(prediction.label() + " with probability " + prediction.probability());

        Map<String, Double> fields =
                Map.of("sepal_length", 6.1, "sepal_width", 2.8, "petal_length", 4.7, "petal_width", 1.2);
        System.out.println(model.predict(fields).label());
        System.out.println(model.predict(6.1f, 2.8f, 4.7f, 1.2f).label());
    }

    private static void train(Path rows, Path file) throws IOException {
        Experiment experiment = Experiment.builder()
                .target("species")
                .scaling(Scaling.STANDARD)
                .dense(16, "tanh")
                .dense(3, "softmax")
                .loss("categorical-cross-entropy")
                .optimizer("adam", 0.01)
                .training(options -> options.epochs(100).batchSize(16).seed(42))
                .build();
        Table flowers = Csv.read(rows, experiment::cellType);
        ModelFile.write(Training.of(experiment).run(flowers).model(), file);
    }
}
