// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.export.internal.source;

import dev.nn4j.api.Activation;
import dev.nn4j.api.ComponentException;
import dev.nn4j.api.ComponentException.Reason;
import dev.nn4j.api.math.ShortestDecimal;
import dev.nn4j.core.network.LayerSpec;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The functions that a class needs: a method for each activation, kind of layer and kind of column, and under them nn4j's
 * own classes of mathematics and of reading cells, whose very source is copied so that the bits cannot differ.
 */
final class Functions {
    /** Each may use those after it. */
    private static final List<String> CLASSES = List.of(
            "RowSums",
            "Logarithms",
            "Exponentials",
            "Sigmoids",
            "Turns",
            "Fma",
            "MissingCell",
            "BooleanCell",
            "DecimalCell",
            "WrittenNumber",
            "MinusSign",
            "DatePattern",
            "PatternLetters",
            "DateCell",
            "PlainDate",
            "Moment",
            "ClockTime",
            "MonthName",
            "DateOrder",
            "DatePart",
            "ShownCell");

    private static final String HEAD_OF_CLASS = "(?s)^.*?(?=/\\*\\*)";
    private static final String CLASS = "(?m)^(public )?final class ";
    private static final String ENUM = "(?m)^public enum ";

    private final Map<String, SourcePart> methods = new LinkedHashMap<>();

    /**
     * The statement that applies an activation to a row {@code a} in place; empty if it passes its input on.
     *
     * @throws ComponentException if it is not one of nn4j's own
     */
    String call(Activation activation) {
        SourcePart method = SourcePart.find("activation/" + activation.name() + ".txt")
                .orElseThrow(() -> new ComponentException(
                        Reason.UNSUPPORTED,
                        activation.name(),
                        "activation '" + activation.name() + "' cannot be written as Java source, which nn4j's own can"
                                + " alone; use the model itself or export it to ONNX"));
        if (method.text().isEmpty()) {
            return "";
        }
        methods.put(activation.name(), method);
        String parameters = activation.hyperparameters().texts().values().stream()
                .map(value -> ", " + value)
                .collect(Collectors.joining());
        return JavaText.methodName(activation.name()) + "(a" + parameters + ");";
    }

    /** The statement that takes a row {@code a} in place through a layer of such a kind. */
    String call(LayerSpec layer, Object... arguments) {
        return call(layer.kind(), arguments);
    }

    /** The same for a layer whose source has another name than its kind. */
    String call(String layer, Object... arguments) {
        methods.put(layer, SourcePart.named("layer/" + layer + ".txt"));
        String parameters = Arrays.stream(arguments)
                .map(argument -> ", " + literal(argument))
                .collect(Collectors.joining());
        return JavaText.methodName(layer) + "(a" + parameters + ");";
    }

    private static String literal(Object argument) {
        return argument instanceof Double number ? ShortestDecimal.text(number) : argument.toString();
    }

    /** Takes in the methods of a piece of source that something else calls. */
    void use(String piece, Map<String, ?> gaps) {
        methods.put(piece, SourcePart.named(piece + ".txt").with(gaps));
    }

    /**
     * Methods and classes for all calls so far.
     *
     * @param callers what else of the file may use nn4j's classes
     */
    String source(String callers) {
        StringBuilder source = new StringBuilder();
        methods.values().forEach(method -> source.append(method.indented()).append('\n'));
        for (String name : CLASSES) {
            if (isUsed(name, source.toString()) || isUsed(name, callers)) {
                source.append(nested(name).indented()).append('\n');
            }
        }
        return source.toString().stripTrailing() + "\n";
    }

    private static boolean isUsed(String name, String source) {
        return source.contains(name + ".") || source.contains("new " + name + "(");
    }

    private static SourcePart nested(String name) {
        String source = SourcePart.named("function/" + name + ".java").text();
        return new SourcePart(Imports.of(source)
                + source.replaceFirst(HEAD_OF_CLASS, "")
                        .replaceFirst(CLASS, "private static final class ")
                        .replaceFirst(ENUM, "private enum "));
    }
}
