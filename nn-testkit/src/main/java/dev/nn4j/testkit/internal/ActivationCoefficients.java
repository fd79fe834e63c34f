// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.testkit.internal;

import dev.nn4j.api.Activation;
import dev.nn4j.api.TrainedActivation;
import dev.nn4j.api.TrainedActivation.Coefficient;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/** What the coefficients of a {@link TrainedActivation} must be; other activations have none. */
public final class ActivationCoefficients {
    private static final Pattern NAME = Pattern.compile("[a-z][a-zA-Z0-9]*");
    private static final double ROUNDING = 0x1p-21;
    private static final double STEP = 0.25;
    private static final int ROWS = 12;
    private static final int WIDTH = 4;

    /** What must hold of any activation, and so wherever the coefficients are. */
    private static final List<BiFunction<Activation, SplittableRandom, Optional<String>>> ANYWHERE = List.of(
            ActivationGradient::problem,
            ActivationValues::leavesRange,
            ActivationValues::breaksClamp,
            ActivationSlices::problem,
            ActivationRepeats::feelsSplit,
            ActivationRepeats::remembers,
            ActivationRepeats::sharesState);

    private ActivationCoefficients() {}

    public static Optional<String> misnamed(Activation activation) {
        return activation.trained().flatMap(trained -> misnamed(trained.coefficients()));
    }

    private static Optional<String> misnamed(List<Coefficient> coefficients) {
        int most = TrainedActivation.MOST_COEFFICIENTS;
        if (coefficients.isEmpty() || coefficients.size() > most) {
            return Optional.of("trains " + coefficients.size() + " coefficients of each unit; must be 1 to " + most);
        }
        Set<String> seen = new HashSet<>();
        for (Coefficient one : coefficients) {
            if (!NAME.matcher(one.name()).matches() || !seen.add(one.name())) {
                return Optional.of("'" + one.name() + "' is given twice or not of the form " + NAME);
            }
        }
        return Optional.empty();
    }

    /** What goes wrong where training has moved the coefficients. */
    public static Optional<String> breaksElsewhere(Activation activation, SplittableRandom random) {
        return activation.trained().flatMap(trained -> breaksElsewhere(trained, random));
    }

    private static Optional<String> breaksElsewhere(TrainedActivation trained, SplittableRandom random) {
        MovedCoefficients moved = new MovedCoefficients(trained, random.nextLong());
        try {
            for (BiFunction<Activation, SplittableRandom, Optional<String>> check : ANYWHERE) {
                Optional<String> problem = check.apply(moved, random);
                if (problem.isPresent()) {
                    return problem;
                }
            }
            return ActivationValues.losesNan(moved)
                    .or(() -> ActivationValues.breaksOnSpecials(moved))
                    .or(() -> ActivationValues.makesNan(moved))
                    .or(() -> ActivationOnnx.problem(moved, random));
        } catch (IllegalStateException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** Where a derivative by a coefficient is wrong, or its slice is not kept. */
    public static Optional<String> wrongDerivative(Activation activation, SplittableRandom random) {
        return activation.trained().flatMap(trained -> wrongDerivative(trained, random));
    }

    private static Optional<String> wrongDerivative(TrainedActivation trained, SplittableRandom random) {
        MovedCoefficients moved = new MovedCoefficients(trained, random.nextLong());
        ActivationBatch batch = ActivationBatch.random(random, ROWS, WIDTH);
        float[] z = batch.z();
        float[] a = batch.run(moved).a();
        for (int k = 0; k < trained.coefficients().size(); k++) {
            float[] d = new float[z.length];
            try {
                moved.derivative(k, z.clone(), a.clone(), d, 0, z.length, WIDTH);
            } catch (IllegalStateException e) {
                return Optional.of(String.valueOf(e.getMessage()));
            }
            Optional<String> problem = outsideSlice(moved, k, z, a, d).or(new Differences(moved, k, z, a, d)::problem);
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> outsideSlice(MovedCoefficients moved, int k, float[] z, float[] a, float[] whole) {
        int from = WIDTH;
        int to = z.length - WIDTH;
        float[] framed = new float[z.length];
        Arrays.fill(framed, Float.NaN);
        moved.derivative(k, z.clone(), a.clone(), framed, from, to, WIDTH);
        for (int i = 0; i < z.length; i++) {
            boolean inside = i >= from && i < to;
            if (Float.compare(framed[i], inside ? whole[i] : Float.NaN) != 0) {
                return Optional.of(
                        "derivative writes d[" + i + "] = " + framed[i] + " when asked for [" + from + ", " + to + ")");
            }
        }
        return Optional.empty();
    }

    /** Derivatives by one coefficient beside differences of values. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Differences(MovedCoefficients moved, int k, float[] z, float[] a, float[] d) {
        Optional<String> problem() {
            for (int i = 0; i < z.length; i++) {
                int index = i;
                FiniteDifference.Estimate expected = FiniteDifference.atZero(
                        step -> at(index, step)[index] - (double) a[index], ROUNDING * Math.max(1, Math.abs(a[i])));
                if (!expected.agreesWith(d[i])) {
                    return Optional.of(String.format(
                            Locale.ROOT,
                            "at z = %s the derivative by '%s' is %s, but finite differences give %.6g ± %.2g",
                            z[i],
                            name(),
                            d[i],
                            expected.value(),
                            expected.error()));
                }
                Optional<String> other = movesOther(i);
                if (other.isPresent()) {
                    return other;
                }
            }
            return Optional.empty();
        }

        private Optional<String> movesOther(int i) {
            float[] elsewhere = at(i, STEP);
            for (int other = 0; other < z.length; other++) {
                if (other % WIDTH != i % WIDTH && Float.compare(elsewhere[other], a[other]) != 0) {
                    return Optional.of("the coefficient '" + name() + "' of unit " + i % WIDTH + " moves unit "
                            + other % WIDTH + " too");
                }
            }
            return Optional.empty();
        }

        private String name() {
            return moved.inner().coefficients().get(k).name();
        }

        /** The activations where the coefficient of a value's unit is moved by a step. */
        private float[] at(int i, double step) {
            float[] p = moved.of(WIDTH);
            p[k * WIDTH + i % WIDTH] += (float) step;
            float[] moving = new float[z.length];
            moved.inner().forward(z.clone(), p, moving, 0, z.length, WIDTH);
            return moving;
        }
    }
}
