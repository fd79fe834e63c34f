// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.writing;

import dev.nn4j.api.math.ShortestDecimal;
import dev.nn4j.core.network.BatchNormalizationSpec;
import dev.nn4j.core.network.LayerNormalizationSpec;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Normalisations as they are in prediction. */
final class NormalizationNodes {
    /** The operator set that brought LayerNormalization. */
    private static final int FIRST_WITH_LAYERS = 17;

    /** Until it, BatchNormalization has no training mode to turn off. */
    private static final int LAST_WITHOUT_TRAINING_MODE = 13;

    private final GraphWriter graph;
    private final float[] parameters;

    NormalizationNodes(GraphWriter graph, float[] parameters) {
        this.graph = graph;
        this.parameters = parameters;
    }

    /**
     * With the running statistics.
     *
     * @param scale index of the scale among the parameters; the shift is behind it
     * @param mean index of the running means; the variances are behind them
     */
    String batch(BatchNormalizationSpec layer, String value, int width, int scale, int mean) {
        // ONNX's momentum is the share that the running statistics keep
        float kept =
                BigDecimal.ONE.subtract(ShortestDecimal.of(layer.momentum())).floatValue();
        Map<String, ?> always = Map.of("epsilon", (float) layer.epsilon(), "momentum", kept);
        Map<String, ?> attributes = graph.opset() <= LAST_WITHOUT_TRAINING_MODE
                ? always
                : Map.of("epsilon", (float) layer.epsilon(), "momentum", kept, "training_mode", 0L);
        return graph.node(
                "BatchNormalization",
                attributes,
                value,
                row("scale", scale, width),
                row("shift", scale + width, width),
                row("mean", mean, width),
                row("variance", mean + width, width));
    }

    /** Over the units of a row; {@code scale} as for {@link #batch}. */
    String layer(LayerNormalizationSpec layer, String value, int width, int scale) {
        String factor = row("scale", scale, width);
        String shift = row("shift", scale + width, width);
        if (graph.opset() >= FIRST_WITH_LAYERS) {
            Map<String, ?> attributes = Map.of("axis", -1L, "epsilon", (float) layer.epsilon(), "stash_type", 1L);
            return graph.node("LayerNormalization", attributes, value, factor, shift);
        }
        String centred = graph.node("Sub", value, mean(value));
        String variance = mean(graph.node("Mul", centred, centred));
        String deviation = graph.node("Sqrt", graph.node("Add", variance, graph.constant((float) layer.epsilon())));
        return graph.node("Add", graph.node("Mul", graph.node("Div", centred, deviation), factor), shift);
    }

    private String mean(String value) {
        return graph.node("ReduceMean", Map.of("axes", List.of(-1L), "keepdims", 1L), value);
    }

    private String row(String name, int from, int width) {
        return graph.floats(name, parameters, from, List.of(width));
    }
}
