// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.config.internal.text;

import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import java.util.List;
import java.util.stream.Collectors;

/** What a model learns, in one line: {@code quality: 7 labels (3 … 9)}. */
public final class TargetText {
    private static final int MOST_LISTED = 4;
    /** Of a column, a category or a label, in columns of a terminal. */
    private static final int LONGEST_NAME = 60;

    private TargetText() {}

    /** The target of a schema, or its targets. */
    public static String of(Schema schema) {
        List<String> labels = schema.labels();
        String names = schema.targets().stream()
                        .limit(MOST_LISTED)
                        .map(TargetText::named)
                        .collect(Collectors.joining(", "))
                + (schema.targets().size() > MOST_LISTED
                        ? ", … (" + schema.targets().size() + ")"
                        : "");
        return names + ": "
                + switch (schema.task()) {
                    case REGRESSION ->
                        "numbers" + (schema.targetFormat().isPlain() ? "" : ", written like " + schema.targetFormat());
                    case MULTILABEL -> "yes or no";
                    case BINARY, MULTICLASS -> labels.size() + " labels (" + listed(labels) + ")" + positive(schema);
                };
    }

    private static String positive(Schema schema) {
        return schema.task() == Task.BINARY
                ? ", '" + named(schema.labels().get(schema.positiveClass())) + "' is the positive one"
                : "";
    }

    /** Labels in order: all of a few, else the first and the last. */
    public static String listed(List<String> labels) {
        return labels.size() <= MOST_LISTED
                ? labels.stream().map(TargetText::named).collect(Collectors.joining(", "))
                : named(labels.get(0)) + " … " + named(labels.get(labels.size() - 1));
    }

    /** A name or label in little room. */
    public static String named(String name) {
        return DisplayText.shortened(name, LONGEST_NAME);
    }
}
