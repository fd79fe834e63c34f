// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.robustness;

import dev.nn4j.cli.Main;
import dev.nn4j.cli.console.Console;
import dev.nn4j.cli.console.Interruption;
import dev.nn4j.cli.console.Terminal;
import dev.nn4j.verification.Nn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A folder with a user's files, in which nn runs within this process: its heap, bounded by the build, is nn's. */
record Bench(Path folder) {
    /** What predictions are made of: three features of the golden binary model, and their label. */
    private static final String DATA = "a,b,c,kind\n1,2,3,benign\n4,-5,6e-1,malignant\n0,0,0,benign\n2,1,0,malignant\n";

    private static final String CONFIGURATION = """
            { "data": { "target": "kind" },
              "network": { "layers": [
                { "outputDim": 4, "activation": "tanh" },
                { "outputDim": 1, "activation": "sigmoid" } ] },
              "loss": "binary-cross-entropy",
              "optimizer": "adam",
              "training": { "epochs": 2, "batchSize": 2, "seed": 1 } }
            """;

    /** With data, a configuration and outputs of an earlier day. */
    static Bench in(Path folder) throws IOException {
        Bench bench = new Bench(folder);
        bench.write("data.csv", DATA);
        bench.write("config.json", CONFIGURATION);
        bench.write("old.csv", "an old output");
        bench.write("old.nn", "an old model");
        return bench;
    }

    /** A file of the folder. */
    Path file(String name) {
        return folder.resolve(name);
    }

    /** Writes a text as UTF-8. */
    Path write(String name, String text) throws IOException {
        return write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes bytes. */
    Path write(String name, byte[] bytes) throws IOException {
        return Files.write(file(name), bytes);
    }

    /** Runs {@code nn ARGUMENTS} and looks at the folder before and after. */
    Outcome run(Object... arguments) throws IOException {
        FolderContent before = FolderContent.of(folder);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                InputStream.nullInputStream(),
                out,
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Terminal.none());
        String[] texts = Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
        int exit = Main.run(texts, console, new Interruption());
        Nn run = new Nn(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        return new Outcome(run, before, FolderContent.of(folder));
    }

    /** Trains with the configuration of this name on the data of this name. */
    Outcome train(String configuration, String data, Object... more) throws IOException {
        Object[] first = {"train", "--config", file(configuration), "--data", file(data), "--out", file("old.nn")};
        Object[] all = Arrays.copyOf(first, first.length + more.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return run(all);
    }

    /** Predicts with the model of this name from the data of this name. */
    Outcome predict(String model, String data) throws IOException {
        return run("predict", "--model", file(model), "--data", file(data), "--out", file("old.csv"));
    }
}
