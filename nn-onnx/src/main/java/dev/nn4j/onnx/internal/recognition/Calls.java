// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Operators that are taken as they are. */
final class Calls {
    private static final String CLIP = "Clip";
    private static final List<String> BOUNDS = List.of("min", "max");

    private Calls() {}

    static Optional<Term> of(Operation operation, Function<String, Optional<Term>> term) {
        List<Term> arguments = new ArrayList<>();
        for (String input : operation.inputs()) {
            Optional<Term> argument = term.apply(input);
            if (argument.isEmpty()) {
                return argument;
            }
            arguments.add(argument.get());
        }
        Map<String, Object> attributes = new TreeMap<>(operation.attributes());
        if (operation.operator().equals(CLIP)) {
            boundsToArguments(attributes, arguments);
        }
        return Optional.of(Term.of(new Factor.Call(operation.operator(), attributes, List.copyOf(arguments))));
    }

    /** Before operator set 11 the bounds were attributes. */
    private static void boundsToArguments(Map<String, Object> attributes, List<Term> arguments) {
        for (String bound : BOUNDS) {
            if (attributes.remove(bound) instanceof Float value) {
                arguments.add(Term.number(value));
            }
        }
    }
}
