// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.nn4j.api.ModelFormatException;
import dev.nn4j.core.Model;
import dev.nn4j.core.encoding.Scaling;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.schema.Task;
import dev.nn4j.onnx.internal.proto.ModelProto;
import dev.nn4j.onnx.internal.proto.NodeProto;
import dev.nn4j.onnx.internal.proto.TensorProto;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bend of robust scaling, there and back. */
class OnnxRobustTest {
    @TempDir
    private Path folder;

    private Path written(Model model) throws IOException {
        Path file = folder.resolve("robust.onnx");
        OnnxFile.write(model, file);
        return file;
    }

    @Test
    void columnsOfEveryKindAreReadBack() throws IOException {
        Model model = GoldenModels.robust();
        Model read = OnnxFile.read(written(model)).model();
        assertThat(read.schema().features()).isEqualTo(model.schema().features());
        assertThat(read.inputScaler()).isEqualTo(model.inputScaler());
        for (Object bent : new Object[] {31.8f, null, -1e30f, 3e38f, 0.25f}) {
            Map<String, Object> row = new HashMap<>(Map.of("kind", "b", "constant", 12f, "wide", -19.9f));
            row.put("bent", bent);
            assertThat(read.predict(row).number())
                    .as("%s", bent)
                    .isCloseTo(model.predict(row).number(), within(1e-5));
        }
    }

    @Test
    void signedPairsAndScaledCategoriesAreReadBack() throws IOException {
        Model model = GoldenModels.signed();
        Model read = OnnxFile.read(written(model)).model();
        assertThat(read.schema()).isEqualTo(model.schema());
        assertThat(read.inputScaler().scalesCategories()).isTrue();
        for (String side : new String[] {"l", "r", "neither", null}) {
            Map<String, Object> row = new HashMap<>(Map.of("sex", "r", "member", true, "kind", "d"));
            row.put("hand", side);
            row.put("side", side);
            assertThat(read.predict(row).outputs())
                    .as("%s", side)
                    .containsExactly(model.predict(row).outputs(), within(1e-6f));
        }
    }

    @Test
    void rowsAreReadBackWithoutNn4jsWords() throws IOException {
        Model model =
                OnnxModels.of(ComponentRegistry.standard().activation("tanh"), Task.REGRESSION, Scaling.ROBUST_SMOOTH);
        Path file = written(model);
        ModelProto bare = ModelProto.parseFrom(Files.readAllBytes(file)).toBuilder()
                .clearMetadataProps()
                .build();
        Files.write(file, bare.toByteArray());
        Model read = OnnxFile.read(file).model();
        assertThat(read.inputScaler()).isEqualTo(model.inputScaler());
        float[] rows = OnnxModels.rows(Scaling.ROBUST_SMOOTH);
        float[] expected = new float[OnnxModels.ROWS * 2];
        float[] found = new float[OnnxModels.ROWS * 2];
        model.predict(rows, OnnxModels.ROWS, expected, model.newScratch());
        read.predict(rows, OnnxModels.ROWS, found, read.newScratch());
        assertThat(found).containsExactly(expected, within(1e-4f));
    }

    @Test
    void aBendOfAnotherFormIsRefusedByName() throws IOException {
        Model model = GoldenModels.robust();
        Path file = written(model);
        ModelProto.Builder other = ModelProto.parseFrom(Files.readAllBytes(file)).toBuilder();
        for (NodeProto.Builder node : other.getGraphBuilder().getNodeBuilderList()) {
            if (node.getOpType().equals("Sqrt")) {
                node.setOpType("Exp");
            }
        }
        Files.write(file, other.build().toByteArray());
        assertThatThrownBy(() -> OnnxFile.read(file))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("Div")
                .hasMessageContaining("joins two branches");
    }

    @Test
    void theConstantsOfTheFileAreFinite() throws IOException {
        ModelProto file = ModelProto.parseFrom(Files.readAllBytes(written(GoldenModels.robust())));
        List<TensorProto> rows = file.getGraph().getInitializerList().stream()
                .filter(tensor -> tensor.getName().startsWith("pre/"))
                .toList();
        assertThat(rows).extracting(TensorProto::getName).contains("pre/shift", "pre/scale", "pre/left", "pre/bend");
        for (TensorProto row : rows) {
            FloatBuffer values = row.getRawData()
                    .asReadOnlyByteBuffer()
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer();
            while (values.hasRemaining()) {
                assertThat(values.get()).as(row.getName()).isFinite();
            }
        }
    }
}
