// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.recognition;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/** Brings what a graph computes of one of its values into normal form. */
final class Expression {
    /** No activation takes more; a crafted graph could double with every node. */
    private static final int MOST_NODES = 256;

    /** Nor is any made of more. */
    private static final int MOST_SIZE = 96;

    private static final double MOST_MULTIPLIED_OUT = 4;

    private final Operations graph;
    private final String argument;
    private final Predicate<String> operators;
    private final Effort effort;
    private int nodesLeft = MOST_NODES;

    private Expression(Operations graph, String argument, Predicate<String> operators, Effort effort) {
        this.graph = graph;
        this.argument = argument;
        this.operators = operators;
        this.effort = effort;
    }

    /**
     * A value as a function of the argument; empty if it depends on anything else, or is too large.
     *
     * @param operators which may be in it
     */
    static Optional<Term> of(
            Operations graph, String value, String argument, Predicate<String> operators, Effort effort) {
        return new Expression(graph, argument, operators, effort).term(value);
    }

    private Optional<Term> term(String value) {
        if (value.equals(argument)) {
            return Optional.of(Term.of(Factor.Argument.Z));
        }
        OptionalDouble number = graph.number(value);
        if (number.isPresent()) {
            return Optional.of(Term.number(number.getAsDouble()));
        }
        Optional<Term> term = --nodesLeft < 0
                ? Optional.empty()
                : graph.producer(value)
                        .filter(operation -> operators.test(operation.operator()))
                        .flatMap(this::term);
        return term.filter(found -> effort.spend(found.size()) && found.size() <= MOST_SIZE);
    }

    private Optional<Term> term(Operation operation) {
        int inputs = operation.inputs().size();
        return switch (operation.operator()) {
            case "Identity" -> inputs == 1 ? term(operation.inputs().get(0)) : Optional.empty();
            case "Neg" -> inputs == 1 ? first(operation).map(x -> x.times(-1)) : Optional.empty();
            case "Reciprocal" -> inputs == 1 ? first(operation).map(Term::inverse) : Optional.empty();
            case "Mul", "Div", "Add", "Sub", "Pow" -> inputs == 2 ? arithmetic(operation) : Optional.empty();
            default -> Calls.of(operation, this::term);
        };
    }

    private Optional<Term> first(Operation operation) {
        return term(operation.inputs().get(0));
    }

    private Optional<Term> arithmetic(Operation operation) {
        Optional<Term> left = first(operation);
        if (left.isEmpty()) {
            return left;
        }
        Optional<Term> right = term(operation.inputs().get(1));
        return right.flatMap(y -> arithmetic(operation, left.get(), y));
    }

    private Optional<Term> arithmetic(Operation operation, Term x, Term y) {
        return switch (operation.operator()) {
            case "Mul" -> Optional.of(x.times(y));
            case "Div" -> Optional.of(x.times(y.inverse()));
            case "Add" -> Optional.of(x.plus(y));
            case "Sub" -> Optional.of(x.plus(y.times(-1)));
            default -> power(operation, x, y);
        };
    }

    /** Small whole powers are multiplied out: some write z³ so, others as a product. */
    private Optional<Term> power(Operation operation, Term x, Term exponent) {
        double times = exponent.coefficient();
        if (!exponent.factors().isEmpty() || times < 1 || times > MOST_MULTIPLIED_OUT || times != Math.rint(times)) {
            return Calls.of(operation, this::term);
        }
        Term power = x;
        for (int i = 1; i < times; i++) {
            power = power.times(x);
        }
        return Optional.of(power);
    }
}
