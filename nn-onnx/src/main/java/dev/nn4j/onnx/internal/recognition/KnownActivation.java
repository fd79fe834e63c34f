// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.recognition;

import dev.nn4j.api.Activation;
import dev.nn4j.api.OnnxForm;
import dev.nn4j.core.registry.ComponentKind;
import dev.nn4j.onnx.internal.OperatorSet;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** An activation that says how ONNX writes it, and the forms it has in all operator sets. */
final class KnownActivation {
    private static final MathContext FLOAT_DIGITS = new MathContext(7);
    private static final int MOST_TRIALS = 1000;
    /** What a trial costs: forms in ten operator sets. */
    private static final int TRIAL = 200;

    private final Activation activation;
    private final List<Term> forms;

    KnownActivation(Activation activation) {
        this.activation = activation;
        this.forms = forms(activation);
    }

    /** Forms that are a straight line are left to the layers, which compute those themselves. */
    private static List<Term> forms(Activation activation) {
        List<Term> distinct = new ArrayList<>();
        activation.onnx().stream()
                .flatMap(form -> Stream.concat(Stream.of(form), form.alsoReadAs().stream()))
                .flatMap(KnownActivation::forms)
                .filter(term -> !term.isLinear() && distinct.stream().noneMatch(term::isNear))
                .forEach(distinct::add);
        return distinct;
    }

    private static Stream<Term> forms(OnnxForm form) {
        return IntStream.rangeClosed(OperatorSet.OLDEST, OperatorSet.NEWEST)
                .mapToObj(opset -> RecordedForm.of(form, opset))
                .flatMap(Optional::stream);
    }

    /** The operators in its forms. */
    Set<String> operators() {
        Set<String> operators = new HashSet<>();
        forms.forEach(form -> operatorsOf(form, operators));
        return operators;
    }

    private static void operatorsOf(Term term, Set<String> into) {
        term.factors().forEach(factor -> operatorsOf(factor, into));
    }

    private static void operatorsOf(Factor factor, Set<String> into) {
        if (factor instanceof Factor.Call call) {
            into.addAll(Calls.spellings(call.operator()));
        }
        factor.parts().forEach(part -> operatorsOf(part, into));
    }

    /** This activation with the hyperparameters that make it the function found, if any do. */
    Optional<Activation> as(Term found, Effort effort) {
        if (forms.stream().anyMatch(found::isNear)) {
            return Optional.of(activation);
        }
        List<String> open = activation.hyperparameters().values().entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Double)
                .map(Map.Entry::getKey)
                .toList();
        if (open.isEmpty() || forms.stream().noneMatch(form -> form.shape().equals(found.shape()))) {
            return Optional.empty();
        }
        List<Double> candidates = found.numbers().stream()
                .filter(Double::isFinite)
                .distinct()
                .map(KnownActivation::decimal)
                .toList();
        return tried(open, candidates, found, effort);
    }

    /** A number of a form is one of its hyperparameters or a constant, so trying the file's numbers finds them. */
    private Optional<Activation> tried(List<String> open, List<Double> candidates, Term found, Effort effort) {
        int trials = (int) Math.min(MOST_TRIALS, StrictMath.pow(candidates.size(), open.size()));
        for (int trial = 0; trial < trials && effort.spend(TRIAL); trial++) {
            Map<String, Object> values = new HashMap<>();
            int digits = trial;
            for (String name : open) {
                values.put(name, candidates.get(digits % candidates.size()));
                digits /= candidates.size();
            }
            Optional<Activation> other =
                    with(values).filter(made -> forms(made).stream().anyMatch(found::isNear));
            if (other.isPresent()) {
                return other;
            }
        }
        return Optional.empty();
    }

    private Optional<Activation> with(Map<String, Object> values) {
        try {
            return Optional.of(ComponentKind.ACTIVATION.configure(activation, values));
        } catch (IllegalArgumentException outOfRange) {
            return Optional.empty();
        }
    }

    /** 0.01 for the float that is nearest to it. */
    private static double decimal(double number) {
        double rounded = new BigDecimal(number).round(FLOAT_DIGITS).doubleValue();
        return (float) rounded == (float) number ? rounded : number;
    }
}
