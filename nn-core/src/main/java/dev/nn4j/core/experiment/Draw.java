// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.experiment;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.api.math.RandomStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A value of an experiment that each member of a {@linkplain Ensemble.Kind#PACK pack} draws for itself.
 *
 * @param path of the value, as a configuration has it: {@code optimizer.learningRate}, {@code optimizer.weightDecay}, {@code
 *     training.labelSmoothing}, {@code network.layers[2].rate}; {@code network.layers[*].rate} gives one value to all
 *     layers that have it, {@code network.layers[*].outputDim} to all dense layers but the last
 * @param source what it is drawn from
 * @since 0.1.0
 */
public record Draw(String path, Source source) implements Comparable<Draw> {
    /** Where draws stand in a configuration. */
    static final String PATH = "ensemble.draw";

    /** What is drawn between two numbers is as short as people like it. */
    private static final MathContext DIGITS = new MathContext(3);

    /** What a value is drawn from. */
    public sealed interface Source permits Between, Among {}

    /**
     * Any number between two, as likely as any other; rounded to three digits, or to a whole number where the option is one.
     *
     * @param min the least
     * @param max the greatest, above {@code min}
     * @param log whether not the number but its logarithm is as likely as any other; {@code min} is above 0 then
     */
    public record Between(double min, double max, boolean log) implements Source {}

    /**
     * One of some values, each as likely.
     *
     * @param choices Double, Long, Boolean or String; at least one
     */
    public record Among(List<Object> choices) implements Source {
        /** Copies the list. */
        public Among {
            choices = List.copyOf(choices);
        }
    }

    /**
     * Refuses a source from which nothing can be drawn.
     *
     * @throws ConfigurationException if there is no choice, or no number between the two
     */
    public Draw {
        if (source instanceof Between between) {
            requireRange(path, between);
        } else if (source instanceof Among among && among.choices().isEmpty()) {
            throw fault(path, "holds no value to choose from; list some, as in [0.1, 0.2]");
        }
    }

    private static void requireRange(String path, Between between) {
        if (!(between.min() < between.max()) || !Double.isFinite(between.max() - between.min())) {
            throw fault(
                    path,
                    "min must be less than max, got " + between.min() + " and " + between.max()
                            + "; for one value for all members write it at " + path);
        }
        if (between.log() && !(between.min() > 0)) {
            throw fault(path, "min must be greater than 0 where log is true, got " + between.min() + "; leave log out");
        }
    }

    /** Any number between two, the same at every place. */
    public static Draw between(String path, double min, double max) {
        return new Draw(path, new Between(min, max, false));
    }

    /** Any number between two whose logarithm is as likely as any other, as suits a learning rate. */
    public static Draw logBetween(String path, double min, double max) {
        return new Draw(path, new Between(min, max, true));
    }

    /** One of some values. */
    public static Draw among(String path, List<Object> choices) {
        return new Draw(path, new Among(choices));
    }

    static ConfigurationException fault(String path, String problem) {
        return new ConfigurationException(PATH + "." + path, problem);
    }

    /** What can be drawn at the ends, or at all; the option must allow each. */
    List<Object> ends() {
        return source instanceof Between between ? List.of(between.min(), between.max()) : ((Among) source).choices();
    }

    /** A value, by a stream of its own. */
    Object value(RandomStream stream, boolean whole) {
        if (source instanceof Between between) {
            double number = number(between, stream.nextDouble(), whole);
            return whole ? (Object) (long) number : (Object) number;
        }
        List<Object> choices = ((Among) source).choices();
        return choices.get(stream.nextInt(choices.size()));
    }

    private static double number(Between range, double share, boolean whole) {
        double low = range.log() ? StrictMath.log(range.min()) : range.min();
        double high = range.log() ? StrictMath.log(range.max()) : range.max();
        double at = low + share * (high - low);
        double number = range.log() ? StrictMath.exp(at) : at;
        double rounded =
                whole ? Math.rint(number) : new BigDecimal(number).round(DIGITS).doubleValue();
        return Math.min(Math.max(rounded, range.min()), range.max());
    }

    /** As single values, each under the name that follows its place in the list. */
    SortedMap<String, Object> settings() {
        SortedMap<String, Object> settings = new TreeMap<>();
        settings.put("path", path);
        if (source instanceof Between between) {
            settings.put("min", between.min());
            settings.put("max", between.max());
            settings.put("log", between.log());
        } else {
            List<Object> choices = ((Among) source).choices();
            for (int i = 0; i < choices.size(); i++) {
                settings.put("choices[" + i + "]", choices.get(i));
            }
        }
        return settings;
    }

    @Override
    public int compareTo(Draw other) {
        return path.compareTo(other.path);
    }
}
