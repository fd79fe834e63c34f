// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io;

import dev.nn4j.core.Provenance;
import dev.nn4j.core.conformal.Conformal;
import dev.nn4j.core.encoding.Scaling;
import dev.nn4j.core.profile.TrainingProfile;
import dev.nn4j.core.schema.Schema;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is in a model file, told without any of the components it names. Texts are the file's own: escape them when
 * printing to a terminal.
 *
 * @since 0.1.0
 */
public final class ModelDescription {
    private final int formatVersion;
    private final String producer;
    private final String producerVersion;
    private final long bytes;
    private final String sha256;
    private final int inputWidth;
    private final List<List<LayerDescription>> members;
    private final long parameterCount;
    private final ComponentDescription loss;
    private final Schema schema;
    private final Scaling inputScaling;
    private final boolean scalesCategories;
    private final Scaling targetScaling;
    private final Optional<Conformal> conformal;
    private final int goldenRows;
    private final Provenance provenance;
    private final Optional<TrainingProfile> profile;
    private final List<TensorDescription> tensors;
    private final Optional<TrainingDescription> training;

    /** All parts, in this order. */
    ModelDescription(
            int formatVersion,
            String producer,
            String producerVersion,
            long bytes,
            String sha256,
            int inputWidth,
            List<List<LayerDescription>> members,
            long parameterCount,
            ComponentDescription loss,
            Schema schema,
            Scaling inputScaling,
            boolean scalesCategories,
            Scaling targetScaling,
            Optional<Conformal> conformal,
            int goldenRows,
            Provenance provenance,
            Optional<TrainingProfile> profile,
            List<TensorDescription> tensors,
            Optional<TrainingDescription> training) {
        this.formatVersion = formatVersion;
        this.producer = producer;
        this.producerVersion = producerVersion;
        this.bytes = bytes;
        this.sha256 = sha256;
        this.inputWidth = inputWidth;
        this.members = members;
        this.parameterCount = parameterCount;
        this.loss = loss;
        this.schema = schema;
        this.inputScaling = inputScaling;
        this.scalesCategories = scalesCategories;
        this.targetScaling = targetScaling;
        this.conformal = conformal;
        this.goldenRows = goldenRows;
        this.provenance = provenance;
        this.profile = profile;
        this.tensors = tensors;
        this.training = training;
    }

    /** Version of the format that it was written in. */
    public int formatVersion() {
        return formatVersion;
    }

    /** The library that wrote it. */
    public String producer() {
        return producer;
    }

    /** That library's version, or empty. */
    public String producerVersion() {
        return producerVersion;
    }

    /** Size of the file. */
    public long bytes() {
        return bytes;
    }

    /** SHA-256 of the file's body, in lower-case hexadecimal; it tells damage, not forgery. */
    public String sha256() {
        return sha256;
    }

    /** Features to a row. */
    public int inputWidth() {
        return inputWidth;
    }

    /** The layers from input to output; of an ensemble those of its first member. */
    public List<LayerDescription> layers() {
        return members.get(0);
    }

    /** The layers of each member of an ensemble, whose outputs' mean the model gives; else of the one network. */
    public List<List<LayerDescription>> members() {
        return members;
    }

    /** Trained numbers of all layers, those of all members. */
    public long parameterCount() {
        return parameterCount;
    }

    /** What it was trained on. */
    public ComponentDescription loss() {
        return loss;
    }

    /** Features, targets, task and labels. */
    public Schema schema() {
        return schema;
    }

    /** Scaling of the features. */
    public Scaling inputScaling() {
        return inputScaling;
    }

    /**
     * Whether the zeros and ones that categories, booleans and indicators make are scaled too.
     *
     * @since 0.1.0
     */
    public boolean scalesCategories() {
        return scalesCategories;
    }

    /** Scaling of the targets. */
    public Scaling targetScaling() {
        return targetScaling;
    }

    /**
     * The scores by which it says how far its answers may be from the truth, if it has any.
     *
     * @since 0.1.0
     */
    public Optional<Conformal> conformal() {
        return conformal;
    }

    /** Raw rows stored to prove a reader right. */
    public int goldenRows() {
        return goldenRows;
    }

    /** How the model came to be. */
    public Provenance provenance() {
        return provenance;
    }

    /**
     * What its training rows looked like, if it says so.
     *
     * @since 0.1.0
     */
    public Optional<TrainingProfile> profile() {
        return profile;
    }

    /** The tensors in the order of the file. */
    public List<TensorDescription> tensors() {
        return tensors;
    }

    /** In a checkpoint, the training that it goes on with. */
    public Optional<TrainingDescription> training() {
        return training;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ModelDescription that
                && formatVersion == that.formatVersion
                && producer.equals(that.producer)
                && producerVersion.equals(that.producerVersion)
                && bytes == that.bytes
                && sha256.equals(that.sha256)
                && inputWidth == that.inputWidth
                && members.equals(that.members)
                && parameterCount == that.parameterCount
                && loss.equals(that.loss)
                && schema.equals(that.schema)
                && inputScaling.equals(that.inputScaling)
                && scalesCategories == that.scalesCategories
                && targetScaling.equals(that.targetScaling)
                && conformal.equals(that.conformal)
                && goldenRows == that.goldenRows
                && provenance.equals(that.provenance)
                && profile.equals(that.profile)
                && tensors.equals(that.tensors)
                && training.equals(that.training);
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                formatVersion,
                producer,
                producerVersion,
                bytes,
                sha256,
                inputWidth,
                members,
                parameterCount,
                loss,
                schema,
                inputScaling,
                scalesCategories,
                targetScaling,
                conformal,
                goldenRows,
                provenance,
                profile,
                tensors,
                training);
    }

    @Override
    public String toString() {
        return "ModelDescription[formatVersion=" + formatVersion + ", producer=" + producer + ", producerVersion="
                + producerVersion + ", bytes=" + bytes + ", sha256=" + sha256 + ", inputWidth=" + inputWidth
                + ", members=" + members + ", parameterCount=" + parameterCount + ", loss=" + loss + ", schema="
                + schema
                + ", inputScaling=" + inputScaling + ", scalesCategories=" + scalesCategories + ", targetScaling="
                + targetScaling
                + conformal.map(scores -> ", conformal=" + scores).orElse("") + ", goldenRows=" + goldenRows
                + ", provenance=" + provenance + ", profile=" + profile + ", tensors=" + tensors + ", training="
                + training + "]";
    }
}
