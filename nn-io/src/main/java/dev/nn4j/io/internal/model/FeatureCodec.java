// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.model;

import dev.nn4j.core.data.BooleanKind;
import dev.nn4j.core.data.CategoryKind;
import dev.nn4j.core.data.DateOrder;
import dev.nn4j.core.data.DatePart;
import dev.nn4j.core.data.DateTimeKind;
import dev.nn4j.core.data.Missing;
import dev.nn4j.core.data.MissingPolicy;
import dev.nn4j.core.data.NumberKind;
import dev.nn4j.core.data.Unseen;
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

    static Feature encode(dev.nn4j.core.data.Feature feature) {
        Feature.Builder encoded = Feature.newBuilder().setName(feature.name());
        if (feature.missing().policy() != MissingPolicy.ERROR) {
            encoded.setMissing(dev.nn4j.io.internal.proto.Missing.newBuilder()
                    .setPolicy(POLICIES.encode(feature.missing().policy()))
                    .setIndicator(feature.missing().indicator())
                    .addAllFill(feature.missing().fill()));
        }
        if (feature.kind() instanceof CategoryKind category) {
            encoded.setKind(FeatureKind.CATEGORY)
                    .addAllCategories(category.categories())
                    .setUnseen(UNSEEN.encode(category.unseen()));
        } else if (feature.kind() instanceof DateTimeKind date) {
            encoded.setKind(FeatureKind.DATE_TIME).setDateOrder(ORDERS.encode(date.order()));
            date.parts().forEach(part -> encoded.addDateParts(PARTS.encode(part)));
        } else {
            encoded.setKind(feature.kind() instanceof BooleanKind ? FeatureKind.BOOLEAN : FeatureKind.NUMERIC);
            NumberFormatCodec.encode(feature.kind().cellType().format()).ifPresent(encoded::setNumberFormat);
        }
        return encoded.build();
    }

    static dev.nn4j.core.data.Feature decode(Feature feature) {
        try {
            return new dev.nn4j.core.data.Feature(feature.getName(), kind(feature), missing(feature));
        } catch (IllegalArgumentException e) {
            throw Faults.corrupt(who(feature), e);
        }
    }

    private static dev.nn4j.core.data.FeatureKind kind(Feature feature) {
        FeatureKind kind = feature.getKind();
        require(feature, "categories", feature.getCategoriesCount() > 0, kind == FeatureKind.CATEGORY);
        require(feature, "an unseen policy", feature.getUnseenValue() != 0, kind == FeatureKind.CATEGORY);
        require(feature, "a date order", feature.getDateOrderValue() != 0, kind == FeatureKind.DATE_TIME);
        requireNot(feature, "a number format", feature.hasNumberFormat() && kind != FeatureKind.NUMERIC);
        require(feature, "date parts", feature.getDatePartsCount() > 0, kind == FeatureKind.DATE_TIME);
        return switch (kind) {
            case NUMERIC ->
                feature.hasNumberFormat()
                        ? new NumberKind(NumberFormatCodec.decode(feature.getNumberFormat()))
                        : new NumberKind();
            case BOOLEAN -> new BooleanKind();
            case CATEGORY ->
                new CategoryKind(
                        Names.fromData(() -> who(feature) + ", category", feature.getCategoriesList()),
                        UNSEEN.decode(feature.getUnseen()));
            case DATE_TIME ->
                new DateTimeKind(
                        ORDERS.decode(feature.getDateOrder()),
                        feature.getDatePartsList().stream().map(PARTS::decode).toList());
            case FEATURE_KIND_UNSPECIFIED, UNRECOGNIZED ->
                throw Faults.corrupt(who(feature) + ": kind " + feature.getKindValue() + " is unknown to this version");
        };
    }

    private static Missing missing(Feature feature) {
        if (!feature.hasMissing()) {
            return Missing.error();
        }
        List<Float> fill = feature.getMissing().getFillList();
        return new Missing(
                POLICIES.decode(feature.getMissing().getPolicy()),
                feature.getMissing().getIndicator(),
                fill);
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
