// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.api;

import dev.nn4j.api.math.FloatMath;
import dev.nn4j.api.math.ShortestDecimal;
import java.util.List;

/**
 * What a network's outputs say of one target column: a number, several of its quantiles, or a mean with a variance. A {@link
 * Loss} says which it judges ({@link Loss#distribution}); widths, answers, files and exports follow from it.
 *
 * <p>A network has {@link #outputs} outputs for each target, those of the first target first. {@link #describe} makes of them
 * as many <i>details</i>, of which one, {@link #answer}, is the answer. The family is closed, because model files and exported
 * models hold what {@link #describe} does. Immutable.
 *
 * @since 0.1.0
 */
public sealed interface TargetDistribution {
    /** The most quantiles of a target. */
    int MOST_LEVELS = 99;

    /** One number, which is the answer: what nearly all losses judge. */
    static TargetDistribution number() {
        return new Single();
    }

    /** How many outputs a network has for each target column, and how many details there are of it. */
    int outputs();

    /** Which of the details is the answer. */
    int answer();

    /** Whether a detail is a distance, which a target's scaling multiplies but does not shift. */
    boolean isDistance(int detail);

    /** The names of the details, for people and for columns: as in {@code q0.05}; empty for the only one. */
    List<String> names();

    /**
     * Makes details of outputs, in place; allocates nothing.
     *
     * @param outputs those of {@code targets} targets, from index 0 on
     */
    void describe(float[] outputs, int targets);

    /**
     * Makes outputs of details, in place, that {@link #describe} would make the same details of, but for rounding: what a loss
     * judges where several networks answer together.
     *
     * @param details those of {@code targets} targets, from index 0 on
     */
    default void undescribe(float[] details, int targets) {}

    /** Asks this family, exhaustively. */
    <R> R match(Cases<R> cases);

    /** A case for each kind. */
    interface Cases<R> {
        /** One number. */
        R number();

        /** Quantiles. */
        R quantiles(Quantiles quantiles);

        /** A mean and a variance. */
        R normal();
    }

    /** One number. */
    record Single() implements TargetDistribution {
        @Override
        public int outputs() {
            return 1;
        }

        @Override
        public int answer() {
            return 0;
        }

        @Override
        public boolean isDistance(int detail) {
            return false;
        }

        @Override
        public List<String> names() {
            return List.of("");
        }

        @Override
        public void describe(float[] outputs, int targets) {}

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.number();
        }
    }

    /**
     * Quantiles of a target, ascending: the outputs, sorted. They never cross then, and sorting never makes the pinball loss
     * greater (Chernozhukov, Fernández-Val, Galichon, <i>Quantile and Probability Curves Without Crossing</i>, 2010). The
     * answer is the one whose level is nearest to one half, of two the lower.
     *
     * @param levels shares of the targets that are to lie below: 2 to {@value #MOST_LEVELS}, in (0, 1), ascending
     */
    record Quantiles(List<Double> levels) implements TargetDistribution {
        /**
         * Copies the list.
         *
         * @throws IllegalArgumentException if there are too few or too many, or they do not ascend
         */
        public Quantiles {
            levels = List.copyOf(levels);
            if (levels.size() < 2 || levels.size() > MOST_LEVELS) {
                throw new IllegalArgumentException("quantiles: levels must be 2 to " + MOST_LEVELS + ", there are "
                        + levels.size() + (levels.size() == 1 ? "; of one, quantile is the loss" : ""));
            }
            double last = 0;
            for (double level : levels) {
                if (!(level > last && level < 1)) {
                    throw new IllegalArgumentException(
                            "quantiles: levels must ascend in (0, 1), got " + level + " after " + last);
                }
                last = level;
            }
        }

        @Override
        public int outputs() {
            return levels.size();
        }

        @Override
        public int answer() {
            int nearest = 0;
            for (int i = 1; i < levels.size(); i++) {
                if (Math.abs(levels.get(i) - 0.5) < Math.abs(levels.get(nearest) - 0.5)) {
                    nearest = i;
                }
            }
            return nearest;
        }

        @Override
        public boolean isDistance(int detail) {
            return false;
        }

        @Override
        public List<String> names() {
            return levels.stream()
                    .map(level -> "q" + ShortestDecimal.text(level))
                    .toList();
        }

        /** By insertion: there are few, and they are nearly in order. NaN stays where it is found. */
        @Override
        public void describe(float[] outputs, int targets) {
            int width = levels.size();
            for (int from = 0; from < targets * width; from += width) {
                for (int i = from + 1; i < from + width; i++) {
                    float value = outputs[i];
                    int at = i;
                    while (at > from && outputs[at - 1] > value) {
                        outputs[at] = outputs[at - 1];
                        at--;
                    }
                    outputs[at] = value;
                }
            }
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.quantiles(this);
        }
    }

    /**
     * Mean and standard deviation of a normal distribution. The outputs are the mean and s; the variance is {@value
     * #LEAST_VARIANCE} + exp(min(s, {@value #GREATEST_LOG})), as in Nix and Weigend, <i>Estimating the Mean and Variance of the
     * Target Probability Distribution</i>, 1994, but for its floor.
     */
    record Normal() implements TargetDistribution {
        /** No variance is less, in the units that the network sees. */
        public static final float LEAST_VARIANCE = 1e-6f;

        /** The greatest s that counts. */
        public static final float GREATEST_LOG = 80;

        @Override
        public int outputs() {
            return 2;
        }

        @Override
        public int answer() {
            return 0;
        }

        @Override
        public boolean isDistance(int detail) {
            return detail == 1;
        }

        @Override
        public List<String> names() {
            return List.of("mean", "deviation");
        }

        @Override
        public void describe(float[] outputs, int targets) {
            for (int i = 1; i < 2 * targets; i += 2) {
                // as Math.min(outputs[i], GREATEST_LOG) does, NaN stays NaN
                float variance = LEAST_VARIANCE + FloatMath.exp(Math.min(outputs[i], GREATEST_LOG));
                outputs[i] = (float) Math.sqrt(variance);
            }
        }

        @Override
        public void undescribe(float[] details, int targets) {
            for (int i = 1; i < 2 * targets; i += 2) {
                double rest = (double) details[i] * details[i] - LEAST_VARIANCE;
                details[i] = (float) StrictMath.log(Math.max(rest, Float.MIN_NORMAL));
            }
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.normal();
        }
    }
}
