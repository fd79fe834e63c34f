// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.model;

import dev.nn4j.core.data.Scaling;
import dev.nn4j.io.internal.model.TensorSpec.Role;
import java.util.ArrayList;
import java.util.List;

/** The tensors that a model's description calls for, in the order of the file. No memory is taken for them. */
public final class TensorTable {
    private final List<TensorSpec> specs = new ArrayList<>();

    private TensorTable() {}

    static TensorTable of(StoredModel model) {
        TensorTable table = new TensorTable();
        StoredNetwork network = model.network();
        network.layers().forEach(layer -> table.specs.addAll(layer.tensors()));
        table.addScaling("pre", model.inputScaling(), network.inputWidth());
        table.addScaling("target", model.targetScaling(), network.outputWidth());
        if (model.goldenRows() > 0) {
            table.add("golden/y", Role.GOLDEN, model.goldenRows(), network.outputWidth());
        }
        return table;
    }

    List<TensorSpec> specs() {
        return List.copyOf(specs);
    }

    /** Sum of the lengths of all data. */
    long bytes() {
        long bytes = 0;
        for (TensorSpec spec : specs) {
            bytes = Math.addExact(bytes, spec.bytes());
        }
        return bytes;
    }

    private void addScaling(String prefix, Scaling scaling, int width) {
        if (scaling != Scaling.NONE) {
            add(prefix + "/shift", Role.SHIFT, width);
            add(prefix + "/scale", Role.SCALE, width);
        }
    }

    private void add(String name, Role role, long... dims) {
        specs.add(TensorSpec.of(name, role, dims));
    }
}
