// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.writing;

import dev.nn4j.api.Activation;
import dev.nn4j.api.ComponentException;
import dev.nn4j.api.ComponentException.Reason;
import dev.nn4j.api.OnnxForm;
import dev.nn4j.api.TrainedActivation;
import dev.nn4j.core.Model;
import dev.nn4j.core.Network;
import dev.nn4j.core.network.ActivationSpec;
import dev.nn4j.core.network.BatchNormalizationSpec;
import dev.nn4j.core.network.CategoryEmbeddingSpec;
import dev.nn4j.core.network.DenseSpec;
import dev.nn4j.core.network.DropoutSpec;
import dev.nn4j.core.network.LayerNormalizationSpec;
import dev.nn4j.core.network.LayerSpec;
import dev.nn4j.core.network.NumericEmbeddingSpec;
import dev.nn4j.core.network.ParametricSpec;
import dev.nn4j.core.network.PeriodicEmbeddingSpec;
import dev.nn4j.core.network.PlacedLayer;
import dev.nn4j.core.network.QuantityEmbedding;
import dev.nn4j.core.network.ResidualSpec;
import dev.nn4j.core.network.ScaleSpec;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import dev.nn4j.onnx.internal.OperatorSet;
import dev.nn4j.onnx.internal.proto.ModelProto;
import dev.nn4j.onnx.internal.proto.OperatorSetIdProto;
import dev.nn4j.onnx.internal.proto.StringStringEntryProto;
import dev.nn4j.onnx.internal.proto.TensorProto.DataType;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes a model as an ONNX graph: scaling, layers, scaling back, labels. The networks of an ensemble stand side by side,
 * and their outputs are added one to the other and divided by their number, which are the very operations of the model.
 */
public final class ModelToOnnx {
    private static final String PRODUCER = "nn4j";
    private static final String PREDICTION = DistributionNodes.PREDICTION;
    private static final String PROBABILITIES = "probabilities";

    private final Model model;
    private final GraphWriter graph;
    private final PreprocessingNodes preprocessing;

    private ModelToOnnx(Model model, int opset) {
        this.model = model;
        this.graph = new GraphWriter(PRODUCER, opset);
        this.preprocessing = new PreprocessingNodes(graph, model);
    }

    /**
     * The graph of a model, with what its numbers mean.
     *
     * @param sha256 of the model's own file
     * @throws ComponentException if an activation has no form in ONNX, or a feature too many categories
     */
    public static ModelProto encode(Model model, int opset, String sha256, String version) {
        ModelToOnnx writer = new ModelToOnnx(model, opset);
        writer.addNodes();
        ModelProto.Builder file = ModelProto.newBuilder()
                .setIrVersion(OperatorSet.irVersion(opset))
                .setProducerName(PRODUCER)
                .setProducerVersion(version)
                .setGraph(writer.graph.build())
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(opset));
        if (writer.graph.uses(OperatorSet.ML_DOMAIN)) {
            file.addOpsetImport(OperatorSetIdProto.newBuilder()
                    .setDomain(OperatorSet.ML_DOMAIN)
                    .setVersion(OperatorSet.ML_VERSION));
        }
        MetadataWriter.of(model, sha256)
                .forEach((key, value) -> file.addMetadataProps(
                        StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
        return file.build();
    }

    /** Writes a file's bytes. */
    public static void write(ModelProto file, OutputStream out) throws IOException {
        file.writeTo(out);
    }

    private void addNodes() {
        Schema schema = model.schema();
        graph.reserve(List.of(PREDICTION, PROBABILITIES, LabelNodes.OUTPUT));
        if (schema.distribution().outputs() > 1) {
            addDistribution();
            return;
        }
        String value = mean(preprocessing.inputs());
        if (schema.task() == Task.REGRESSION) {
            addNumbers(preprocessing.inOwnUnits(value), schema.outputs());
        } else {
            graph.output(PROBABILITIES, value, DataType.FLOAT, schema.outputs());
            new LabelNodes(graph, schema).add(value);
        }
    }

    private void addDistribution() {
        graph.reserve(List.of(DistributionNodes.QUANTILES, DistributionNodes.DEVIATION));
        String input = preprocessing.inputs();
        List<String> networks = new ArrayList<>();
        for (int member = 0; member < model.members(); member++) {
            networks.add(layers(member, input));
        }
        Schema schema = model.schema();
        schema.distribution().match(new DistributionNodes(graph, schema, model.targetScaler(), networks));
    }

    private void addNumbers(String value, int outputs) {
        if (preprocessing.hasOffsets()) {
            graph.output(PREDICTION, preprocessing.withOffsets(value), DataType.DOUBLE, outputs);
        } else {
            graph.output(PREDICTION, value, DataType.FLOAT, outputs);
        }
    }

    private String mean(String input) {
        String sum = layers(0, input);
        if (model.members() == 1) {
            return sum;
        }
        for (int member = 1; member < model.members(); member++) {
            String outputs = layers(member, input);
            graph.beginPart("mean");
            sum = graph.node("Add", sum, outputs);
        }
        return graph.node("Div", sum, graph.constant(model.members()));
    }

    private String layers(int member, String input) {
        Network network = model.networks().get(member);
        float[] parameters = network.parameters();
        List<String> values = new ArrayList<>(); // what goes into each layer
        String value = input;
        for (PlacedLayer placed : network.spec().placed()) {
            graph.beginPart((member == 0 ? "" : "member" + member + "_") + "l" + placed.index());
            values.add(value);
            value = placed.spec().match(new Nodes(placed, parameters, values));
        }
        return value;
    }

    /** Adds a layer's nodes behind a value; answers the value they give. */
    private final class Nodes implements LayerSpec.Cases<String> {
        private final PlacedLayer placed;
        private final float[] parameters;
        private final NormalizationNodes normalizations;
        private final List<String> values;
        private final String value;

        Nodes(PlacedLayer placed, float[] parameters, List<String> values) {
            this.placed = placed;
            this.parameters = parameters;
            this.normalizations = new NormalizationNodes(graph, parameters);
            this.values = values;
            this.value = values.get(placed.index());
        }

        @Override
        public String dense(DenseSpec layer) {
            return activated(layer.activation(), product(layer));
        }

        private String product(DenseSpec dense) {
            int inputs = placed.inputs();
            int offset = placed.firstParameter();
            int outputs = dense.outputs();
            String weight = graph.floats("weight", parameters, offset, List.of(inputs, outputs));
            // all written out, though they are ONNX's defaults
            Map<String, ?> attributes = Map.of("alpha", 1f, "beta", 1f, "transA", 0L, "transB", 0L);
            return dense.bias()
                    ? graph.node("Gemm", attributes, value, weight, bias(outputs, offset + inputs * outputs))
                    : graph.node("Gemm", attributes, value, weight);
        }

        private String bias(int outputs, int offset) {
            return graph.floats("bias", parameters, offset, List.of(outputs));
        }

        /** Prediction leaves it out. */
        @Override
        public String dropout(DropoutSpec layer) {
            return value;
        }

        @Override
        public String batchNormalization(BatchNormalizationSpec layer) {
            return normalizations.batch(
                    layer, value, placed.inputs(), placed.firstParameter(), placed.firstStatistic());
        }

        @Override
        public String layerNormalization(LayerNormalizationSpec layer) {
            return normalizations.layer(layer, value, placed.inputs(), placed.firstParameter());
        }

        @Override
        public String activation(ActivationSpec layer) {
            Activation activation = layer.activation();
            return added(activation, activation.trained().map(this::formOf).orElseGet(activation::onnx), value);
        }

        private Optional<OnnxForm> formOf(TrainedActivation activation) {
            List<String> rows = new ArrayList<>();
            List<Integer> row = List.of(placed.inputs());
            for (int k = 0; k < activation.coefficients().size(); k++) {
                String name = activation.coefficients().get(k).name();
                rows.add(graph.floats(name, parameters, placed.firstParameter() + k * placed.inputs(), row));
            }
            return activation.onnx(rows);
        }

        @Override
        public String residual(ResidualSpec layer) {
            return graph.node("Add", value, values.get(placed.index() - layer.layers()));
        }

        @Override
        public String parametric(ParametricSpec layer) {
            List<Integer> row = List.of(placed.inputs());
            String slope = graph.floats("slope", parameters, placed.firstParameter(), row);
            String bent = graph.node("Sub", activated(layer.activation(), value), value);
            return graph.node("Add", value, graph.node("Mul", slope, bent));
        }

        @Override
        public String categoryEmbedding(CategoryEmbeddingSpec layer) {
            return new TableNodes(graph, parameters, placed, layer).of(value);
        }

        @Override
        public String numericEmbedding(NumericEmbeddingSpec layer) {
            return columnNodes(layer).of(value, new EmbeddingNodes(graph, parameters, placed, layer)::of);
        }

        @Override
        public String periodicEmbedding(PeriodicEmbeddingSpec layer) {
            return columnNodes(layer).of(value, new WaveNodes(graph, parameters, placed, layer)::of);
        }

        private ColumnNodes columnNodes(QuantityEmbedding layer) {
            return new ColumnNodes(graph, placed.inputs(), layer.columnsOf(placed.inputs()));
        }

        @Override
        public String scale(ScaleSpec layer) {
            List<Integer> row = List.of(placed.inputs());
            return graph.node("Mul", value, graph.floats("scale", parameters, placed.firstParameter(), row));
        }
    }

    private String activated(Activation activation, String z) {
        return added(activation, activation.onnx(), z);
    }

    private String added(Activation activation, Optional<OnnxForm> known, String z) {
        OnnxForm form = known.orElseThrow(() -> new ComponentException(
                Reason.UNSUPPORTED,
                activation.name(),
                "activation '" + activation.name() + "' cannot be exported to ONNX: it does not say how, in"
                        + " Activation.onnx()"));
        try {
            return graph.known(form.addTo(graph, z));
        } catch (RuntimeException e) {
            throw new ComponentException(
                    Reason.BROKEN,
                    activation.name(),
                    "activation '" + activation.name() + "' gives no valid ONNX form: " + e.getMessage(),
                    e);
        }
    }
}
