// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.model.codec;

import dev.nn4j.api.TargetDistribution;
import dev.nn4j.io.internal.model.format.Faults;
import dev.nn4j.io.internal.proto.Preprocessing;
import java.util.Optional;

/** What the network's outputs say of a target, from and to the file. */
final class DistributionCodec {
    private DistributionCodec() {}

    static Optional<dev.nn4j.io.internal.proto.TargetDistribution> encode(TargetDistribution distribution) {
        return distribution.match(new TargetDistribution.Cases<>() {
            @Override
            public Optional<dev.nn4j.io.internal.proto.TargetDistribution> number() {
                return Optional.empty();
            }

            @Override
            public Optional<dev.nn4j.io.internal.proto.TargetDistribution> quantiles(
                    TargetDistribution.Quantiles quantiles) {
                return Optional.of(dev.nn4j.io.internal.proto.TargetDistribution.newBuilder()
                        .addAllQuantiles(quantiles.levels())
                        .build());
            }

            @Override
            public Optional<dev.nn4j.io.internal.proto.TargetDistribution> normal() {
                return Optional.of(dev.nn4j.io.internal.proto.TargetDistribution.newBuilder()
                        .setNormal(true)
                        .build());
            }
        });
    }

    /**
     * What is there.
     *
     * @throws IllegalArgumentException if levels are not such as may be
     */
    static TargetDistribution decode(Preprocessing preprocessing) {
        if (!preprocessing.hasTargetDistribution()) {
            return TargetDistribution.number();
        }
        dev.nn4j.io.internal.proto.TargetDistribution stored = preprocessing.getTargetDistribution();
        Faults.require(
                stored.getNormal() == (stored.getQuantilesCount() == 0),
                "preprocessing: the target distribution must be quantiles or normal, one of the two");
        return stored.getNormal()
                ? new TargetDistribution.Normal()
                : new TargetDistribution.Quantiles(stored.getQuantilesList());
    }
}
