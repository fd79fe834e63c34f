// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.schema;

import dev.nn4j.api.TargetKind;

/**
 * What a model learns. The loss decides it.
 *
 * @since 0.1.0
 */
public enum Task {
    /** One or several numbers. */
    REGRESSION("regression"),
    /** One of two labels, from one output: the probability of the positive one. */
    BINARY("binary"),
    /** One of several labels, an output each. */
    MULTICLASS("multi-class"),
    /** Several yes-or-no targets at once, an output each. */
    MULTILABEL("multi-label");

    private final String word;

    Task(String word) {
        this.word = word;
    }

    /** The task that a loss with these targets sets, given the number of target columns. */
    public static Task of(TargetKind targets, int columns) {
        return switch (targets) {
            case NUMBERS -> REGRESSION;
            case ONE_HOT -> MULTICLASS;
            case BINARY -> columns == 1 ? BINARY : MULTILABEL;
        };
    }

    /** As people say it: {@code multi-class}. */
    public String word() {
        return word;
    }

    /** Whether targets are labels in one column. */
    public boolean hasLabels() {
        return this == BINARY || this == MULTICLASS;
    }
}
