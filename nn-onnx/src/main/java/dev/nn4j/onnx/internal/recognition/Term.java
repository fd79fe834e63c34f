// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.recognition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A product in normal form: a number times factors, which are sorted by shape, then by their numbers. Its shape is all of
 * it but the numbers. Nothing cancels but numbers: what is infinite less itself is none.
 */
final class Term {
    private static final Comparator<Term> ORDER =
            Comparator.comparing(Term::shape).thenComparing(Term::numbers, Term::compare);
    private static final Comparator<Factor> FACTOR_ORDER =
            Comparator.comparing(Factor::shape).thenComparing(Factor::numbers, Term::compare);

    /** Numbers as near as this are the same: files hold them as floats, and each rounds a product elsewhere. */
    private static final double NEAR = 1e-6;

    private final double coefficient;
    private final List<Factor> factors;
    private final String shape;
    private final List<Double> numbers;
    private final int size;

    private Term(double coefficient, List<Factor> factors) {
        this.coefficient = coefficient;
        this.factors = factors.stream().sorted(FACTOR_ORDER).toList();
        this.shape = this.factors.stream().map(Factor::shape).collect(Collectors.joining("*", "#", ""));
        List<Double> all = new ArrayList<>(List.of(coefficient));
        this.factors.forEach(factor -> all.addAll(factor.numbers()));
        this.numbers = List.copyOf(all);
        this.size = 1 + this.factors.stream().mapToInt(Factor::size).sum();
    }

    static Term number(double value) {
        return new Term(value, List.of());
    }

    static Term of(Factor factor) {
        return new Term(1, List.of(factor));
    }

    double coefficient() {
        return coefficient;
    }

    List<Factor> factors() {
        return factors;
    }

    Term times(Term other) {
        List<Factor> all = new ArrayList<>(factors);
        all.addAll(other.factors);
        return new Term(coefficient * other.coefficient, all);
    }

    Term times(double number) {
        return new Term(coefficient * number, factors);
    }

    Term inverse() {
        return new Term(1 / coefficient, factors.stream().map(Factor::inverse).toList());
    }

    /** The sum; its first term in order gets the coefficient 1, and the number goes in front. */
    Term plus(Term other) {
        List<Term> terms = new ArrayList<>();
        for (Term term : summands()) {
            add(terms, term);
        }
        for (Term term : other.summands()) {
            add(terms, term);
        }
        terms.removeIf(term -> term.coefficient == 0 && term.factors.isEmpty());
        if (terms.size() < 2) {
            return terms.isEmpty() ? number(0) : terms.get(0);
        }
        terms.sort(ORDER);
        double lead = terms.get(0).coefficient;
        return new Term(
                lead,
                List.of(new Factor.Sum(
                        terms.stream().map(term -> term.times(1 / lead)).toList())));
    }

    private List<Term> summands() {
        return factors.size() == 1 && factors.get(0) instanceof Factor.Sum sum
                ? sum.terms().stream().map(term -> term.times(coefficient)).toList()
                : List.of(this);
    }

    private static void add(List<Term> terms, Term term) {
        for (int i = 0; i < terms.size(); i++) {
            if (terms.get(i).hasFactorsOf(term)) {
                terms.set(i, new Term(terms.get(i).coefficient + term.coefficient, term.factors));
                return;
            }
        }
        terms.add(term);
    }

    /** Whether both are the same but for the number in front, which is the first. */
    private boolean hasFactorsOf(Term other) {
        return shape.equals(other.shape) && isNearFrom(1, other);
    }

    /** Whether this is a number, or the argument times a number and plus a number. */
    boolean isLinear() {
        return summands().stream()
                .allMatch(term -> term.factors.isEmpty() || term.factors.equals(List.of(Factor.Argument.Z)));
    }

    /** Whether both are the same function; one with a number that is not finite is like no other. */
    boolean isNear(Term other) {
        return shape.equals(other.shape) && isNearFrom(0, other);
    }

    private boolean isNearFrom(int first, Term other) {
        for (int i = first; i < numbers.size(); i++) {
            if (!isNear(numbers.get(i), other.numbers.get(i))) {
                return false;
            }
        }
        return true;
    }

    static boolean isNear(double one, double two) {
        return Double.isFinite(one)
                && Double.isFinite(two)
                && Math.abs(one - two) <= NEAR * Math.max(Math.abs(one), Math.abs(two));
    }

    String shape() {
        return shape;
    }

    /** In the order of the shape; two terms of one shape have as many. */
    List<Double> numbers() {
        return numbers;
    }

    /** How many numbers, arguments and operators it is made of. */
    int size() {
        return size;
    }

    static Comparator<Term> order() {
        return ORDER;
    }

    private static int compare(List<Double> one, List<Double> two) {
        for (int i = 0; i < one.size(); i++) {
            int order = Double.compare(one.get(i), two.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
