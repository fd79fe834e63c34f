// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.export.internal.source;

import dev.nn4j.api.TargetDistribution;
import dev.nn4j.core.encoding.Scaler;
import dev.nn4j.core.encoding.Scaling;
import dev.nn4j.core.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a class says of each target, where that is more than a number: it gives details in the place of answers. */
record DetailSource(Schema schema) {
    boolean isNeeded() {
        return schema.distribution().outputs() > 1;
    }

    /** The names of what it gives, target by target. */
    List<String> names() {
        if (!isNeeded()) {
            return schema.targets();
        }
        List<String> names = new ArrayList<>();
        for (String target : schema.targets()) {
            schema.distribution().names().forEach(detail -> names.add(target + "_" + detail));
        }
        return names;
    }

    /** What is to be added to each; empty if nothing is to any. */
    List<Double> offsets() {
        if (schema.targetOffsets().isEmpty()) {
            return List.of();
        }
        List<Double> offsets = new ArrayList<>();
        for (int target = 0; target < schema.outputs(); target++) {
            for (int detail = 0; detail < schema.distribution().outputs(); detail++) {
                offsets.add(schema.distribution().isDistance(detail) ? 0.0 : schema.targetOffset(target));
            }
        }
        return offsets;
    }

    /** A column for each detail; distances are not shifted. */
    Scaler scaler(Scaler ofTargets) {
        if (!isNeeded() || ofTargets.scaling() == Scaling.NONE) {
            return ofTargets;
        }
        int each = schema.distribution().outputs();
        float[] shift = new float[schema.detailWidth()];
        float[] scale = new float[schema.detailWidth()];
        for (int i = 0; i < shift.length; i++) {
            shift[i] =
                    schema.distribution().isDistance(i % each) ? 0 : ofTargets.shift()[i / each];
            scale[i] = ofTargets.scale()[i / each];
        }
        return Scaler.of(ofTargets.scaling(), shift, scale);
    }

    /** The piece of source that joins several networks' details; the method has its name. */
    String join() {
        return schema.distribution().match(new TargetDistribution.Cases<>() {
            @Override
            public String number() {
                return "mean";
            }

            @Override
            public String quantiles(TargetDistribution.Quantiles quantiles) {
                return "mean";
            }

            @Override
            public String normal() {
                return "mixture";
            }
        });
    }

    /** A method {@code described} that makes details of outputs; nothing where it is not needed. */
    String methods() {
        return schema.distribution().match(new TargetDistribution.Cases<>() {
            @Override
            public String number() {
                return "";
            }

            @Override
            public String quantiles(TargetDistribution.Quantiles quantiles) {
                return method("quantiles.txt", Map.of("levels", quantiles.outputs()));
            }

            @Override
            public String normal() {
                return method(
                        "normal.txt",
                        Map.of(
                                "least", TargetDistribution.Normal.LEAST_VARIANCE,
                                "most", TargetDistribution.Normal.GREATEST_LOG));
            }
        });
    }

    private static String method(String name, Map<String, ?> gaps) {
        return SourcePart.named(name).with(gaps).indented() + "\n";
    }
}
