// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.config.starter;

import dev.nn4j.core.schema.Task;

/**
 * What a starter configuration is for.
 *
 * @since 0.1.0
 */
public enum Template {
    /** Two labels. */
    BINARY("binary", Task.BINARY, "binary-cross-entropy", "sigmoid"),
    /** Several labels. */
    MULTICLASS("multiclass", Task.MULTICLASS, "categorical-cross-entropy", "softmax"),
    /** A number. */
    REGRESSION("regression", Task.REGRESSION, "mean-squared-error", "identity");

    private final String word;
    private final Task task;
    private final String loss;
    private final String outputActivation;

    Template(String word, Task task, String loss, String outputActivation) {
        this.word = word;
        this.task = task;
        this.loss = loss;
        this.outputActivation = outputActivation;
    }

    /** As the command line says it. */
    public String word() {
        return word;
    }

    /** What is learnt. */
    public Task task() {
        return task;
    }

    String loss() {
        return loss;
    }

    String outputActivation() {
        return outputActivation;
    }
}
