// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.reading.embedding;

import dev.nn4j.onnx.internal.proto.NodeProto;
import dev.nn4j.onnx.internal.reading.graph.Graph;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds embeddings by the node that each ends with; whether the numbers mean what they seem to is for others to check. */
public final class EmbeddingForms {
    private final PiecewiseForm piecewise;
    private final WaveForm waves;
    private final TableForm tables;

    public EmbeddingForms(Graph graph) {
        FormNodes nodes = new FormNodes(graph);
        this.piecewise = new PiecewiseForm(nodes);
        this.waves = new WaveForm(nodes);
        this.tables = new TableForm(nodes);
    }

    /**
     * What was found; the layer is made of the file's numbers when it is asked for.
     *
     * @param layer what the operators do
     * @param before the value that they do it to
     */
    public record Place(Supplier<FoundEmbedding> layer, String before) {}

    /** The embedding that a node is the end of. */
    public Optional<Place> find(NodeProto end) {
        return piecewise.find(end).or(() -> waves.find(end)).or(() -> tables.find(end));
    }
}
