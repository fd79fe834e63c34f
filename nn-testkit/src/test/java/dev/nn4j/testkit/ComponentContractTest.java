// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.api.Component;
import dev.nn4j.api.Hyperparameter;
import dev.nn4j.api.Hyperparameters;
import dev.nn4j.api.Range;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The checks common to all services let a sound component pass and find each planted bug by the check meant for it. */
final class ComponentContractTest {
    private static final String NAME = "has a well-formed name";
    private static final String ALIASES = "has well-formed aliases, each once and none its name";
    private static final String LOADABLE = "can be made by a ServiceLoader";
    private static final String OWN = "takes back its own hyperparameters";
    private static final String ALLOWED = "takes every allowed hyperparameter and stays unchanged itself";
    private static final String REFUSED = "refuses hyperparameters that are not allowed";

    private static final Hyperparameter<Double> SCALE =
            Hyperparameter.number("scale", 1, Range.greaterThan(0), "a factor");
    private static final Hyperparameter<Long> ORDER = Hyperparameter.integer("order", 2, Range.closed(1, 8), "a power");
    private static final Hyperparameter<Boolean> EXACT = Hyperparameter.flag("exact", true, "whether exact");
    private static final Hyperparameter<String> MODE =
            Hyperparameter.choice("mode", "mean", List.of("mean", "sum"), "a reduction");

    static Stream<Part> soundParts() {
        return Stream.of(new Part(), new Plain(), new Ordered(-1, 1));
    }

    @ParameterizedTest
    @MethodSource("soundParts")
    void passesSoundParts(Part part) {
        assertThat(failed(part)).isEmpty();
    }

    static Stream<Arguments> mutants() {
        return Stream.of(
                Arguments.of(NAME, new Named("Relu")),
                Arguments.of(NAME, new Named("leaky_relu")),
                Arguments.of(NAME, new Named("")),
                Arguments.of(NAME, new Named("acme:")),
                Arguments.of(NAME, new Named("a:b:c")),
                Arguments.of(NAME, new Nameless()),
                Arguments.of(ALIASES, new Aliased("test:part")),
                Arguments.of(ALIASES, new Aliased("Swish")),
                Arguments.of(ALIASES, new Aliased("twice", "twice")),
                Arguments.of(LOADABLE, new Named("test:needs-an-argument")),
                Arguments.of(LOADABLE, new Hidden()),
                Arguments.of(OWN, new Part() {
                    @Override
                    Part with(Hyperparameters values) {
                        return new Plain();
                    }
                }),
                Arguments.of(OWN, new Renames()),
                Arguments.of(ALLOWED, new IgnoresValues()),
                Arguments.of(ALLOWED, new NarrowerThanDeclared(1)),
                Arguments.of(ALLOWED, new ChangesItself()),
                Arguments.of(REFUSED, new TakesInfinity()));
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void finds(String check, Part mutant) {
        assertThat(failed(mutant)).contains(check);
    }

    @ParameterizedTest
    @ValueSource(strings = {"relu", "leaky-relu", "l2", "acme:swish", "acme.labs:swish", "my-company:swish-2"})
    void acceptsNames(String name) {
        assertThat(ComponentContract.malformed(name)).isEmpty();
    }

    @Test
    void verifyThrowsNothingWhenTheNameThrows() {
        Part part = new Part() {
            @Override
            public String name() {
                throw new IllegalStateException("no name");
            }
        };
        assertThat(failed(part)).contains(NAME);
    }

    private static List<String> failed(Part part) {
        return new ComponentContract<>(Part::with)
                .verify(part).stream()
                        .filter(verdict -> !verdict.passed())
                        .map(Verdict::check)
                        .toList();
    }

    /** A sound component with a hyperparameter of each kind. */
    public static class Part implements Component {
        private final Hyperparameters values;

        /** With the default values. */
        public Part() {
            this(Hyperparameters.of(SCALE, 1.0).and(ORDER, 2L).and(EXACT, true).and(MODE, "mean"));
        }

        Part(Hyperparameters values) {
            this.values = values;
        }

        @Override
        public String name() {
            return "test:part";
        }

        @Override
        public Hyperparameters hyperparameters() {
            return values;
        }

        Part with(Hyperparameters values) {
            return new Part(values);
        }
    }

    /** A sound component without hyperparameters. */
    public static final class Plain extends Part {
        /** The only one. */
        public Plain() {
            super(Hyperparameters.none());
        }

        @Override
        Part with(Hyperparameters values) {
            return this;
        }
    }

    /** A sound component whose hyperparameters restrict each other. */
    public static final class Ordered extends Part {
        private static final Hyperparameter<Double> LOW = Hyperparameter.number("low", -1, Range.finite(), "an end");
        private static final Hyperparameter<Double> HIGH = Hyperparameter.number("high", 1, Range.finite(), "an end");

        /** With the default values. */
        public Ordered() {
            this(-1, 1);
        }

        Ordered(double low, double high) {
            super(Hyperparameters.of(LOW, low).and(HIGH, high));
            if (low > high) {
                throw new IllegalArgumentException("test:part: low must not exceed high");
            }
        }

        @Override
        Part with(Hyperparameters values) {
            return new Ordered(values.get(LOW), values.get(HIGH));
        }
    }

    private static class Named extends Part {
        private final String name;

        Named(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        Part with(Hyperparameters values) {
            return new Named(name);
        }
    }

    private static final class Nameless extends Part {
        @Override
        public String name() {
            return null;
        }
    }

    private static final class Aliased extends Part {
        private final List<String> aliases;

        Aliased(String... aliases) {
            this.aliases = List.of(aliases);
        }

        @Override
        public List<String> aliases() {
            return aliases;
        }
    }

    private static final class Hidden extends Part {
        @SuppressWarnings("EffectivelyPrivate") // the constructor is not at fault here
        public Hidden() {}
    }

    private static final class Renames extends Part {
        @Override
        Part with(Hyperparameters values) {
            return new Part(values) {
                @Override
                public String name() {
                    return "test:other";
                }
            };
        }
    }

    private static final class IgnoresValues extends Part {
        @Override
        Part with(Hyperparameters values) {
            return this;
        }
    }

    private static final class NarrowerThanDeclared extends Part {
        NarrowerThanDeclared(double scale) {
            super(Hyperparameters.of(SCALE, scale));
            if (scale > 1.5) {
                throw new IllegalArgumentException("test:part: scale must be below 1.5");
            }
        }

        @Override
        Part with(Hyperparameters values) {
            return new NarrowerThanDeclared(values.get(SCALE));
        }
    }

    private static final class ChangesItself extends Part {
        private Hyperparameters own = super.hyperparameters();

        @Override
        public Hyperparameters hyperparameters() {
            return own;
        }

        @Override
        Part with(Hyperparameters values) {
            own = values;
            return this;
        }
    }

    private static final class TakesInfinity extends Part {
        private static final Hyperparameter<Double> LIMIT = Hyperparameter.number(
                "limit", 1, new Range(0, true, Double.POSITIVE_INFINITY, true), "no limit when infinite");

        TakesInfinity() {
            super(Hyperparameters.of(LIMIT, 1.0));
        }
    }
}
