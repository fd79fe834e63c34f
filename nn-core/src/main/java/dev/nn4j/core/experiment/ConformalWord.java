// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.experiment;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.api.Loss;
import dev.nn4j.core.conformal.ConformalMethod;
import dev.nn4j.core.schema.Task;
import java.util.List;
import java.util.Optional;

/** How rows are scored that say how far answers may be from the truth, as an option says it. */
final class ConformalWord {
    static final String NONE = "none";
    private static final String AUTO = "auto";
    static final List<String> WORDS = List.of(NONE, AUTO, "absolute", "spread", "quantiles", "deviation", "lac", "aps");

    private ConformalWord() {}

    /**
     * The method for a task and loss; empty where none is asked for.
     *
     * @throws ConfigurationException if they have other answers
     */
    static Optional<ConformalMethod> method(String word, Task task, Loss loss) {
        if (word.equals(NONE)) {
            return Optional.empty();
        }
        boolean numbers = task == Task.REGRESSION;
        if (word.equals(AUTO)) {
            return Optional.of(numbers ? ConformalMethod.of(loss.distribution()) : ConformalMethod.LAC);
        }
        ConformalMethod method = ConformalMethod.parse(word);
        if (method.isForNumbers() != numbers) {
            throw refused(word + " is for " + (numbers ? "labels" : "numbers"), task, AUTO);
        }
        if (!method.isFor(loss.distribution())) {
            throw new ConfigurationException(
                    "training.conformal",
                    word + " scores what " + loss.name() + " does not predict; use \"" + AUTO + "\", or the loss "
                            + (method == ConformalMethod.QUANTILES ? "quantiles" : "gaussian"));
        }
        if (task == Task.MULTILABEL && method != ConformalMethod.LAC) {
            throw refused(word + " is for one label of several", task, AUTO);
        }
        return Optional.of(method);
    }

    private static ConfigurationException refused(String why, Task task, String remedy) {
        return new ConfigurationException(
                "training.conformal", why + ", and this is a " + task.word() + " task; use \"" + remedy + "\"");
    }
}
