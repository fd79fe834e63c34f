// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.export.internal.source;

import dev.nn4j.api.math.ShortestDecimal;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a class says of its outputs: constants, documentation and methods that turn them into labels. */
record AnswerSource(Schema schema) {
    String constants() {
        return switch (schema.task()) {
            case BINARY ->
                list("The labels.", "LABELS", schema.labels())
                        + "    /** The label whose probability {@link #predict} gives. */\n"
                        + "    public static final String POSITIVE = "
                        + JavaText.literal(schema.labels().get(schema.positiveClass())) + ";\n";
            case MULTICLASS -> list("The labels, in the order of the outputs.", "LABELS", schema.labels());
            case MULTILABEL, REGRESSION ->
                list("What the outputs are, in this order.", "TARGETS", new DetailSource(schema).names())
                        + offsets()
                        + thresholds();
        };
    }

    String outputs() {
        return switch (schema.task()) {
            case BINARY -> "one number: the probability of {@link #POSITIVE}";
            case MULTICLASS -> "the probability of each of {@link #LABELS}";
            case MULTILABEL -> "the probability of each of {@link #TARGETS}";
            case REGRESSION ->
                "{@link #TARGETS}, in their own units"
                        + (new DetailSource(schema).isNeeded()
                                ? ", of which the answers are each target's "
                                        + schema.distribution()
                                                .names()
                                                .get(schema.distribution().answer())
                                : "")
                        + (schema.targetOffsets().isEmpty() ? "" : ", less their {@link #OFFSETS}");
        };
    }

    private String offsets() {
        return schema.targetOffsets().isEmpty()
                ? ""
                : "    /** What is to be added to the outputs, in double, as {@link #predictNumbers} does. */\n"
                        + "    public static final List<Double> OFFSETS = List.of("
                        + new DetailSource(schema)
                                .offsets().stream().map(ShortestDecimal::text).collect(Collectors.joining(", "))
                        + ");\n";
    }

    /** Where several labels have thresholds of their own. */
    private String thresholds() {
        return hasThresholds()
                ? "    /** For each of {@link #TARGETS} the probability above which a row has it. */\n"
                        + "    public static final List<Float> THRESHOLDS = List.of("
                        + schema.decision().thresholds().stream()
                                .map(threshold -> ShortestDecimal.text(threshold) + "f")
                                .collect(Collectors.joining(", "))
                        + ");\n"
                : "";
    }

    private boolean hasThresholds() {
        return schema.task() == Task.MULTILABEL && !schema.decision().isUsual();
    }

    /**
     * What turns numbers of a row into answers.
     *
     * @param row what it says of a row
     * @param length what it says that has as many numbers
     */
    String numbers(String row, String length) {
        return schema.targetOffsets().isEmpty()
                ? ""
                : SourcePart.named("own-numbers.txt")
                                .with(Map.of("row", row, "length", length))
                                .indented() + "\n";
    }

    String methods() {
        return switch (schema.task()) {
            case BINARY -> method("binary.txt");
            case MULTICLASS -> method("multi-class.txt");
            case MULTILABEL -> method(hasThresholds() ? "multi-label-thresholds.txt" : "multi-label.txt");
            case REGRESSION -> "";
        };
    }

    /** The same for cells. */
    String methodsOfCells() {
        return switch (schema.task()) {
            case BINARY, MULTICLASS -> method("cells-label.txt");
            case MULTILABEL -> method("cells-labels.txt");
            case REGRESSION -> "";
        };
    }

    private String method(String name) {
        int positive = schema.positiveClass();
        return SourcePart.named(name)
                        .with(Map.of(
                                "positive",
                                positive,
                                "negative",
                                1 - positive,
                                "threshold",
                                ShortestDecimal.text(schema.decision().threshold(0))))
                        .indented()
                + "\n";
    }

    private static String list(String what, String name, List<String> values) {
        return "    /** " + what + " */\n    public static final List<String> " + name + " = List.of("
                + JavaText.literals(values) + ");\n";
    }
}
