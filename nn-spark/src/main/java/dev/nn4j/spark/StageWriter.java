// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark;

import dev.nn4j.spark.internal.StageFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.spark.ml.util.DefaultParamsWriter;
import org.apache.spark.ml.util.MLWriter;

/** Saves a stage: what Spark says of it, and the model's file beside that. */
final class StageWriter extends MLWriter {
    static final String MODEL = "/model.nn";

    private final NeuralNetworkModel stage;

    StageWriter(NeuralNetworkModel stage) {
        this.stage = stage;
    }

    @Override
    public void saveImpl(String path) {
        byte[] model = stage.shared().bytes();
        try {
            new DefaultParamsWriter(stage).session(sparkSession()).save(path);
            new StageFiles(sparkSession()).write(path + MODEL, model);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
