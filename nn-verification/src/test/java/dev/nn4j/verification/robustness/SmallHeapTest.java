// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.core.Model;
import dev.nn4j.core.Network;
import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.experiment.ExperimentBuilder;
import dev.nn4j.core.network.DenseSpec;
import dev.nn4j.core.network.LayerSpec;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.training.Training;
import dev.nn4j.io.ModelFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What networks of unusual shapes ask for beside their own numbers. These tests run in a heap of 256 MB. */
class SmallHeapTest {
    @TempDir
    private Path folder;

    /** Twenty thousand tensors of one number each: what a writer holds for each must not be much more than the number. */
    @Test
    void aModelOfManySmallTensorsIsWritten() throws IOException {
        ExperimentBuilder experiment = Experiment.builder().target("y").loss("mean-squared-error");
        for (int layer = 0; layer < 9_999; layer++) {
            experiment.dense(1, "identity");
        }
        Table rows = Table.builder("rows", List.of("x", "y"), List.of(CellType.NUMBER, CellType.NUMBER))
                .addRow(1, List.of("1", "2"))
                .addRow(2, List.of("2", "4"))
                .build();
        Model model = Training.of(experiment
                        .training(options -> options.epochs(1).batchSize(2))
                        .build())
                .run(rows)
                .model();
        Path file = folder.resolve("deep.nn");
        ModelFile.write(model, file);
        assertThat(ModelFile.read(file).network().parameters())
                .isEqualTo(model.network().parameters());
    }

    /** Eight rows of two million outputs are 64 MB: the rows worked at a time must be fewer than of a narrow network. */
    @Test
    void rowsOfMillionsOfNumbersArePredictedFewAtATime() {
        ComponentRegistry registry = ComponentRegistry.standard();
        LayerSpec wide = new DenseSpec(
                1, 1 << 21, registry.activation("identity"), registry.initializer("xavier-uniform"), true);
        Network network = Network.initialized(new NetworkSpec(1, List.of(wide)), 1);
        float[] outputs = new float[8 << 21];
        network.predict(new float[] {1, 2, 3, 4, 5, 6, 7, 8}, 8, outputs, network.newScratch());
        assertThat(outputs[7 << 21]).isEqualTo(8 * outputs[0]);
    }
}
