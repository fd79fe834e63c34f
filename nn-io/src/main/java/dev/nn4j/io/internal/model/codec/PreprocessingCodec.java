// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.model.codec;

import dev.nn4j.api.Component;
import dev.nn4j.core.cell.MissingMarks;
import dev.nn4j.core.cell.NumberFormat;
import dev.nn4j.core.decision.Decision;
import dev.nn4j.core.encoding.Scaling;
import dev.nn4j.core.registry.Origin;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.table.TargetGaps;
import dev.nn4j.io.internal.model.format.Faults;
import dev.nn4j.io.internal.model.format.Names;
import dev.nn4j.io.internal.model.stored.StoredComponent;
import dev.nn4j.io.internal.model.stored.StoredModel;
import dev.nn4j.io.internal.model.stored.StoredNetwork;
import dev.nn4j.io.internal.proto.Feature;
import dev.nn4j.io.internal.proto.Preprocessing;
import dev.nn4j.io.internal.proto.Task;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Features, targets, labels and scaling, from and to the file. */
public final class PreprocessingCodec {
    /** The scaler's parameter by which zeros and ones are scaled too. */
    private static final String CATEGORIES = "categories";

    private PreprocessingCodec() {}

    static Preprocessing encode(StoredModel model) {
        Preprocessing.Builder encoded = encode(model.schema()).toBuilder();
        if (model.inputScaling() != Scaling.NONE) {
            encoded.setScaler(
                    encode(model.inputScaling(), model.scalesCategories() ? Map.of(CATEGORIES, true) : Map.of()));
        }
        if (model.targetScaling() != Scaling.NONE) {
            encoded.setTargetScaler(encode(model.targetScaling(), Map.of()));
        }
        model.profile().ifPresent(profile -> encoded.setProfile(ProfileCodec.encode(profile, model.schema())));
        model.conformal().ifPresent(conformal -> encoded.setConformal(ConformalCodec.encode(conformal)));
        return encoded.build();
    }

    /** Without scaling and profile, which are the model's. */
    public static Preprocessing encode(Schema schema) {
        Preprocessing.Builder encoded = Preprocessing.newBuilder()
                .addAllTargets(schema.targets())
                .setTask(encode(schema.task()))
                .addAllClassLabels(schema.labels())
                .setPositiveClass(schema.positiveClass())
                .setInventedNames(schema.inventedNames())
                .addAllTargetOffsets(schema.targetOffsets())
                .addAllThresholds(schema.decision().thresholds());
        NumberFormatCodec.encode(schema.targetFormat()).ifPresent(encoded::setTargetFormat);
        MarksCodec.encode(schema.targetGaps().marks()).ifPresent(encoded::setTargetMarks);
        DistributionCodec.encode(schema.distribution()).ifPresent(encoded::setTargetDistribution);
        encoded.setSkipsMissingTargets(schema.targetGaps().skipped());
        schema.features().forEach(feature -> encoded.addFeatures(FeatureCodec.encode(feature)));
        return encoded.build();
    }

    private static dev.nn4j.io.internal.proto.Component encode(Scaling scaling, Map<String, Object> parameters) {
        return ComponentCodec.encode(
                new StoredComponent(scaling.word(), Origin.BUILT_IN, "", "", Component.SPI_VERSION, parameters));
    }

    private static Task encode(dev.nn4j.core.schema.Task task) {
        return switch (task) {
            case REGRESSION -> Task.REGRESSION;
            case BINARY -> Task.BINARY;
            case MULTICLASS -> Task.MULTICLASS;
            case MULTILABEL -> Task.MULTILABEL;
        };
    }

    /** A schema that fits the network. */
    public static Schema schema(Preprocessing preprocessing, StoredNetwork network) {
        Schema schema = schema(preprocessing);
        requireWidth("inputs by its features", schema.inputWidth(), "inputs", network.inputWidth());
        requireWidth("outputs by its labels and targets", schema.detailWidth(), "outputs", network.outputWidth());
        return schema;
    }

    public static Schema schema(Preprocessing preprocessing) {
        Names.fromData(
                "feature",
                preprocessing.getFeaturesList().stream().map(Feature::getName).toList());
        try {
            return Schema.builder(task(preprocessing))
                    .features(preprocessing.getFeaturesList().stream()
                            .map(FeatureCodec::decode)
                            .toList())
                    .inventedNames(preprocessing.getInventedNames())
                    .targets(Names.fromData("target", preprocessing.getTargetsList()))
                    .labels(Names.fromData("label", preprocessing.getClassLabelsList()))
                    .positiveClass(preprocessing.getPositiveClass())
                    .targetFormat(
                            preprocessing.hasTargetFormat()
                                    ? NumberFormatCodec.decode(preprocessing.getTargetFormat())
                                    : NumberFormat.PLAIN)
                    .targetGaps(new TargetGaps(
                            preprocessing.hasTargetMarks()
                                    ? MarksCodec.decode(preprocessing.getTargetMarks())
                                    : MissingMarks.usual(),
                            preprocessing.getSkipsMissingTargets()))
                    .targetOffsets(preprocessing.getTargetOffsetsList())
                    .distribution(DistributionCodec.decode(preprocessing))
                    .decision(decision(preprocessing.getThresholdsList()))
                    .build();
        } catch (IllegalArgumentException e) {
            throw Faults.corrupt("preprocessing", e);
        }
    }

    private static Decision decision(List<Float> thresholds) {
        Decision decision = new Decision(thresholds);
        Faults.require(
                thresholds.isEmpty() || !decision.isUsual(), "preprocessing: thresholds of 0.5 alone are left out");
        return decision;
    }

    private static dev.nn4j.core.schema.Task task(Preprocessing preprocessing) {
        return switch (preprocessing.getTask()) {
            case REGRESSION -> dev.nn4j.core.schema.Task.REGRESSION;
            case BINARY -> dev.nn4j.core.schema.Task.BINARY;
            case MULTICLASS -> dev.nn4j.core.schema.Task.MULTICLASS;
            case MULTILABEL -> dev.nn4j.core.schema.Task.MULTILABEL;
            case TASK_UNSPECIFIED, UNRECOGNIZED ->
                throw Faults.corrupt(
                        "preprocessing: task " + preprocessing.getTaskValue() + " is unknown to this version");
        };
    }

    static Scaling inputScaling(Preprocessing preprocessing) {
        return preprocessing.hasScaler() ? scaling("scaler", preprocessing.getScaler()) : Scaling.NONE;
    }

    static boolean scalesCategories(Preprocessing preprocessing) {
        return preprocessing.hasScaler() && preprocessing.getScaler().getParamsCount() > 0;
    }

    static Scaling targetScaling(Preprocessing preprocessing) {
        if (!preprocessing.hasTargetScaler()) {
            return Scaling.NONE;
        }
        Faults.require(
                preprocessing.getTask() == Task.REGRESSION,
                "preprocessing: targets are scaled, which only a regression's may be");
        Scaling scaling = scaling("target scaler", preprocessing.getTargetScaler());
        Faults.require(
                !scaling.isBounded(),
                "preprocessing: targets are scaled by " + scaling.word() + ", which they cannot be");
        return scaling;
    }

    private static Scaling scaling(String what, dev.nn4j.io.internal.proto.Component component) {
        StoredComponent stored = ComponentCodec.decode(what, component);
        Faults.require(
                stored.parameters().isEmpty()
                        || (what.equals("scaler") && stored.parameters().equals(Map.of(CATEGORIES, true))),
                what + " " + Faults.quoted(stored.name()) + " has no parameters"
                        + (what.equals("scaler") ? " but '" + CATEGORIES + "', which is true" : ""));
        List<Scaling> known = Arrays.stream(Scaling.values())
                .filter(scaling -> scaling != Scaling.NONE)
                .toList();
        return known.stream()
                .filter(scaling -> scaling.word().equals(stored.name()))
                .findFirst()
                .orElseThrow(() -> Faults.corrupt(what + " " + Faults.quoted(stored.name())
                        + " is unknown to this version; known are "
                        + known.stream().map(Scaling::word).collect(Collectors.joining(", "))));
    }

    private static void requireWidth(String what, int described, String end, int width) {
        Faults.require(
                described == width,
                "preprocessing: describes " + described + " " + what + ", the network has " + width + " " + end);
    }
}
