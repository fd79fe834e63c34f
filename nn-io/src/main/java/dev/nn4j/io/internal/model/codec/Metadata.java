// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.model.codec;

import dev.nn4j.core.schema.Schema;
import dev.nn4j.io.internal.model.container.Sections;
import dev.nn4j.io.internal.model.format.Faults;
import dev.nn4j.io.internal.model.stored.StoredModel;
import dev.nn4j.io.internal.model.stored.StoredNetwork;
import dev.nn4j.io.internal.model.stored.StoredTraining;
import dev.nn4j.io.internal.proto.Golden;
import dev.nn4j.io.internal.proto.ModelFile;
import dev.nn4j.io.internal.proto.Network;
import dev.nn4j.io.internal.proto.Preprocessing;
import dev.nn4j.io.internal.proto.Provenance;
import dev.nn4j.io.internal.proto.TrainingState;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The sections between envelope and tensors, by field number. */
public final class Metadata {
    private final Map<Integer, byte[]> sections = new TreeMap<>();

    public static Metadata of(StoredModel model) {
        Metadata metadata = new Metadata();
        metadata.put(
                ModelFile.NETWORK_FIELD_NUMBER,
                NetworkCodec.encode(model.network()).toByteArray());
        metadata.put(
                ModelFile.PREPROCESSING_FIELD_NUMBER,
                PreprocessingCodec.encode(model).toByteArray());
        model.training()
                .ifPresent(training -> metadata.put(
                        ModelFile.TRAINING_FIELD_NUMBER,
                        TrainingCodec.encode(training).toByteArray()));
        if (model.goldenRows() > 0) {
            Golden golden = Golden.newBuilder()
                    .setRows(model.goldenRows())
                    .addAllCells(model.goldenCells())
                    .build();
            metadata.put(ModelFile.GOLDEN_FIELD_NUMBER, golden.toByteArray());
        }
        Provenance provenance = ProvenanceCodec.encode(model.provenance());
        if (!provenance.equals(Provenance.getDefaultInstance())) {
            metadata.put(ModelFile.PROVENANCE_FIELD_NUMBER, provenance.toByteArray());
        }
        return metadata;
    }

    public void put(int field, byte[] section) {
        sections.put(field, section);
    }

    /** By ascending field number. */
    public Map<Integer, byte[]> sections() {
        return sections;
    }

    /** The model that these sections describe, all of its words and widths checked. */
    public StoredModel decode(Sections budget) throws IOException {
        Faults.require(sections.containsKey(ModelFile.NETWORK_FIELD_NUMBER), "there is no network");
        Faults.require(sections.containsKey(ModelFile.PREPROCESSING_FIELD_NUMBER), "there is no preprocessing");
        StoredNetwork network = NetworkCodec.decode(
                budget.parse(section(ModelFile.NETWORK_FIELD_NUMBER), Network.getDefaultInstance()));
        Preprocessing preprocessing =
                budget.parse(section(ModelFile.PREPROCESSING_FIELD_NUMBER), Preprocessing.getDefaultInstance());
        Golden golden = budget.parse(section(ModelFile.GOLDEN_FIELD_NUMBER), Golden.getDefaultInstance());
        Schema schema = PreprocessingCodec.schema(preprocessing, network);
        requireCells(golden, schema.features().size());
        Faults.require(
                network.others().isEmpty() || !sections.containsKey(ModelFile.TRAINING_FIELD_NUMBER),
                "network: an ensemble is no checkpoint, and this file has members and a training");
        return new StoredModel(
                network,
                schema,
                PreprocessingCodec.inputScaling(preprocessing),
                PreprocessingCodec.scalesCategories(preprocessing),
                PreprocessingCodec.targetScaling(preprocessing),
                ConformalCodec.decode(preprocessing, schema),
                golden.getRows(),
                golden.getCellsList(),
                ProvenanceCodec.decode(
                        budget.parse(section(ModelFile.PROVENANCE_FIELD_NUMBER), Provenance.getDefaultInstance())),
                ProfileCodec.decode(preprocessing, schema),
                training(budget));
    }

    private Optional<StoredTraining> training(Sections budget) throws IOException {
        if (!sections.containsKey(ModelFile.TRAINING_FIELD_NUMBER)) {
            return Optional.empty();
        }
        return Optional.of(TrainingCodec.decode(
                budget.parse(section(ModelFile.TRAINING_FIELD_NUMBER), TrainingState.getDefaultInstance())));
    }

    /** An absent section reads as an empty one. */
    private byte[] section(int field) {
        return sections.getOrDefault(field, new byte[0]);
    }

    private static void requireCells(Golden golden, int features) {
        Faults.require(
                golden.getRows() >= 0 && (long) golden.getRows() * features == golden.getCellsCount(),
                "golden rows: " + Integer.toUnsignedString(golden.getRows()) + " rows of " + features
                        + " features need as many cells, there are " + golden.getCellsCount());
    }
}
