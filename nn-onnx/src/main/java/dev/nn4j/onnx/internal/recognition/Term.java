// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.recognition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A product in normal form: a number times factors, which are sorted. Its shape is all of it but the numbers.
 *
 * @param coefficient the number
 * @param factors sorted by shape, then by their numbers
 */
record Term(double coefficient, List<Factor> factors) {
    private static final Comparator<Term> ORDER =
            Comparator.comparing(Term::shape).thenComparing(Term::numbers, Term::compare);
    private static final Comparator<Factor> FACTOR_ORDER =
            Comparator.comparing(Factor::shape).thenComparing(Factor::numbers, Term::compare);

    /** Numbers as near as this are the same: files hold them as floats, and each rounds a product elsewhere. */
    private static final double NEAR = 1e-6;

    Term {
        factors = coefficient == 0
                ? List.of()
                : factors.stream().sorted(FACTOR_ORDER).toList();
    }

    static Term number(double value) {
        return new Term(value, List.of());
    }

    static Term of(Factor factor) {
        return new Term(1, List.of(factor));
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
        terms.removeIf(term -> term.coefficient == 0);
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
            if (Term.of(terms.get(i)).isNear(Term.of(term))) {
                terms.set(i, new Term(terms.get(i).coefficient + term.coefficient, term.factors));
                return;
            }
        }
        terms.add(term);
    }

    private static Term of(Term term) {
        return new Term(1, term.factors);
    }

    /** Whether this is a number, or the argument times a number and plus a number. */
    boolean isLinear() {
        return summands().stream()
                .allMatch(term -> term.factors.isEmpty() || term.factors.equals(List.of(Factor.Argument.Z)));
    }

    boolean isNear(Term other) {
        if (!shape().equals(other.shape())) {
            return false;
        }
        List<Double> mine = numbers();
        List<Double> theirs = other.numbers();
        return IntStream.range(0, mine.size()).allMatch(i -> isNear(mine.get(i), theirs.get(i)));
    }

    static boolean isNear(double one, double two) {
        return Math.abs(one - two) <= NEAR * Math.max(Math.abs(one), Math.abs(two));
    }

    String shape() {
        return factors.stream().map(Factor::shape).collect(Collectors.joining("*", "#", ""));
    }

    /** In the order of the shape; two terms of one shape have as many. */
    List<Double> numbers() {
        List<Double> numbers = new ArrayList<>(List.of(coefficient));
        factors.forEach(factor -> numbers.addAll(factor.numbers()));
        return numbers;
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
