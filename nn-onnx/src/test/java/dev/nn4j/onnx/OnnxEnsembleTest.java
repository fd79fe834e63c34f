// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OrtException;
import dev.nn4j.api.ModelFormatException;
import dev.nn4j.core.Model;
import dev.nn4j.core.encoding.Scaling;
import dev.nn4j.core.network.LayerNormalizationSpec;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.schema.Task;
import dev.nn4j.onnx.internal.proto.AttributeProto;
import dev.nn4j.onnx.internal.proto.GraphProto;
import dev.nn4j.onnx.internal.proto.ModelProto;
import dev.nn4j.onnx.internal.proto.NodeProto;
import dev.nn4j.onnx.internal.proto.TensorProto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Models of several networks. */
class OnnxEnsembleTest {
    private static final ComponentRegistry REGISTRY = ComponentRegistry.standard();

    @TempDir
    private Path folder;

    /** Four networks of different layers behind one preprocessing. */
    private static Model ensemble(Task task, Scaling scaling) {
        List<Model> alone = List.of(
                OnnxModels.of(REGISTRY.activation("mish"), task, scaling),
                OnnxModels.normalizedBy(new LayerNormalizationSpec(), task, scaling),
                OnnxModels.activatedBy(REGISTRY.activation("selu"), task, scaling),
                OnnxModels.of(REGISTRY.activation("relu"), task, scaling));
        return Model.builder(
                        alone.get(0).schema(),
                        alone.stream().map(Model::network).toList(),
                        alone.get(0).loss())
                .inputScaler(alone.get(0).inputScaler())
                .targetScaler(alone.get(0).targetScaler())
                .build();
    }

    static Stream<Arguments> kinds() {
        return Stream.of(Task.values())
                .flatMap(task -> Stream.of(Scaling.NONE, Scaling.STANDARD, Scaling.ROBUST_SMOOTH)
                        .flatMap(scaling -> Stream.of(13, 17, 22).map(opset -> Arguments.of(task, scaling, opset))));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void agreesWithOnnxRuntime(Task task, Scaling scaling, int opset) throws IOException, OrtException {
        Model model = ensemble(task, scaling);
        Path file = folder.resolve("m.onnx");
        OnnxFile.write(model, file, opset);
        float[] rows = OnnxModels.rows(scaling);
        float[] ours = OnnxAgreement.outputs(model, rows);
        try (OnnxRun run = OnnxRun.of(file)) {
            boolean regression = task == Task.REGRESSION;
            OnnxAgreement.requireNear(
                    ours, run.floats(regression ? "prediction" : "probabilities", rows, OnnxModels.ROWS, 3));
            if (model.schema().task().hasLabels()) {
                assertThat(run.labels(rows, OnnxModels.ROWS, 3)).isEqualTo(labels(model, ours));
            }
        }
    }

    private static List<String> labels(Model model, float[] outputs) {
        List<String> labels = new ArrayList<>();
        for (int from = 0; from < outputs.length; from += model.schema().outputs()) {
            labels.add(model.schema().labels().get(model.schema().decide(outputs, from)));
        }
        return labels;
    }

    /** The preprocessing is there once; members add up in their order. */
    @Test
    void theNetworksStandSideBySideBehindOnePreprocessing() throws IOException {
        Path file = folder.resolve("m.onnx");
        OnnxFile.write(ensemble(Task.REGRESSION, Scaling.STANDARD), file);
        List<NodeProto> nodes =
                ModelProto.parseFrom(Files.readAllBytes(file)).getGraph().getNodeList();
        assertThat(nodes).filteredOn(node -> node.getName().startsWith("pre/")).hasSize(2);
        assertThat(nodes)
                .filteredOn(node -> node.getName().startsWith("mean/"))
                .extracting(NodeProto::getOpType)
                .containsExactly("Add", "Add", "Add", "Div");
        assertThat(nodes)
                .extracting(NodeProto::getName)
                .anyMatch(name -> name.startsWith("l0/"))
                .anyMatch(name -> name.startsWith("member1_l0/"))
                .anyMatch(name -> name.startsWith("member3_l0/"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void isReadBackAsItWas(Task task, Scaling scaling, int opset) throws IOException {
        Model model = ensemble(task, scaling);
        Path file = folder.resolve("m.onnx");
        OnnxFile.write(model, file, opset);
        Model read = OnnxFile.read(file).model();

        assertThat(read.members()).isEqualTo(4);
        assertThat(read.schema()).isEqualTo(model.schema());
        assertThat(read.inputScaler()).isEqualTo(model.inputScaler());
        assertThat(read.targetScaler()).isEqualTo(model.targetScaler());
        float[] rows = OnnxModels.rows(scaling);
        assertThat(OnnxAgreement.outputs(read, rows)).containsExactly(OnnxAgreement.outputs(model, rows));
        assertThat(read.predict(rows[0], rows[1], rows[2]).spread())
                .containsExactly(model.predict(rows[0], rows[1], rows[2]).spread());
    }

    /** As other programs write it. */
    @ParameterizedTest
    @ValueSource(strings = {"Mean", "Sum", "ReduceMean"})
    void aMeanInOneOperatorIsReadToo(String operator) throws IOException {
        Model model = ensemble(Task.REGRESSION, Scaling.STANDARD);
        Path file = folder.resolve("m.onnx");
        OnnxFile.write(model, file);
        ModelProto.Builder other = ModelProto.parseFrom(Files.readAllBytes(file)).toBuilder();
        joinBy(operator, other.getGraphBuilder());
        Files.write(file, other.build().toByteArray());
        Model read = OnnxFile.read(file).model();

        assertThat(read.members()).isEqualTo(4);
        float[] rows = OnnxModels.rows(Scaling.STANDARD);
        assertThat(OnnxAgreement.outputs(read, rows)).containsExactly(OnnxAgreement.outputs(model, rows));
    }

    private static void joinBy(String operator, GraphProto.Builder graph) {
        List<NodeProto> nodes = new ArrayList<>(graph.getNodeList());
        List<NodeProto> mean = nodes.stream()
                .filter(node -> node.getName().startsWith("mean/"))
                .toList();
        List<String> members = new ArrayList<>(List.of(mean.get(0).getInput(0)));
        mean.stream().limit(3).forEach(add -> members.add(add.getInput(1)));
        NodeProto div = mean.get(3);
        int at = nodes.indexOf(div) - 3;
        nodes.removeAll(mean);
        List<NodeProto> joined = new ArrayList<>();
        NodeProto.Builder last = NodeProto.newBuilder().setName("last").addOutput(div.getOutput(0));
        switch (operator) {
            case "Mean" ->
                joined.add(last.setOpType("Mean").addAllInput(members).build());
            case "Sum" -> {
                joined.add(NodeProto.newBuilder()
                        .setOpType("Sum")
                        .addAllInput(members)
                        .addOutput("sum")
                        .build());
                joined.add(div.toBuilder().setInput(0, "sum").build());
            }
            default -> {
                graph.addInitializer(TensorProto.newBuilder()
                        .setName("axis")
                        .setDataType(TensorProto.DataType.INT64)
                        .addDims(1)
                        .addInt64Data(0));
                NodeProto.Builder stack = NodeProto.newBuilder()
                        .setOpType("Concat")
                        .addAttribute(OnnxBuilder.attribute("axis", 0L))
                        .addOutput("stack");
                for (String member : members) {
                    joined.add(NodeProto.newBuilder()
                            .setOpType("Unsqueeze")
                            .addInput(member)
                            .addInput("axis")
                            .addOutput("row" + member)
                            .build());
                    stack.addInput("row" + member);
                }
                joined.add(stack.build());
                joined.add(last.setOpType("ReduceMean")
                        .addInput("stack")
                        .addAttribute(AttributeProto.newBuilder()
                                .setName("axes")
                                .setType(AttributeProto.AttributeType.INTS)
                                .addInts(0))
                        .addAttribute(OnnxBuilder.attribute("keepdims", 0L))
                        .build());
            }
        }
        nodes.addAll(at, joined);
        graph.clearNode().addAllNode(nodes);
    }

    @Test
    void whatIsNotTheirMeanIsRefusedByName() throws IOException {
        assertRefused("Div", node -> node.setOpType("Mul"), "joins two branches");
        assertRefused("Add", node -> node.setOpType("Sub"), "joins two branches");
        assertRefused("Add", node -> node.setInput(1, node.getInput(0)), "");
    }

    private void assertRefused(String operator, Consumer<NodeProto.Builder> change, String why) throws IOException {
        Path file = folder.resolve("m.onnx");
        OnnxFile.write(ensemble(Task.BINARY, Scaling.NONE), file);
        ModelProto.Builder other = ModelProto.parseFrom(Files.readAllBytes(file)).toBuilder();
        other.getGraphBuilder().getNodeBuilderList().stream()
                .filter(node ->
                        node.getName().startsWith("mean/") && node.getOpType().equals(operator))
                .reduce((first, second) -> second)
                .ifPresent(change);
        Files.write(file, other.build().toByteArray());
        assertThatThrownBy(() -> OnnxFile.read(file))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining(why);
    }
}
