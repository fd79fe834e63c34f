// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.recognition;

import dev.nn4j.api.Activation;
import dev.nn4j.core.registry.ComponentKind;
import dev.nn4j.core.registry.ComponentRegistry;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the activation behind a value of a graph. */
public final class ActivationRecognition {
    /** No activation's form has more values between its result and its argument. */
    private static final int MOST_VALUES = 32;

    private static final long EFFORT = 1L << 19;
    /** An activation of nine operators takes less than that for each. */
    private static final long EFFORT_FOR_EACH_NODE = 64;

    private static final Set<String> ARITHMETIC =
            Set.of("Identity", "Neg", "Reciprocal", "Mul", "Div", "Add", "Sub", "Pow");

    private final List<KnownActivation> known;
    private final Set<String> operators = new HashSet<>(ARITHMETIC);
    private final Map<String, List<String>> computed = new HashMap<>();
    private final Effort effort;

    /**
     * Knows the activations of a registry that say how ONNX writes them.
     *
     * @param nodes how many the graph has, which is the only one that is looked at
     */
    public ActivationRecognition(ComponentRegistry registry, int nodes) {
        this.effort = new Effort(EFFORT + EFFORT_FOR_EACH_NODE * nodes);
        this.known = registry.registrations().stream()
                .filter(registration -> registration.kind() == ComponentKind.ACTIVATION)
                .map(registration ->
                        new KnownActivation(ComponentKind.ACTIVATION.service().cast(registration.component())))
                .toList();
        known.forEach(activation -> operators.addAll(activation.operators()));
    }

    /**
     * What was found.
     *
     * @param activation with its hyperparameters
     * @param argument the value that it is applied to
     */
    public record Found(Activation activation, String argument) {}

    /** The activation that gives a value, and what it is applied to. */
    public Optional<Found> find(Operations graph, String value) {
        for (String argument : arguments(graph, value)) {
            if (!effort.isLeft()) {
                break;
            }
            Optional<Term> term = Expression.of(graph, value, argument, operators::contains, effort)
                    .filter(found -> !found.isLinear());
            Optional<Activation> activation = term.flatMap(this::activation);
            if (activation.isPresent()) {
                return Optional.of(new Found(activation.get(), argument));
            }
        }
        return Optional.empty();
    }

    private Optional<Activation> activation(Term term) {
        return known.stream()
                .map(candidate -> candidate.as(term, effort))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The values of which this may be an activation, the nearest first. */
    private Set<String> arguments(Operations graph, String value) {
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>();
        bent(graph, value).ifPresent(open::add);
        while (!open.isEmpty() && seen.size() < MOST_VALUES) {
            for (String input : computed(graph, open.remove())) {
                if (seen.add(input)) {
                    open.add(input);
                }
            }
        }
        return seen;
    }

    /** A straight line is no activation: the search begins with the last value that is none of what is before it. */
    private Optional<String> bent(Operations graph, String value) {
        String bent = value;
        for (int i = 0; i < MOST_VALUES; i++) {
            if (!isStraight(graph, bent)) {
                return Optional.of(bent);
            }
            bent = computed(graph, bent).get(0);
        }
        return Optional.empty();
    }

    private boolean isStraight(Operations graph, String value) {
        return computed(graph, value).size() == 1
                && graph.producer(value)
                        .filter(ActivationRecognition::isStraight)
                        .isPresent();
    }

    private static boolean isStraight(Operation operation) {
        return switch (operation.operator()) {
            case "Identity", "Neg", "Add", "Sub", "Mul" -> true;
            default -> false;
        };
    }

    /** What an operator that forms have takes, but for numbers, each as often as it is there. */
    private List<String> computed(Operations graph, String value) {
        List<String> known = computed.get(value);
        if (known == null) {
            known = graph.producer(value).stream()
                    .filter(operation -> operators.contains(operation.operator()))
                    .flatMap(operation -> operation.inputs().stream())
                    .filter(input -> !input.isEmpty() && graph.number(input).isEmpty())
                    .toList();
            computed.put(value, known);
        }
        return known;
    }
}
