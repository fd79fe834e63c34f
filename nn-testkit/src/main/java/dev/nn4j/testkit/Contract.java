// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.testkit;

import dev.nn4j.api.Component;
import java.util.List;

/**
 * All that a component of one service must do.
 *
 * @param <C> the service
 * @since 0.1.0
 */
public interface Contract<C extends Component> {
    /** The properties, in the order in which a reader understands them. */
    List<Check<C>> checks();

    /** Runs every check on the component; never throws, whatever the component does. */
    default List<Verdict> verify(C component) {
        String name = nameOf(component);
        return checks().stream().map(check -> check.verify(component, name)).toList();
    }

    private static String nameOf(Component component) {
        try {
            return String.valueOf(component.name());
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
            return component.getClass().getName();
        }
    }
}
