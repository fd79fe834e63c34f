// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.model.codec;

import dev.nn4j.core.cell.DateFormat;
import dev.nn4j.core.cell.DateOrder;
import dev.nn4j.core.cell.DatePart;
import dev.nn4j.core.cell.MissingMarks;
import dev.nn4j.core.cell.NumberFormat;
import dev.nn4j.core.schema.BooleanKind;
import dev.nn4j.core.schema.CategoryKind;
import dev.nn4j.core.schema.DateTimeKind;
import dev.nn4j.core.schema.Missing;
import dev.nn4j.core.schema.MissingPolicy;
import dev.nn4j.core.schema.NumberKind;
import dev.nn4j.core.schema.Unseen;
import dev.nn4j.io.internal.model.format.Faults;
import dev.nn4j.io.internal.model.format.Names;
import dev.nn4j.io.internal.proto.Feature;
import dev.nn4j.io.internal.proto.FeatureKind;
import java.util.List;
import java.util.Map;

/** A feature, from and to the file. */
final class FeatureCodec {
    private static final FileWords<MissingPolicy, dev.nn4j.io.internal.proto.MissingPolicy> POLICIES = new FileWords<>(
            "missing policy",
            Map.of(
                    MissingPolicy.MEAN, dev.nn4j.io.internal.proto.MissingPolicy.MEAN,
                    MissingPolicy.MEDIAN, dev.nn4j.io.internal.proto.MissingPolicy.MEDIAN,
                    MissingPolicy.MOST_FREQUENT, dev.nn4j.io.internal.proto.MissingPolicy.MOST_FREQUENT,
                    MissingPolicy.OWN_CATEGORY, dev.nn4j.io.internal.proto.MissingPolicy.OWN_CATEGORY));
    private static final FileWords<Unseen, dev.nn4j.io.internal.proto.Unseen> UNSEEN = new FileWords<>(
            "unseen policy",
            Map.of(
                    Unseen.ERROR, dev.nn4j.io.internal.proto.Unseen.UNSEEN_ERROR,
                    Unseen.ZEROS, dev.nn4j.io.internal.proto.Unseen.UNSEEN_ZEROS,
                    Unseen.RARE, dev.nn4j.io.internal.proto.Unseen.UNSEEN_RARE));
    private static final FileWords<DateOrder, dev.nn4j.io.internal.proto.DateOrder> ORDERS = new FileWords<>(
            "date order",
            Map.of(
                    DateOrder.YEAR_MONTH_DAY, dev.nn4j.io.internal.proto.DateOrder.YEAR_MONTH_DAY,
                    DateOrder.DAY_MONTH_YEAR, dev.nn4j.io.internal.proto.DateOrder.DAY_MONTH_YEAR,
                    DateOrder.MONTH_DAY_YEAR, dev.nn4j.io.internal.proto.DateOrder.MONTH_DAY_YEAR));
    private static final FileWords<DatePart, dev.nn4j.io.internal.proto.DatePart> PARTS = new FileWords<>(
            "date part",
            Map.of(
                    DatePart.YEAR, dev.nn4j.io.internal.proto.DatePart.YEAR,
                    DatePart.QUARTER, dev.nn4j.io.internal.proto.DatePart.QUARTER,
                    DatePart.MONTH, dev.nn4j.io.internal.proto.DatePart.MONTH,
                    DatePart.DAY, dev.nn4j.io.internal.proto.DatePart.DAY,
                    DatePart.WEEKDAY, dev.nn4j.io.internal.proto.DatePart.WEEKDAY,
                    DatePart.DAY_OF_YEAR, dev.nn4j.io.internal.proto.DatePart.DAY_OF_YEAR,
                    DatePart.DAYS, dev.nn4j.io.internal.proto.DatePart.DAYS,
                    DatePart.HOUR, dev.nn4j.io.internal.proto.DatePart.HOUR,
                    DatePart.MINUTE, dev.nn4j.io.internal.proto.DatePart.MINUTE,
                    DatePart.SECOND, dev.nn4j.io.internal.proto.DatePart.SECOND));

    private FeatureCodec() {}

    static Feature encode(dev.nn4j.core.schema.Feature feature) {
        Feature.Builder encoded = Feature.newBuilder()
                .setName(feature.name())
                .setRefusesMissing(feature.missing().policy() == MissingPolicy.REFUSE);
        if (!feature.missing().policy().isError()) {
            encoded.setMissing(dev.nn4j.io.internal.proto.Missing.newBuilder()
                    .setPolicy(POLICIES.encode(feature.missing().policy()))
                    .setIndicator(feature.missing().indicator())
                    .addAllFill(feature.missing().fill()));
        }
        MarksCodec.encode(feature.missing().marks()).ifPresent(encoded::setMissingMarks);
        return feature.kind().match(new Encoder(encoded)).build();
    }

    /** Adds what only features of a kind have. */
    private record Encoder(Feature.Builder encoded) implements dev.nn4j.core.schema.FeatureKind.Cases<Feature.Builder> {
        @Override
        public Feature.Builder number(NumberKind kind) {
            NumberFormatCodec.encode(kind.format()).ifPresent(encoded::setNumberFormat);
            return encoded.setKind(FeatureKind.NUMERIC).setOffset(kind.offset());
        }

        @Override
        public Feature.Builder category(CategoryKind kind) {
            return encoded.setKind(FeatureKind.CATEGORY)
                    .addAllCategories(kind.categories())
                    .setUnseen(UNSEEN.encode(kind.unseen()))
                    .setSignedPair(kind.isSigned())
                    .setIndex(kind.isIndex());
        }

        @Override
        public Feature.Builder bool(BooleanKind kind) {
            return encoded.setKind(FeatureKind.BOOLEAN);
        }

        @Override
        public Feature.Builder dateTime(DateTimeKind kind) {
            kind.format().order().ifPresent(order -> encoded.setDateOrder(ORDERS.encode(order)));
            kind.format().pattern().ifPresent(encoded::setDateFormat);
            kind.parts().forEach(part -> encoded.addDateParts(PARTS.encode(part)));
            return encoded.setKind(FeatureKind.DATE_TIME);
        }
    }

    static dev.nn4j.core.schema.Feature decode(Feature feature) {
        try {
            return new dev.nn4j.core.schema.Feature(feature.getName(), kind(feature), missing(feature));
        } catch (IllegalArgumentException e) {
            throw Faults.corrupt(who(feature), e);
        }
    }

    private static dev.nn4j.core.schema.FeatureKind kind(Feature feature) {
        FeatureKind kind = feature.getKind();
        require(feature, "categories", feature.getCategoriesCount() > 0, kind == FeatureKind.CATEGORY);
        require(feature, "an unseen policy", feature.getUnseenValue() != 0, kind == FeatureKind.CATEGORY);
        boolean formatted = !feature.getDateFormat().isEmpty();
        requireNot(feature, "a date format", formatted && kind != FeatureKind.DATE_TIME);
        require(feature, "a date order", feature.getDateOrderValue() != 0, kind == FeatureKind.DATE_TIME && !formatted);
        requireNot(feature, "a number format", feature.hasNumberFormat() && kind != FeatureKind.NUMERIC);
        requireNot(feature, "an offset", feature.getOffset() != 0 && kind != FeatureKind.NUMERIC);
        requireNot(feature, "a signed pair", feature.getSignedPair() && kind != FeatureKind.CATEGORY);
        requireNot(feature, "an index", feature.getIndex() && kind != FeatureKind.CATEGORY);
        requireNot(feature, "an index", feature.getIndex() && feature.getSignedPair());
        require(feature, "date parts", feature.getDatePartsCount() > 0, kind == FeatureKind.DATE_TIME);
        return switch (kind) {
            case NUMERIC ->
                new NumberKind(
                        feature.hasNumberFormat()
                                ? NumberFormatCodec.decode(feature.getNumberFormat())
                                : NumberFormat.PLAIN,
                        feature.getOffset());
            case BOOLEAN -> new BooleanKind();
            case CATEGORY -> category(feature);
            case DATE_TIME ->
                new DateTimeKind(
                        formatted
                                ? DateFormat.ofPattern(feature.getDateFormat())
                                : DateFormat.of(ORDERS.decode(feature.getDateOrder())),
                        feature.getDatePartsList().stream().map(PARTS::decode).toList());
            case FEATURE_KIND_UNSPECIFIED, UNRECOGNIZED ->
                throw Faults.corrupt(who(feature) + ": kind " + feature.getKindValue() + " is unknown to this version");
        };
    }

    private static CategoryKind category(Feature feature) {
        List<String> categories = Names.fromData(() -> who(feature) + ", category", feature.getCategoriesList());
        Unseen unseen = UNSEEN.decode(feature.getUnseen());
        return feature.getIndex()
                ? CategoryKind.indexed(categories, unseen)
                : new CategoryKind(categories, unseen, feature.getSignedPair());
    }

    private static Missing missing(Feature feature) {
        MissingMarks marks =
                feature.hasMissingMarks() ? MarksCodec.decode(feature.getMissingMarks()) : MissingMarks.usual();
        Faults.require(
                !feature.getRefusesMissing() || !feature.hasMissing(),
                () -> who(feature) + ": refuses missing values and has a policy for them");
        if (!feature.hasMissing()) {
            MissingPolicy error = feature.getRefusesMissing() ? MissingPolicy.REFUSE : MissingPolicy.ERROR;
            return new Missing(error, false, List.of(), marks);
        }
        List<Float> fill = feature.getMissing().getFillList();
        return new Missing(
                POLICIES.decode(feature.getMissing().getPolicy()),
                feature.getMissing().getIndicator(),
                fill,
                marks);
    }

    private static void require(Feature feature, String what, boolean there, boolean wanted) {
        requireNot(feature, what, there && !wanted);
        if (wanted && !there) {
            throw Faults.corrupt(who(feature) + ": lacks " + what);
        }
    }

    private static void requireNot(Feature feature, String what, boolean there) {
        if (there) {
            throw Faults.corrupt(who(feature) + ": has " + what + ", which its kind has not");
        }
    }

    /** Only made where something is wrong: there may be many features. */
    private static String who(Feature feature) {
        return "feature " + Faults.quoted(feature.getName());
    }
}
