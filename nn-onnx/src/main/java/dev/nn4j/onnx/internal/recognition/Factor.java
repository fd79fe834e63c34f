// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A factor of a {@link Term}. */
sealed interface Factor {
    /** All of it but the numbers. */
    String shape();

    /** Its numbers in the order of the shape. */
    List<Double> numbers();

    /** How many numbers, arguments and operators it is made of. */
    default int size() {
        return 1;
    }

    /** The terms that it is made of. */
    default List<Term> parts() {
        return List.of();
    }

    /** One over it. */
    default Factor inverse() {
        return new Inverse(this);
    }

    /** The function's argument. */
    enum Argument implements Factor {
        /** The only one. */
        Z;

        @Override
        public String shape() {
            return "z";
        }

        @Override
        public List<Double> numbers() {
            return List.of();
        }
    }

    /**
     * A sum of at least two terms, the first with the coefficient 1.
     *
     * @param terms sorted
     */
    record Sum(List<Term> terms) implements Factor {
        @Override
        public String shape() {
            return terms.stream().map(Term::shape).collect(Collectors.joining("+", "(", ")"));
        }

        @Override
        public List<Double> numbers() {
            return terms.stream().flatMap(term -> term.numbers().stream()).toList();
        }

        @Override
        public List<Term> parts() {
            return terms;
        }

        @Override
        public int size() {
            return terms.stream().mapToInt(Term::size).sum();
        }
    }

    /** One over a factor. */
    record Inverse(Factor of) implements Factor {
        @Override
        public String shape() {
            return "1/" + of.shape();
        }

        @Override
        public List<Double> numbers() {
            return of.numbers();
        }

        @Override
        public List<Term> parts() {
            return List.of(Term.of(of));
        }

        @Override
        public int size() {
            return 1 + of.size();
        }

        @Override
        public Factor inverse() {
            return of;
        }
    }

    /** Any other operator, applied. */
    record Call(String operator, Map<String, Object> attributes, List<Term> arguments) implements Factor {
        @Override
        public String shape() {
            return operator
                    + attributes.entrySet().stream()
                            .map(entry ->
                                    entry.getKey() + "=" + (entry.getValue() instanceof Float ? "#" : entry.getValue()))
                            .toList()
                    + arguments.stream().map(Term::shape).toList();
        }

        @Override
        public List<Double> numbers() {
            List<Double> numbers = new ArrayList<>();
            attributes.values().forEach(value -> {
                if (value instanceof Float number) {
                    numbers.add((double) number);
                }
            });
            arguments.forEach(argument -> numbers.addAll(argument.numbers()));
            return numbers;
        }

        @Override
        public List<Term> parts() {
            return arguments;
        }

        @Override
        public int size() {
            return 1 + arguments.stream().mapToInt(Term::size).sum();
        }
    }
}
