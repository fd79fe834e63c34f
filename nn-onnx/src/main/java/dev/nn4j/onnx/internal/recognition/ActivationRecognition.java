// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.recognition;

import dev.nn4j.api.Activation;
import dev.nn4j.core.registry.ComponentKind;
import dev.nn4j.core.registry.ComponentRegistry;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the activation behind a value of a graph. */
public final class ActivationRecognition {
    /** No activation's form has more values between its result and its argument. */
    private static final int MOST_VALUES = 32;

    private final List<KnownActivation> known;

    /** Knows the activations of a registry that say how ONNX writes them. */
    public ActivationRecognition(ComponentRegistry registry) {
        this.known = registry.registrations().stream()
                .filter(registration -> registration.kind() == ComponentKind.ACTIVATION)
                .map(registration ->
                        new KnownActivation(ComponentKind.ACTIVATION.service().cast(registration.component())))
                .toList();
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
        for (String argument : valuesBehind(graph, value)) {
            Optional<Term> term = Expression.of(graph, value, argument).filter(found -> !found.isLinear());
            if (term.isPresent()) {
                Optional<Activation> activation = activation(term.get());
                if (activation.isPresent()) {
                    return Optional.of(new Found(activation.get(), argument));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Activation> activation(Term term) {
        return known.stream()
                .map(candidate -> candidate.as(term))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The nearest first. */
    private static Set<String> valuesBehind(Operations graph, String value) {
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(value));
        while (!open.isEmpty() && seen.size() < MOST_VALUES) {
            graph.producer(open.remove())
                    .ifPresent(operation -> operation.inputs().stream()
                            .filter(input ->
                                    !input.isEmpty() && graph.number(input).isEmpty())
                            .filter(seen::add)
                            .forEach(open::add));
        }
        return seen;
    }
}
