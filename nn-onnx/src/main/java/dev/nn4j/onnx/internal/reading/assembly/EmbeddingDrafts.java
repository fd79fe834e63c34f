// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.reading.assembly;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.core.network.LayerSpec;
import dev.nn4j.core.network.NumericEmbeddingSpec;
import dev.nn4j.onnx.internal.reading.chain.Step;
import dev.nn4j.onnx.internal.reading.graph.OnnxFaults;
import java.util.Arrays;
import java.util.Optional;

/** Makes layers of embeddings that were found. */
final class EmbeddingDrafts {
    private static final String PIECEWISE = "piecewise";

    private EmbeddingDrafts() {}

    static LayerDraft of(Step.Embedding found) {
        try {
            LayerSpec spec = new NumericEmbeddingSpec(
                            PIECEWISE,
                            found.bins(),
                            found.size(),
                            Optional.of(Arrays.stream(found.columns()).boxed().toList()))
                    .fitted(found.inputs());
            return new FixedDraft(
                    found.who(), found.inputs(), spec.outputs(found.inputs()), spec, found.table(), found.edges());
        } catch (IllegalArgumentException | ConfigurationException e) {
            throw OnnxFaults.unsupported(found.who() + ": " + e.getMessage());
        }
    }
}
