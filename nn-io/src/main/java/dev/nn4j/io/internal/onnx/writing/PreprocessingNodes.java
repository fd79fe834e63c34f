// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.onnx.writing;

import dev.nn4j.api.ComponentException;
import dev.nn4j.api.ComponentException.Reason;
import dev.nn4j.core.Model;
import dev.nn4j.core.data.Feature;
import dev.nn4j.core.data.Scaler;
import dev.nn4j.core.data.Scaling;
import java.util.List;

/** From raw rows to what the network sees, and from what it gives to the targets' own units. */
final class PreprocessingNodes {
    private final GraphWriter graph;
    private final Model model;

    PreprocessingNodes(GraphWriter graph, Model model) {
        this.graph = graph;
        this.model = model;
    }

    /** Adds the graph's input; gives the rows as the network sees them. */
    String inputs() {
        model.schema().features().stream()
                .filter(feature -> !feature.isPlain())
                .findFirst()
                .ifPresent(PreprocessingNodes::refuse);
        String raw = graph.input("input", model.schema().features().size());
        graph.beginPart("pre");
        Scaler scaler = model.inputScaler();
        return scaler.scaling() == Scaling.NONE
                ? raw
                : graph.node("Div", graph.node("Sub", raw, row("shift", scaler.shift())), row("scale", scaler.scale()));
    }

    private static void refuse(Feature feature) {
        throw new ComponentException(
                Reason.UNSUPPORTED,
                feature.name(),
                "feature '" + feature.name() + "' cannot be exported to ONNX: it is not a number that is always there;"
                        + " use the model itself");
    }

    /** Outputs of a regression, scaled back. */
    String inOwnUnits(String value) {
        graph.beginPart("target");
        Scaler scaler = model.targetScaler();
        return scaler.scaling() == Scaling.NONE
                ? value
                : graph.node(
                        "Add", graph.node("Mul", value, row("scale", scaler.scale())), row("shift", scaler.shift()));
    }

    private String row(String name, float[] values) {
        return graph.floats(name, values, 0, List.of(values.length));
    }
}
