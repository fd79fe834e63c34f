// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark;

import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.io.ByteSource;
import dev.nn4j.io.ModelFile;
import dev.nn4j.spark.internal.StageFiles;
import dev.nn4j.spark.internal.scoring.SharedModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.MLReader;

/** Reads what {@link StageWriter} has saved. */
final class StageReader extends MLReader<NeuralNetworkModel> {
    @Override
    public NeuralNetworkModel load(String path) {
        NeuralNetworkModel stage = new DefaultParamsReader<NeuralNetworkModel>().load(path);
        String file = path + StageWriter.MODEL;
        try {
            byte[] bytes = new StageFiles(sparkSession()).read(file);
            stage.take(SharedModel.of(ModelFile.read(ByteSource.of(bytes).named(file), ComponentRegistry.standard())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return stage;
    }
}
