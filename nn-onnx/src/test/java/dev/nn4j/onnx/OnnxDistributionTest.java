// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OrtException;
import dev.nn4j.api.Loss;
import dev.nn4j.api.ModelFormatException;
import dev.nn4j.core.Model;
import dev.nn4j.core.Network;
import dev.nn4j.core.encoding.Scaler;
import dev.nn4j.core.encoding.Scaling;
import dev.nn4j.core.network.DenseSpec;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Models of which each target has several outputs. */
class OnnxDistributionTest {
    private static final ComponentRegistry REGISTRY = ComponentRegistry.standard();
    private static final int ROWS = 40;

    @TempDir
    private Path folder;

    private static DenseSpec dense(int outputs, String activation) {
        return new DenseSpec(0, outputs, REGISTRY.activation(activation), REGISTRY.initializer("xavier-normal"), true);
    }

    private static Model model(Loss loss, int targets, int members) {
        Schema schema = Schema.builder(Task.REGRESSION)
                .features(Feature.numbers("u", "v"))
                .targets(List.of("width", "height").subList(0, targets))
                .distribution(loss.distribution())
                .targetOffsets(targets == 2 ? List.of(0.0, 1e12) : List.of())
                .build();
        NetworkSpec spec = new NetworkSpec(2, List.of(dense(5, "tanh"), dense(schema.detailWidth(), "identity")));
        List<Network> networks = new ArrayList<>();
        for (int member = 0; member < members; member++) {
            networks.add(Network.initialized(spec, member));
        }
        return Model.builder(schema, networks, loss)
                .targetScaler(Scaler.of(
                        Scaling.STANDARD,
                        targets == 2 ? new float[] {10, 3} : new float[] {10},
                        targets == 2 ? new float[] {2, 0.5f} : new float[] {2}))
                .build();
    }

    @ParameterizedTest
    @CsvSource({"quantiles,1,1,13", "quantiles,2,3,22", "gaussian,1,1,22", "gaussian,2,3,13"})
    void agreesWithOnnxRuntime(String name, int targets, int members, int opset) throws IOException, OrtException {
        Loss loss = REGISTRY.loss(name);
        Model model = model(loss, targets, members);
        Path file = folder.resolve("m.onnx");
        OnnxFile.write(model, file, opset);
        float[] rows = new float[ROWS * 2];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = i * 37 % rows.length / 16f - 2;
        }
        float[] details = new float[ROWS * model.schema().detailWidth()];
        model.predictDetails(rows, ROWS, details, new float[ROWS * targets], model.newScratch());
        int each = loss.distribution().outputs();
        try (OnnxRun run = OnnxRun.of(file)) {
            float[] answers = run.floats("prediction", rows, ROWS, 2);
            float[] more = run.floats(name.equals("quantiles") ? "quantiles" : "deviation", rows, ROWS, 2);
            for (int i = 0; i < details.length; i++) {
                int target = i / each;
                double wanted = loss.distribution().isDistance(i % each)
                        ? details[i]
                        : model.schema().inOwnUnits(target % targets, details[i]);
                if (i % each == loss.distribution().answer()) {
                    OnnxAgreement.requireNear(new float[] {(float) wanted}, new float[] {answers[target]});
                }
                if (name.equals("quantiles") || i % each == 1) {
                    float found = more[name.equals("quantiles") ? i : target];
                    OnnxAgreement.requireNear(new float[] {(float) wanted}, new float[] {found});
                }
            }
        }
        assertThatThrownBy(() -> OnnxFile.read(file))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining(
                        "it predicts " + String.join(", ", loss.distribution().names())
                                + " of each target, which is not read back; use the model that it was made of");
        assertThat(details).doesNotContain(Float.NaN);
    }
}
