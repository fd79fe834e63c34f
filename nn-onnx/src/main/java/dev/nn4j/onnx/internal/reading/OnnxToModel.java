// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.reading;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.core.Model;
import dev.nn4j.core.Network;
import dev.nn4j.core.Provenance;
import dev.nn4j.core.encoding.Scaler;
import dev.nn4j.core.encoding.Scaling;
import dev.nn4j.core.network.LayerSpec;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import dev.nn4j.io.internal.model.format.Faults;
import dev.nn4j.onnx.internal.MetadataKeys;
import dev.nn4j.onnx.internal.evaluation.GraphEvaluation;
import dev.nn4j.onnx.internal.proto.ModelProto;
import dev.nn4j.onnx.internal.proto.OperatorSetIdProto;
import dev.nn4j.onnx.internal.proto.TensorProto.DataType;
import dev.nn4j.onnx.internal.proto.ValueInfoProto;
import dev.nn4j.onnx.internal.reading.assembly.LayerDraft;
import dev.nn4j.onnx.internal.reading.assembly.NetworkAssembly;
import dev.nn4j.onnx.internal.reading.chain.ChainWalk;
import dev.nn4j.onnx.internal.reading.chain.InputShape;
import dev.nn4j.onnx.internal.reading.chain.MeanForm;
import dev.nn4j.onnx.internal.reading.check.Ending;
import dev.nn4j.onnx.internal.reading.check.Feed;
import dev.nn4j.onnx.internal.reading.check.SelfCheck;
import dev.nn4j.onnx.internal.reading.graph.FileRules;
import dev.nn4j.onnx.internal.reading.graph.Graph;
import dev.nn4j.onnx.internal.reading.graph.OnnxFaults;
import dev.nn4j.onnx.internal.reading.graph.OutputChoice;
import dev.nn4j.onnx.internal.reading.schema.GraphMetadata;
import dev.nn4j.onnx.internal.reading.schema.LossChoice;
import dev.nn4j.onnx.internal.reading.schema.Notes;
import dev.nn4j.onnx.internal.reading.schema.SchemaReader;
import dev.nn4j.onnx.internal.recognition.ActivationRecognition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a model of an ONNX file's graph. */
public final class OnnxToModel {
    private final ModelProto file;
    private final ComponentRegistry registry;
    private final Notes notes = new Notes();

    private OnnxToModel(ModelProto file, ComponentRegistry registry) {
        this.file = file;
        this.registry = registry;
    }

    /**
     * What was read.
     *
     * @param notes what a user should know
     */
    public record Result(Model model, List<String> notes) {}

    /**
     * The model of a file.
     *
     * @param output the value to end with; empty for the first output of floats
     * @throws dev.nn4j.api.ModelFormatException if it is no chain of dense layers, naming what is in the way
     */
    public static Result convert(ModelProto file, ComponentRegistry registry, Optional<String> output) {
        FileRules.require(file);
        OnnxToModel reader = new OnnxToModel(file, registry);
        try {
            return new Result(reader.model(output), reader.notes.all());
        } catch (ConfigurationException e) {
            throw Faults.corrupt("its network", e);
        }
    }

    private Model model(Optional<String> output) {
        Graph graph = new Graph(file.getGraph());
        OutputChoice.Choice choice = OutputChoice.of(file.getGraph(), graph, output);
        GraphMetadata metadata = new GraphMetadata(file, notes);
        new LossChoice(registry, metadata, notes).requireNumbers();
        Optional<Schema> stored = metadata.schema();
        List<ValueInfoProto> columns = stored.isPresent() ? columns(graph, stored.get()) : List.of();
        List<ChainWalk.Chain> chains = chains(graph, columns, choice.value());
        tellOfDoubles();
        List<NetworkAssembly> members = new ArrayList<>();
        for (ChainWalk.Chain chain : chains) {
            members.add(NetworkAssembly.of(
                    chain.steps(),
                    graph.allowance(),
                    metadata.scaling(MetadataKeys.INPUT_SCALING).orElse(Scaling.STANDARD)));
        }
        choice.requireColumns(graph, members.get(0).last().outputs());
        Model model = model(metadata, stored, chains.get(0), members);
        check(choice.value(), chains.get(0), columns, model);
        if (ChainWalk.isLogSoftmax(graph.node(choice.value()).orElseThrow())) {
            notes.add("ends in LogSoftmax; the model gives the probabilities themselves, not their logarithms");
        }
        return model;
    }

    /** One, or those of the members of an ensemble. */
    private List<ChainWalk.Chain> chains(Graph graph, List<ValueInfoProto> columns, String output) {
        ChainWalk walk = new ChainWalk(
                graph, new ActivationRecognition(registry, file.getGraph().getNodeCount()), registry, columns);
        Optional<MeanForm> mean = MeanForm.find(graph, output);
        if (mean.isEmpty()) {
            return List.of(walk.to(output));
        }
        List<ChainWalk.Chain> chains = new ArrayList<>();
        for (int member = 0; member < mean.get().members().size(); member++) {
            chains.add(walk.to(output, mean.get(), member));
            OnnxFaults.requireSupported(
                    chains.get(member).inputs().equals(chains.get(0).inputs()),
                    "the networks whose mean it gives have different inputs");
        }
        return chains;
    }

    /** The inputs in the order of the features, of which each has one. */
    private List<ValueInfoProto> columns(Graph graph, Schema schema) {
        List<ValueInfoProto> columns = file.getGraph().getInputList().stream()
                .filter(input -> graph.input(input.getName()).isPresent())
                .toList();
        Faults.require(
                columns.size() == schema.features().size(),
                "its metadata has " + schema.features().size() + " features, its graph " + columns.size() + " inputs");
        return columns;
    }

    private Model model(
            GraphMetadata metadata, Optional<Schema> stored, ChainWalk.Chain chain, List<NetworkAssembly> members) {
        NetworkAssembly assembly = members.get(0);
        int inputs = assembly.inputs();
        int outputs = assembly.last().outputs();
        SchemaReader meaning =
                new SchemaReader(metadata, chain, assembly.layers().get(0).spec(registry), inputs, outputs);
        Task task = stored.map(Schema::task)
                .orElseGet(() -> meaning.task(
                        assembly.endsInActivation() ? assembly.last().activation() : Optional.empty()));
        if (stored.isEmpty()) {
            InputShape.require(chain, inputs);
        }
        Scaler targetScaler = targetScaler(metadata, members, task);
        Schema schema = stored.orElseGet(() -> meaning.schema(task));
        Faults.require(
                schema.inputWidth() == inputs && schema.outputs() == outputs,
                "its metadata tells of " + schema.inputWidth() + " inputs and " + schema.outputs()
                        + " outputs, its network has " + inputs + " and " + outputs);
        return Model.builder(
                        schema,
                        members.stream()
                                .map(member -> network(inputs, member.layers()))
                                .toList(),
                        new LossChoice(registry, metadata, notes).of(schema))
                .inputScaler(metadata.withCategories(assembly.inputScaler()))
                .targetScaler(targetScaler)
                .provenance(provenance())
                .build();
    }

    /** That of each member, and so is the input's. */
    private static Scaler targetScaler(GraphMetadata metadata, List<NetworkAssembly> members, Task task) {
        Optional<Scaling> known = metadata.scaling(MetadataKeys.TARGET_SCALING)
                .filter(scaling -> scaling != Scaling.NONE && !scaling.isBounded());
        Scaler first = members.get(0).finish(known, task == Task.REGRESSION);
        for (NetworkAssembly member : members.subList(1, members.size())) {
            OnnxFaults.requireSupported(
                    member.finish(known, task == Task.REGRESSION).equals(first)
                            && member.inputScaler().equals(members.get(0).inputScaler())
                            && member.inputs() == members.get(0).inputs()
                            && member.last().outputs() == members.get(0).last().outputs(),
                    "the networks whose mean it gives have different inputs, outputs or scaling");
        }
        return first;
    }

    private void check(String end, ChainWalk.Chain chain, List<ValueInfoProto> columns, Model model) {
        SelfCheck check = new SelfCheck(
                new GraphEvaluation(file.getGraph(), opset(), end),
                new Feed(
                        chain.inputs(),
                        model.schema().inputWidth(),
                        chain.layout().columnsAtInput()),
                model,
                Ending.of(end, chain),
                file.getSerializedSize());
        if (columns.isEmpty()) {
            check.require();
        } else {
            check.requireOfColumns(columns);
        }
    }

    private long opset() {
        return file.getOpsetImportList().stream()
                .filter(opset -> Graph.isDefaultDomain(opset.getDomain()))
                .mapToLong(OperatorSetIdProto::getVersion)
                .max()
                .orElse(1);
    }

    private void tellOfDoubles() {
        long doubles = file.getGraph().getInitializerList().stream()
                .filter(tensor -> tensor.getDataType() == DataType.DOUBLE)
                .count();
        if (doubles > 0) {
            notes.add(doubles + " tensors of 64-bit numbers were rounded to the 32 bits that nn4j computes with");
        }
    }

    private Network network(int inputs, List<LayerDraft> drafts) {
        List<LayerSpec> layers =
                drafts.stream().map(draft -> draft.spec(registry)).toList();
        NetworkSpec spec = new NetworkSpec(inputs, layers);
        float[] parameters = new float[spec.parameterCount()];
        int trained = 0;
        int statistics = spec.trainableCount();
        for (LayerDraft draft : drafts) {
            trained = draft.copyTo(parameters, trained);
            statistics = draft.copyStatisticsTo(parameters, statistics);
        }
        return Network.of(spec, parameters);
    }

    private Provenance provenance() {
        String producer = (file.getProducerName() + " " + file.getProducerVersion()).strip();
        return Provenance.builder()
                .extra(Map.of("imported from", producer.isEmpty() ? "ONNX" : "ONNX, written by " + producer))
                .build();
    }
}
