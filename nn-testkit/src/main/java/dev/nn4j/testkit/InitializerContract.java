// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.testkit;

import dev.nn4j.api.Initializer;
import dev.nn4j.api.math.RandomStream;
import dev.nn4j.testkit.internal.TwoThreads;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * All that an {@link Initializer} must do.
 *
 * @since 0.1.0
 */
public final class InitializerContract implements Contract<Initializer> {
    /** A rule that draws nothing (constant, identity) has no more different values than this. */
    private static final int FEW = 3;

    /** The shapes a check runs through: fan-in and fan-out, square, wide and tall, down to a single weight. */
    private record Shape(int fanIn, int fanOut) {
        private static final List<Shape> ALL = List.of(
                new Shape(1, 1),
                new Shape(1, 7),
                new Shape(7, 1),
                new Shape(5, 3),
                new Shape(3, 5),
                new Shape(16, 16),
                new Shape(64, 33));

        int size() {
            return fanIn * fanOut;
        }

        @Override
        public String toString() {
            return fanIn + " × " + fanOut;
        }
    }

    private final long seed;

    /** The contract on random streams, different each time; a problem names the seed that shows it again. */
    public InitializerContract() {
        this(new SplittableRandom().nextLong());
    }

    /** The contract on the random streams of this seed. */
    public InitializerContract(long seed) {
        this.seed = seed;
    }

    @Override
    public List<Check<Initializer>> checks() {
        List<Check<Initializer>> checks = new ArrayList<>(new ComponentContract<>(Initializer::with).checks());
        checks.add(new Check<>("writes all of its slice with finite values", this::leavesGaps));
        checks.add(new Check<>("writes nothing outside its slice", this::writesOutside));
        checks.add(new Check<>("gives the same bits wherever the slice lies", this::feelsPlace));
        checks.add(new Check<>("gives the same bits for the same stream, whatever was asked before", this::remembers));
        checks.add(new Check<>("gives other weights for another stream", this::ignoresStream));
        checks.add(new Check<>("gives the same bits on two threads at once", this::sharesState));
        return List.copyOf(checks);
    }

    /** Written over what NaN stood in before, so that a gap shows as well as a NaN that was computed. */
    private Optional<String> leavesGaps(Initializer initializer) {
        return forEveryShape(shape -> {
            float[] w = fill(initializer, shape, 0, 0, Float.NaN);
            int gap = IntStream.range(0, w.length)
                    .filter(i -> !Float.isFinite(w[i]))
                    .findFirst()
                    .orElse(-1);
            return gap < 0 ? Optional.empty() : Optional.of("weight " + gap + " is missing or not finite: " + w[gap]);
        });
    }

    private Optional<String> writesOutside(Initializer initializer) {
        return forEveryShape(shape -> {
            int from = shape.size() + 3;
            float[] w = fill(initializer, shape, from, from, Float.NaN);
            for (int i = 0; i < w.length; i++) {
                boolean outside = i < from || i >= from + shape.size();
                if (outside && !Float.isNaN(w[i])) {
                    return Optional.of("writes w[" + i + "], which is outside its slice of w, which begins at " + from);
                }
            }
            return Optional.empty();
        });
    }

    private Optional<String> feelsPlace(Initializer initializer) {
        return forEveryShape(shape -> {
            float[] here = fill(initializer, shape, 0, 0, Float.NaN);
            float[] there = fill(initializer, shape, 11, 0, 1f);
            return Arrays.equals(here, 0, shape.size(), there, 11, 11 + shape.size())
                    ? Optional.empty()
                    : Optional.of("other weights at offset 11, or over other values, than at offset 0");
        });
    }

    private Optional<String> remembers(Initializer initializer) {
        return forEveryShape(shape -> {
            float[] first = draw(initializer, shape, 1);
            for (Shape other : Shape.ALL) {
                draw(initializer, other, 2);
                if (!Arrays.equals(first, draw(initializer, shape, 1))) {
                    return Optional.of("other weights from an equal stream after a matrix of " + other);
                }
            }
            return Optional.empty();
        });
    }

    private Optional<String> ignoresStream(Initializer initializer) {
        Shape shape = new Shape(16, 16);
        float[] one = draw(initializer, shape, 1);
        float[] other = draw(initializer, shape, 2);
        int different = (int)
                IntStream.range(0, one.length).mapToObj(i -> one[i]).distinct().count();
        return Arrays.equals(one, other) && different > FEW
                ? withSeed("draws " + different + " different weights, but the same from another stream")
                : Optional.empty();
    }

    private Optional<String> sharesState(Initializer initializer) {
        Shape shape = new Shape(31, 17);
        return TwoThreads.disagreement(
                        () -> draw(initializer, shape, 1), () -> draw(initializer, shape, 2), Arrays::equals)
                .flatMap(this::withSeed);
    }

    private Optional<String> forEveryShape(Function<Shape, Optional<String>> problem) {
        return Shape.ALL.stream()
                .flatMap(shape -> problem.apply(shape).stream().map(text -> shape + ": " + text))
                .findFirst()
                .flatMap(this::withSeed);
    }

    private Optional<String> withSeed(String problem) {
        return Optional.of(problem + " (seed " + seed + ")");
    }

    private float[] draw(Initializer initializer, Shape shape, int layer) {
        float[] w = new float[shape.size()];
        initializer.initialize(w, 0, shape.fanIn(), shape.fanOut(), stream(layer));
        return w;
    }

    /** A matrix from the stream of layer 1, between so many elements before and behind, all of which held this value. */
    private float[] fill(Initializer initializer, Shape shape, int before, int behind, float earlier) {
        float[] w = new float[before + shape.size() + behind];
        Arrays.fill(w, earlier);
        initializer.initialize(w, before, shape.fanIn(), shape.fanOut(), stream(1));
        return w;
    }

    private RandomStream stream(int layer) {
        return RandomStream.of(seed, RandomStream.Purpose.INITIALIZATION, layer, 0);
    }
}
