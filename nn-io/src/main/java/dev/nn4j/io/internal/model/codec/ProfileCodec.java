// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.model.codec;

import dev.nn4j.core.profile.NumberProfile;
import dev.nn4j.core.profile.TextProfile;
import dev.nn4j.core.profile.TrainingProfile;
import dev.nn4j.core.schema.BooleanKind;
import dev.nn4j.core.schema.CategoryKind;
import dev.nn4j.core.schema.DateTimeKind;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.FeatureKind;
import dev.nn4j.core.schema.NumberKind;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.io.internal.model.format.Faults;
import dev.nn4j.io.internal.model.format.Names;
import dev.nn4j.io.internal.proto.ColumnProfile;
import dev.nn4j.io.internal.proto.Preprocessing;
import dev.nn4j.io.internal.proto.Profile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the training rows looked like, from and to the file. */
final class ProfileCodec {
    private ProfileCodec() {}

    static Profile encode(TrainingProfile profile, Schema schema) {
        Profile.Builder encoded = Profile.newBuilder().setRows(profile.rows());
        for (int f = 0; f < profile.columns().size(); f++) {
            Feature feature = schema.features().get(f);
            encoded.addColumns(profile.columns().get(f).match(new Encoding(known(feature))));
        }
        return encoded.build();
    }

    static Optional<TrainingProfile> decode(Preprocessing preprocessing, Schema schema) {
        if (!preprocessing.hasProfile()) {
            return Optional.empty();
        }
        Profile profile = preprocessing.getProfile();
        int columns = schema.features().size();
        Faults.require(
                profile.getColumnsCount() == columns,
                "profile: has " + profile.getColumnsCount() + " columns, there are " + columns + " features");
        try {
            List<dev.nn4j.core.profile.ColumnProfile> decoded = new ArrayList<>();
            for (int f = 0; f < columns; f++) {
                Feature feature = schema.features().get(f);
                decoded.add(feature.kind().match(new Decoding(feature, profile.getColumns(f))));
            }
            return Optional.of(new TrainingProfile(profile.getRows(), decoded));
        } catch (IllegalArgumentException e) {
            throw Faults.corrupt("preprocessing", e);
        }
    }

    /** The texts whose counts need no text: those that the feature has. */
    private static List<String> known(Feature feature) {
        return feature.kind() instanceof BooleanKind
                ? List.of("false", "true")
                : feature.kind().known();
    }

    private record Encoding(List<String> known) implements dev.nn4j.core.profile.ColumnProfile.Cases<ColumnProfile> {
        @Override
        public ColumnProfile numbers(NumberProfile profile) {
            return ColumnProfile.newBuilder()
                    .setMissing(profile.missing())
                    .addAllPoints(profile.points())
                    .addAllCounts(profile.counts())
                    .setExact(profile.exact())
                    .build();
        }

        @Override
        public ColumnProfile texts(TextProfile profile) {
            ColumnProfile.Builder column =
                    ColumnProfile.newBuilder().setMissing(profile.missing()).setRest(profile.rest());
            known.forEach(text -> column.addCounts(profile.counts().getOrDefault(text, 0L)));
            Map<String, Long> others = new LinkedHashMap<>(profile.counts());
            known.forEach(others::remove);
            return column.addAllTexts(others.keySet())
                    .addAllCounts(others.values())
                    .build();
        }
    }

    private record Decoding(Feature feature, ColumnProfile column)
            implements FeatureKind.Cases<dev.nn4j.core.profile.ColumnProfile> {
        @Override
        public dev.nn4j.core.profile.ColumnProfile number(NumberKind kind) {
            return numbers();
        }

        @Override
        public dev.nn4j.core.profile.ColumnProfile dateTime(DateTimeKind kind) {
            return numbers();
        }

        @Override
        public dev.nn4j.core.profile.ColumnProfile category(CategoryKind kind) {
            return texts();
        }

        @Override
        public dev.nn4j.core.profile.ColumnProfile bool(BooleanKind kind) {
            return texts();
        }

        private dev.nn4j.core.profile.ColumnProfile numbers() {
            Faults.require(
                    column.getTextsCount() == 0 && column.getRest() == 0,
                    "profile: column " + Faults.quoted(feature.name()) + " holds numbers, and has texts");
            return new NumberProfile(
                    feature.name(),
                    column.getMissing(),
                    column.getExact(),
                    column.getPointsList(),
                    column.getCountsList());
        }

        private dev.nn4j.core.profile.ColumnProfile texts() {
            List<String> texts = new ArrayList<>(known(feature));
            texts.addAll(Names.fromData("profile text", column.getTextsList()));
            Faults.require(
                    column.getPointsCount() == 0 && column.getCountsCount() == texts.size(),
                    "profile: column " + Faults.quoted(feature.name()) + " has " + column.getCountsCount()
                            + " counts and " + column.getPointsCount() + " points for " + texts.size() + " texts");
            Map<String, Long> counts = new LinkedHashMap<>();
            for (int i = 0; i < texts.size(); i++) {
                Faults.require(
                        counts.put(texts.get(i), column.getCounts(i)) == null,
                        "profile: column " + Faults.quoted(feature.name()) + " has a text twice");
            }
            return new TextProfile(feature.name(), column.getMissing(), counts, column.getRest());
        }
    }
}
