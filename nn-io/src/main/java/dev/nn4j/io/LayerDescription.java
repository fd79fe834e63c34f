// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io;

import java.util.Map;
import java.util.Optional;

/**
 * A layer as a file describes it.
 *
 * @param name the prefix of its tensors' names
 * @param kind {@code dense}, {@code dropout}, {@code batch-normalization} or {@code layer-normalization}
 * @param inputs width of its input
 * @param outputs width of its output
 * @param bias whether it adds a bias
 * @param parameterCount trained numbers
 * @param parameters of the layer itself, by name: {@code rate} of dropout, {@code epsilon} of a normalisation,
 *     {@code momentum} of batch normalisation
 * @param activation of a dense layer
 * @param initializer of a dense layer, if it is known
 */
public record LayerDescription(
        String name,
        String kind,
        int inputs,
        int outputs,
        boolean bias,
        long parameterCount,
        Map<String, Object> parameters,
        Optional<ComponentDescription> activation,
        Optional<ComponentDescription> initializer) {}
