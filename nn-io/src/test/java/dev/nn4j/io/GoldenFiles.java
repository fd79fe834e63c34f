// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io;

import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import dev.nn4j.core.Model;
import dev.nn4j.core.data.Table;
import dev.nn4j.core.training.Experiment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The files that hold the format still: a model of each kind, what it predicts, the schema's descriptor set and the walk
 * in docs/model-format.md. CONTRIBUTING.md says when they may be written anew, and how: a test run with {@value #WRITE}.
 */
final class GoldenFiles {
    static final String WRITE = "nn.golden.write";

    /** Tests run in their module's folder. */
    private static final Path FOLDER = Path.of("src/test/resources/dev/nn4j/io");

    private GoldenFiles() {}

    static Path model(String kind) {
        return FOLDER.resolve("v1-" + kind + ".nn");
    }

    /** Columns: the cells of the features, then the outputs. */
    static Path predictions(String kind) {
        return FOLDER.resolve("v1-" + kind + ".csv");
    }

    /** A checkpoint with everything that a state can have. */
    static Path checkpoint() {
        return model("checkpoint");
    }

    static Path descriptorSet() {
        return FOLDER.resolve("nn-model.desc");
    }

    /** Writes all anew if this run is asked to. */
    static void writeIfAsked() throws IOException {
        if (!Boolean.getBoolean(WRITE)) {
            return;
        }
        for (Map.Entry<String, Model> entry : TestModels.all().entrySet()) {
            ModelFile.write(entry.getValue(), model(entry.getKey()), TestModels.REGISTRY);
            Files.writeString(predictions(entry.getKey()), predictionsOf(entry.getValue()), StandardCharsets.UTF_8);
        }
        Experiment experiment = Trainings.everyRespect();
        Table table = Trainings.table(experiment, 1);
        CheckpointFile.write(Trainings.stopped(experiment, table), checkpoint(), TestModels.REGISTRY);
        Files.write(descriptorSet(), schema().toByteArray());
        ModelWalk.ofTheSmallest().writeInto(ModelWalk.PAGE);
    }

    static FileDescriptorSet schema() {
        return FileDescriptorSet.newBuilder()
                .addFile(dev.nn4j.io.internal.proto.ModelFile.getDescriptor()
                        .getFile()
                        .toProto())
                .build();
    }

    /** A line for each golden row: its cells as the model predicts from them now, not as the file has them. */
    static String predictionsOf(Model model) {
        List<String> features = model.schema().featureNames();
        StringBuilder csv = new StringBuilder();
        List<String> cells = model.golden().cells();
        for (int from = 0; from < cells.size(); from += features.size()) {
            List<String> line = new ArrayList<>(cells.subList(from, from + features.size()));
            float[] values = new float[model.schema().rawWidth()];
            model.schema().bind("golden", features).read(from, line, values, 0);
            for (float output : model.predict(values).outputs()) {
                line.add(Float.toString(output));
            }
            csv.append(String.join(",", line)).append('\n');
        }
        return csv.toString();
    }
}
