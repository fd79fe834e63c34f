// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.model.stored;

import dev.nn4j.core.encoding.Scaling;
import dev.nn4j.io.internal.model.format.Faults;
import dev.nn4j.io.internal.model.stored.TensorSpec.Role;
import dev.nn4j.io.internal.proto.DType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The tensors that a model's description calls for, in the order of the file. No memory is taken for them. */
public final class TensorTable {
    private final List<TensorSpec> specs = new ArrayList<>();
    private final List<List<TensorSpec>> members = new ArrayList<>();

    private TensorTable() {}

    public static TensorTable of(StoredModel model) {
        TensorTable table = new TensorTable();
        StoredNetwork network = model.network();
        network.members().forEach(table::addMember);
        table.addScaling("pre", model.inputScaling(), network.inputWidth());
        table.addScaling("target", model.targetScaling(), model.schema().outputs());
        model.conformal().ifPresent(conformal -> table.specs.addAll(conformal.tensors()));
        if (model.goldenRows() > 0) {
            table.add("golden/y", DType.F32, Role.GOLDEN, model.goldenRows(), network.outputWidth());
        }
        model.training().ifPresent(training -> table.addTraining(training, network));
        table.requireDistinctNames();
        return table;
    }

    public List<TensorSpec> specs() {
        return List.copyOf(specs);
    }

    /** Those of each member's network. */
    List<List<TensorSpec>> members() {
        return List.copyOf(members);
    }

    /** Sum of the lengths of all data. */
    public long bytes() {
        long bytes = 0;
        for (TensorSpec spec : specs) {
            bytes = Math.addExact(bytes, spec.bytes());
        }
        return bytes;
    }

    private void addMember(List<StoredLayer> layers) {
        List<TensorSpec> own = new ArrayList<>();
        for (StoredLayer layer : layers) {
            layer.tensors().forEach(tensor -> own.add(tensor.ofMember(members.size())));
        }
        members.add(own);
        specs.addAll(own);
    }

    private void addScaling(String prefix, Scaling scaling, int width) {
        if (scaling != Scaling.NONE) {
            add(prefix + "/shift", DType.F32, Role.SHIFT, width);
            add(prefix + "/scale", DType.F32, scaling.isRobust() ? Role.WIDE_SCALE : Role.SCALE, width);
        }
        if (scaling.isBounded()) {
            add(prefix + "/bound", DType.F32, Role.WIDE_SCALE, width);
        }
    }

    private void addTraining(StoredTraining training, StoredNetwork network) {
        for (String array : training.optimizerArrays()) {
            add(StoredTraining.tensorOf(array), DType.F32, Role.OPTIMIZER_STATE, network.parameterCount());
        }
        for (String scalar : training.optimizerScalars()) {
            add(StoredTraining.tensorOf(scalar), DType.F64, Role.OPTIMIZER_STATE);
        }
        if (training.remembersBest()) {
            for (StoredLayer layer : network.layers()) {
                layer.tensors().forEach(tensor -> specs.add(tensor.ofBest()));
            }
        }
        if (training.remembersAverage()) {
            for (StoredLayer layer : network.layers()) {
                layer.tensors().forEach(tensor -> specs.add(tensor.ofAverage()));
            }
        }
        add(
                HistoryTensor.NAME,
                DType.F64,
                Role.HISTORY,
                training.epochs(),
                HistoryTensor.columns(training.options()).size());
    }

    /** Names of layers and of optimizer state are free, so two tensors might get one name. */
    private void requireDistinctNames() {
        Set<String> names = new HashSet<>();
        for (TensorSpec spec : specs) {
            Faults.require(names.add(spec.name()), "tensor " + Faults.quoted(spec.name()) + " would be there twice");
        }
    }

    private void add(String name, DType type, Role role, long... dims) {
        specs.add(TensorSpec.of(name, type, role, dims));
    }
}
