// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io;

import dev.nn4j.core.Provenance;
import dev.nn4j.core.data.Scaling;
import dev.nn4j.core.data.Schema;
import java.util.List;
import java.util.Optional;

/**
 * What is in a model file, told without any of the components it names. Texts are the file's own: escape them when
 * printing to a terminal.
 *
 * @param formatVersion it was written in
 * @param producer the library that wrote it
 * @param producerVersion its version, or empty
 * @param bytes size of the file
 * @param sha256 of the file's body, in lower-case hexadecimal; it tells damage, not forgery
 * @param inputWidth features to a row
 * @param layers from input to output
 * @param parameterCount trained numbers of all layers
 * @param loss what it was trained on
 * @param schema features, targets, task and labels
 * @param inputScaling of the features
 * @param targetScaling of the targets
 * @param goldenRows raw rows stored to prove a reader right
 * @param provenance how the model came to be
 * @param tensors in the order of the file
 * @param training in a checkpoint, the training that it goes on with
 */
public record ModelDescription(
        int formatVersion,
        String producer,
        String producerVersion,
        long bytes,
        String sha256,
        int inputWidth,
        List<LayerDescription> layers,
        long parameterCount,
        ComponentDescription loss,
        Schema schema,
        Scaling inputScaling,
        Scaling targetScaling,
        int goldenRows,
        Provenance provenance,
        List<TensorDescription> tensors,
        Optional<TrainingDescription> training) {}
