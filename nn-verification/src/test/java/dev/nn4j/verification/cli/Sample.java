// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.cli;

import dev.nn4j.cli.Main;
import dev.nn4j.cli.console.Console;
import dev.nn4j.cli.console.Interruption;
import dev.nn4j.cli.console.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A small table for each task, which a small network learns in a moment. Sixty points of a grid, {@code x} from -4.5 to
 * 4.5 and {@code y} from -2.5 to 2.5, with an {@code id} that is no number.
 */
public enum Sample {
    /** Labels {@code no} and {@code yes}. */
    BINARY(List.of("kind"), "binary-cross-entropy", 1, "sigmoid") {
        @Override
        String targetsOf(double x, double y) {
            return x + y > 0.75 ? "yes" : "no";
        }
    },
    /** Labels {@code high}, {@code low} and {@code middle}: twenty-four, eighteen and eighteen rows. */
    MULTICLASS(List.of("kind"), "categorical-cross-entropy", 3, "softmax") {
        @Override
        String targetsOf(double x, double y) {
            return x < -2 ? "low" : x < 1 ? "middle" : "high";
        }
    },
    /** Two columns of 0 and 1. */
    MULTILABEL(List.of("right", "above"), "binary-cross-entropy", 2, "sigmoid") {
        @Override
        String targetsOf(double x, double y) {
            return (x > 0 ? 1 : 0) + "," + (y > 0 ? 1 : 0);
        }
    },
    /** A number. */
    REGRESSION(List.of("value"), "mean-squared-error", 1, "identity") {
        @Override
        String targetsOf(double x, double y) {
            return Double.toString(3 * x - 2 * y + 1);
        }
    },
    /** Two numbers. */
    TWO_NUMBERS(List.of("sum", "difference"), "mean-squared-error", 2, "identity") {
        @Override
        String targetsOf(double x, double y) {
            return (x + y) + "," + (x - y);
        }
    };

    /** How many rows the table has. */
    public static final int ROWS = 60;

    private final List<String> targets;
    private final String loss;
    private final int outputs;
    private final String activation;

    Sample(List<String> targets, String loss, int outputs, String activation) {
        this.targets = targets;
        this.loss = loss;
        this.outputs = outputs;
        this.activation = activation;
    }

    /** The target cells of a point. */
    abstract String targetsOf(double x, double y);

    /** The table as CSV. */
    public String csv() {
        StringBuilder csv = new StringBuilder("id,x,y," + String.join(",", targets) + "\n");
        for (int row = 0; row < ROWS; row++) {
            double x = row % 10 - 4.5;
            double y = row / 10 - 2.5;
            csv.append(String.format(Locale.ROOT, "r%d,%s,%s,%s\n", row, x, y, targetsOf(x, y)));
        }
        return csv.toString();
    }

    /** A configuration that learns it. */
    public String configuration() {
        return """
                {
                  "data": { "target": [%s], "ignore": ["id"] },
                  "preprocessing": { "scaling": "standard" },
                  "network": { "layers": [
                    { "outputDim": 8, "activation": "tanh" },
                    { "outputDim": %d, "activation": "%s" }
                  ] },
                  "loss": "%s",
                  "optimizer": { "type": "adam", "learningRate": 0.05 },
                  "training": { "epochs": 40, "batchSize": 16, "seed": 1 }
                }
                """.formatted("\"" + String.join("\", \"", targets) + "\"", outputs, activation, loss);
    }

    /** Writes {@code data.csv} and {@code config.json}. */
    public void writeTo(Path folder) throws IOException {
        Files.writeString(folder.resolve("data.csv"), csv());
        Files.writeString(folder.resolve("config.json"), configuration());
    }

    /** Writes {@code data.csv} and {@code config.json}, and {@code model.nn}, which {@code nn train} makes of them. */
    public Launcher trainIn(Path folder) throws IOException {
        writeTo(folder);
        train(folder, "model.nn");
        return Launcher.in(folder);
    }

    /** Trains on {@code data.csv} as {@code config.json} and settings say; in this process, which saves a start. */
    public static void train(Path folder, String model, String... settings) {
        List<String> arguments = new ArrayList<>(List.of(
                "train",
                "--config",
                folder.resolve("config.json").toString(),
                "--data",
                folder.resolve("data.csv").toString(),
                "--out",
                folder.resolve(model).toString()));
        for (String setting : settings) {
            arguments.add("--set");
            arguments.add(setting);
        }
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Terminal.none());
        if (Main.run(arguments.toArray(String[]::new), console, new Interruption()) != 0) {
            throw new AssertionError(err.toString(StandardCharsets.UTF_8));
        }
    }
}
