// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Operators that are taken as they are. */
final class Calls {
    private static final String CLIP = "Clip";
    private static final String MAX = "Max";
    private static final String MIN = "Min";
    private static final Set<String> OF_ANY_ORDER = Set.of(MAX, MIN);

    private Calls() {}

    /** The operators that may be written for one of these. */
    static Set<String> spellings(String operator) {
        return OF_ANY_ORDER.contains(operator) ? Set.of(operator, CLIP) : Set.of(operator);
    }

    static Optional<Term> of(Operation operation, Function<String, Optional<Term>> term) {
        if (operation.operator().equals(CLIP) && !operation.inputs().isEmpty()) {
            return clip(operation, term);
        }
        List<Term> arguments = new ArrayList<>();
        for (String input : operation.inputs()) {
            Optional<Term> argument = term.apply(input);
            if (argument.isEmpty()) {
                return argument;
            }
            arguments.add(argument.get());
        }
        return Optional.of(call(operation.operator(), operation.attributes(), arguments));
    }

    private static Term call(String operator, Map<String, Object> attributes, List<Term> arguments) {
        if (OF_ANY_ORDER.contains(operator)) {
            arguments.sort(Term.order());
        }
        return Term.of(new Factor.Call(operator, attributes, List.copyOf(arguments)));
    }

    /** With one bound it is a maximum or a minimum; a bound that no float is beyond is none. */
    private static Optional<Term> clip(Operation operation, Function<String, Optional<Term>> term) {
        Optional<Term> clipped = term.apply(operation.inputs().get(0));
        Optional<Term> least = bound(operation, 1, "min", -Float.MAX_VALUE, term);
        Optional<Term> most = bound(operation, 2, "max", Float.MAX_VALUE, term);
        if (clipped.isEmpty() || least.isEmpty() || most.isEmpty()) {
            return Optional.empty();
        }
        List<Term> bounds = new ArrayList<>(List.of(clipped.get()));
        boolean below = least.get().coefficient() > -Float.MAX_VALUE
                || !least.get().factors().isEmpty();
        boolean above = most.get().coefficient() < Float.MAX_VALUE
                || !most.get().factors().isEmpty();
        if (below) {
            bounds.add(least.get());
        }
        if (above) {
            bounds.add(most.get());
        }
        if (bounds.size() == 1) {
            return clipped;
        }
        return Optional.of(call(below && above ? CLIP : below ? MAX : MIN, Map.of(), bounds));
    }

    /** Before operator set 11 the bounds were attributes. */
    private static Optional<Term> bound(
            Operation operation, int input, String attribute, float none, Function<String, Optional<Term>> term) {
        if (operation.attributes().get(attribute) instanceof Float value) {
            return Optional.of(Term.number(value));
        }
        List<String> inputs = operation.inputs();
        boolean given = inputs.size() > input && !inputs.get(input).isEmpty();
        return given ? term.apply(inputs.get(input)) : Optional.of(Term.number(none));
    }
}
