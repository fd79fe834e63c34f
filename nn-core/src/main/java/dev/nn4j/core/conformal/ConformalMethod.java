// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.conformal;

import dev.nn4j.api.NearestName;
import dev.nn4j.api.TargetDistribution;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How the distance of an answer from the truth is scored; Vovk, Gammerman, Shafer, <i>Algorithmic Learning in a Random
 * World</i>, 2005, is where it comes from. ŷ is what the model says, y the truth, p its probabilities.
 *
 * @since 0.1.0
 */
public enum ConformalMethod {
    /** Numbers: |y − ŷ|, so that all intervals are equally wide (Lei et al. 2018). */
    ABSOLUTE,
    /**
     * Numbers, ensembles only: |y − ŷ| / (σ + c), σ being the standard deviation of the members' answers and c the mean of
     * σ over the rows that were scored. Intervals are wider where the members are further apart.
     */
    SPREAD,
    /**
     * Numbers of which several quantiles are predicted: max(lowest − y, y − highest), below 0 where y lies between them
     * (conformalised quantile regression; Romano, Patterson, Candès 2019). Intervals are as wide as the quantiles are apart,
     * and as much more on either side, or less.
     */
    QUANTILES,
    /**
     * Numbers of which mean and standard deviation are predicted: |y − ŷ| over that deviation (Lei et al. 2018, section 5.2).
     * Intervals are as wide as the deviation says.
     */
    DEVIATION,
    /**
     * Labels: 1 − p of the true label (LAC; Sadinle, Lei, Wasserman 2019). Sets are as small as can be and may be empty. Of
     * several labels at once each has scores of its own, 1 − p where it holds and p where it does not, and sets of yes and no.
     */
    LAC,
    /**
     * Labels: the sum of the probabilities down to that of the true label, the largest first (APS; Romano, Sesia, Candès
     * 2020, without their random part). Sets are larger where it is hard to tell.
     */
    APS;

    /** The method for what is said of numbers. */
    public static ConformalMethod of(TargetDistribution distribution) {
        return distribution.match(new TargetDistribution.Cases<>() {
            @Override
            public ConformalMethod number() {
                return ABSOLUTE;
            }

            @Override
            public ConformalMethod quantiles(TargetDistribution.Quantiles quantiles) {
                return QUANTILES;
            }

            @Override
            public ConformalMethod normal() {
                return DEVIATION;
            }
        });
    }

    /**
     * Whether answers have what it scores: all numbers have what {@link #ABSOLUTE} and {@link #SPREAD} do, whatever else is said
     * of them. Of labels it says nothing.
     */
    public boolean isFor(TargetDistribution distribution) {
        return (this != QUANTILES && this != DEVIATION) || this == of(distribution);
    }

    /** As configurations and the command line say it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is for numbers, and gives intervals; else for labels, and gives sets. */
    public boolean isForNumbers() {
        return this != LAC && this != APS;
    }

    /**
     * The method of this {@link #word}.
     *
     * @throws IllegalArgumentException if there is none, naming those there are
     */
    public static ConformalMethod parse(String word) {
        return Arrays.stream(values())
                .filter(method -> method.word().equals(word))
                .findFirst()
                .orElseThrow(() -> {
                    List<String> words =
                            Arrays.stream(values()).map(ConformalMethod::word).toList();
                    return new IllegalArgumentException("conformal: the method must be one of "
                            + words.stream().collect(Collectors.joining(", ")) + ", got '" + word + "'"
                            + NearestName.hint(word, words));
                });
    }
}
