// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.testkit;

import dev.nn4j.api.Component;
import java.util.Optional;
import java.util.function.Function;

/**
 * One property that a component must have.
 *
 * @param <C> the service
 * @param name readable as a sentence about the component
 * @param problem looks for a violation: empty, or what was seen with the input that shows it
 * @since 0.1.0
 */
public record Check<C extends Component>(String name, Function<C, Optional<String>> problem) {
    /** Runs the check; an exception or error that the component throws is a violation as well. */
    public Verdict verify(C component, String componentName) {
        try {
            return new Verdict(componentName, name, problem.apply(component));
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
            return new Verdict(componentName, name, Optional.of("threw " + e));
        }
    }
}
