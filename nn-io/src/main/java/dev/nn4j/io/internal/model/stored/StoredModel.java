// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.model.stored;

import dev.nn4j.core.Provenance;
import dev.nn4j.core.encoding.Scaling;
import dev.nn4j.core.network.ActivationSpec;
import dev.nn4j.core.network.CategoryEmbeddingSpec;
import dev.nn4j.core.network.NumericEmbeddingSpec;
import dev.nn4j.core.network.ParametricSpec;
import dev.nn4j.core.network.ResidualSpec;
import dev.nn4j.core.network.ScaleSpec;
import dev.nn4j.core.profile.TrainingProfile;
import dev.nn4j.core.schema.CategoryKind;
import dev.nn4j.core.schema.DateTimeKind;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import dev.nn4j.io.internal.model.format.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All of a model but its numbers, in terms that need no component to be present.
 *
 * @param network architecture and loss
 * @param schema features, targets, task and labels
 * @param inputScaling of the features
 * @param scalesCategories whether zeros and ones are scaled as the features that are quantities
 * @param targetScaling of the targets; none but for regression
 * @param conformal what says how far answers may be from the truth
 * @param goldenRows how many raw rows are stored to prove a reader right
 * @param goldenCells their cells, row by row
 * @param provenance how the model came to be
 * @param profile what the training rows looked like
 * @param training in a checkpoint, what its training remembers
 */
public record StoredModel(
        StoredNetwork network,
        Schema schema,
        Scaling inputScaling,
        boolean scalesCategories,
        Scaling targetScaling,
        Optional<StoredConformal> conformal,
        int goldenRows,
        List<String> goldenCells,
        Provenance provenance,
        Optional<TrainingProfile> profile,
        Optional<StoredTraining> training) {
    /** Copies the cells. */
    public StoredModel {
        goldenCells = List.copyOf(goldenCells);
    }

    /** What a reader of this format version must know beyond it to read the model. */
    public List<String> requiredFeatures() {
        List<String> required = new ArrayList<>();
        if (network.has(ActivationSpec.KIND)) {
            required.add(Format.ACTIVATION_LAYERS);
        }
        if (conformal.isPresent()) {
            if (schema.task() == Task.MULTILABEL) {
                required.add(Format.CONFORMAL_LABELS);
            }
            required.add(Format.CONFORMAL_SCORES);
        }
        if (schema.features().stream().anyMatch(StoredModel::hasDateFormat)) {
            required.add(Format.DATE_FORMATS);
        }
        if (!network.others().isEmpty()) {
            required.add(Format.ENSEMBLE);
        }
        if (schema.features().stream()
                        .anyMatch(feature -> !feature.missing().marks().isUsual())
                || !schema.targetGaps().marks().isUsual()) {
            required.add(Format.MISSING_MARKS);
        }
        if (!schema.offsetColumns().isEmpty()) {
            required.add(Format.NUMBER_OFFSETS);
        }
        if (network.has(NumericEmbeddingSpec.KIND)) {
            required.add(Format.NUMERIC_EMBEDDINGS);
        }
        if (network.has(CategoryEmbeddingSpec.KIND)
                || schema.features().stream().anyMatch(feature -> feature.indices() > 0)) {
            required.add(Format.CATEGORY_EMBEDDINGS);
        }
        if (network.has(ParametricSpec.KIND)) {
            required.add(Format.PARAMETRIC_ACTIVATIONS);
        }
        if (network.hasPeriodicEmbedding()) {
            required.add(Format.PERIODIC_EMBEDDINGS);
        }
        if (network.has(ResidualSpec.KIND)) {
            required.add(Format.RESIDUAL_BLOCKS);
        }
        if (inputScaling.isRobust() || targetScaling.isRobust()) {
            required.add(Format.ROBUST_SCALING);
        }
        if (network.has(ScaleSpec.KIND)) {
            required.add(Format.SCALE_LAYERS);
        }
        if (scalesCategories) {
            required.add(Format.SCALED_CATEGORIES);
        }
        if (schema.features().stream().anyMatch(StoredModel::isSigned)) {
            required.add(Format.SIGNED_CATEGORIES);
        }
        if (schema.distribution().outputs() > 1) {
            required.add(Format.TARGET_DISTRIBUTIONS);
        }
        if (!schema.decision().isUsual()) {
            required.add(Format.THRESHOLDS);
        }
        if (network.trainsActivations()) {
            required.add(Format.TRAINED_ACTIVATIONS);
        }
        return required;
    }

    private static boolean isSigned(Feature feature) {
        return feature.kind() instanceof CategoryKind category && category.isSigned();
    }

    private static boolean hasDateFormat(Feature feature) {
        return feature.kind() instanceof DateTimeKind date
                && date.format().pattern().isPresent();
    }

    /** The same as a checkpoint. */
    public StoredModel withTraining(StoredTraining remembered) {
        return new StoredModel(
                network,
                schema,
                inputScaling,
                scalesCategories,
                targetScaling,
                conformal,
                goldenRows,
                goldenCells,
                provenance,
                profile,
                Optional.of(remembered));
    }
}
