// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.core.Model;
import dev.nn4j.core.encoding.Scaling;
import dev.nn4j.io.LayerDescription;
import dev.nn4j.io.ModelDescription;
import dev.nn4j.io.ModelFile;
import dev.nn4j.io.TensorDescription;
import dev.nn4j.io.TestModels;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelDescriptionTest {
    @TempDir
    Path folder;

    @Test
    void tellsWhatIsInAModel() throws IOException {
        Model model = TestModels.binary();
        Path file = folder.resolve("model.nn");
        ModelFile.write(model, file);
        ModelDescription description = ModelFile.describe(file);

        assertThat(description.formatVersion()).isEqualTo(1);
        assertThat(description.producer()).isEqualTo("nn4j");
        assertThat(description.bytes()).isEqualTo(file.toFile().length());
        assertThat(description.sha256()).matches("[0-9a-f]{64}");
        assertThat(description.inputWidth()).isEqualTo(3);
        assertThat(description.parameterCount())
                .isEqualTo(model.network().spec().parameterCount());
        assertThat(description.schema()).isEqualTo(model.schema());
        assertThat(description.inputScaling()).isEqualTo(Scaling.STANDARD);
        assertThat(description.targetScaling()).isEqualTo(Scaling.NONE);
        assertThat(description.goldenRows()).isEqualTo(3);
        assertThat(description.provenance()).isEqualTo(model.provenance());
        assertThat(description.loss().name()).isEqualTo("binary-cross-entropy");
    }

    @Test
    void tellsTheLayersWithTheirComponents() throws IOException {
        Path file = folder.resolve("model.nn");
        ModelFile.write(TestModels.binary(), file);
        ModelDescription description = ModelFile.describe(file);
        LayerDescription dense = description.layers().get(0);
        LayerDescription dropout = description.layers().get(1);

        assertThat(dense.name()).isEqualTo("l0");
        assertThat(dense.kind()).isEqualTo("dense");
        assertThat(dense.inputs()).isEqualTo(3);
        assertThat(dense.outputs()).isEqualTo(4);
        assertThat(dense.parameterCount()).isEqualTo(16);
        assertThat(dense.activation().orElseThrow().name()).isEqualTo("leaky-relu");
        assertThat(dense.activation().orElseThrow().parameters()).isEqualTo(Map.of("alpha", 0.25));
        assertThat(dense.activation().orElseThrow().provider()).isEqualTo("nn4j");
        assertThat(dense.initializer().orElseThrow().name()).isEqualTo("he-normal");
        assertThat(dropout.kind()).isEqualTo("dropout");
        assertThat(dropout.parameters()).isEqualTo(Map.of("rate", 0.1));
        assertThat(dropout.activation()).isEmpty();
    }

    @Test
    void givesTheTensors() throws IOException {
        Path file = folder.resolve("model.nn");
        ModelFile.write(TestModels.regression(), file);
        ModelDescription description = ModelFile.describe(file);

        assertThat(description.tensors())
                .extracting(TensorDescription::toString)
                .containsExactly(
                        "l0/weight F32 [2, 3]",
                        "l0/bias F32 [3]",
                        "l1/weight F32 [3, 2]",
                        "l1/bias F32 [2]",
                        "pre/shift F32 [2]",
                        "pre/scale F32 [2]",
                        "target/shift F32 [2]",
                        "target/scale F32 [2]",
                        "golden/y F32 [3, 2]");
        TensorDescription scale = description.tensors().get(7);
        assertThat(scale.count()).isEqualTo(2);
        assertThat(scale.value(0)).isEqualTo(7);
        assertThat((float) scale.value(1)).isEqualTo(0.3f);
    }
}
