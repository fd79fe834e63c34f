// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.testkit.internal;

import dev.nn4j.api.Hyperparameter;
import dev.nn4j.api.Range;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Values of a hyperparameter that tell most about it: its ends, its neighbourhood, and what lies beyond. */
public final class HyperparameterProbes {
    private HyperparameterProbes() {}

    /** Values that the declaration allows. */
    public static List<? extends Object> allowed(Hyperparameter<?> declaration) {
        return switch (declaration.kind()) {
            case NUMBER -> numbers(declaration).boxed().toList();
            case INTEGER ->
                numbers(declaration)
                        .mapToLong(value -> (long) value)
                        .filter(value -> declaration.range().contains((double) value))
                        .distinct()
                        .boxed()
                        .toList();
            case FLAG -> List.of(true, false);
            case CHOICE -> declaration.choices();
            case NUMBERS -> List.of(declaration.defaultValue());
        };
    }

    /** Values of the right or a wrong type that no component may take. */
    public static List<? extends Object> forbidden(Hyperparameter<?> declaration) {
        return switch (declaration.kind()) {
            case NUMBER, INTEGER ->
                Stream.concat(Stream.of("1", true), beyond(declaration.range()).boxed())
                        .toList();
            case FLAG -> List.of("true", 1);
            case CHOICE -> List.of("no such choice", 1);
            case NUMBERS ->
                Stream.concat(Stream.of("1", 1), beyond(declaration.range()).mapToObj(List::of))
                        .toList();
        };
    }

    private static DoubleStream numbers(Hyperparameter<?> declaration) {
        Range range = declaration.range();
        double standard = ((Number) declaration.defaultValue()).doubleValue();
        double middle = range.low() + (range.high() - range.low()) / 2;
        return DoubleStream.of(range.low(), range.high(), middle, 0, 1, 2)
                .flatMap(value -> DoubleStream.of(value, standard + (value - standard) / 64))
                .filter(value -> Double.isFinite(value) && range.contains(value))
                .distinct();
    }

    /** Infinities and NaN are in no declared range worth having: neither JSON nor a float weight can hold them. */
    private static DoubleStream beyond(Range range) {
        DoubleStream never = DoubleStream.of(Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        DoubleStream outside = DoubleStream.of(range.low(), range.low() - 1, range.high(), range.high() + 1)
                .filter(value -> !range.contains(value));
        return DoubleStream.concat(never, outside);
    }
}
