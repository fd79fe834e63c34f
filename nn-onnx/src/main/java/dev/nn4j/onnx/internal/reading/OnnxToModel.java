// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.reading;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.core.GoldenRows;
import dev.nn4j.core.Model;
import dev.nn4j.core.Network;
import dev.nn4j.core.Provenance;
import dev.nn4j.core.data.Scaler;
import dev.nn4j.core.data.Scaling;
import dev.nn4j.core.data.Schema;
import dev.nn4j.core.data.Task;
import dev.nn4j.core.network.LayerSpec;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.io.internal.model.Faults;
import dev.nn4j.onnx.internal.MetadataKeys;
import dev.nn4j.onnx.internal.proto.ModelProto;
import dev.nn4j.onnx.internal.proto.TensorProto.DataType;
import dev.nn4j.onnx.internal.recognition.ActivationRecognition;
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
        ChainWalk.Chain chain = new ChainWalk(graph, new ActivationRecognition(registry))
                .to(OutputChoice.of(file.getGraph(), graph, output));
        tellOfDoubles();
        Metadata metadata = new Metadata(file, notes);
        NetworkAssembly assembly = NetworkAssembly.of(
                chain.steps(), metadata.scaling(MetadataKeys.INPUT_SCALING).orElse(Scaling.STANDARD));
        int inputs = assembly.layers().get(0).inputs();
        InputShape.require(chain.input(), chain.steps(), inputs);
        Meaning meaning = new Meaning(metadata, inputs, assembly.last().outputs());
        Task task = meaning.task(assembly.endsInActivation() ? assembly.last().activation() : Optional.empty());
        Scaler targetScaler = assembly.finish(
                metadata.scaling(MetadataKeys.TARGET_SCALING).filter(scaling -> scaling != Scaling.NONE),
                task == Task.REGRESSION);
        Schema schema = meaning.schema(task);
        return new Model(
                schema,
                assembly.inputScaler(),
                targetScaler,
                network(inputs, assembly.layers()),
                new LossChoice(registry, metadata, notes).of(schema),
                GoldenRows.none(),
                provenance());
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
        return new Provenance("", "", "", "", Map.of("imported from", ("ONNX, written by " + producer).strip()));
    }
}
