// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A method and a path, some of whose parts are variable.
 *
 * @param method in capitals
 * @param text as in {@code /models/{name}/predict}
 * @param parts of the text
 * @param route what answers
 */
record RoutePattern(String method, String text, List<String> parts, Route route) {
    static RoutePattern of(String method, String text, Route route) {
        return new RoutePattern(method, text, List.of(text.split("/", -1)), route);
    }

    /** What stands for the variables; nothing if it is another path. */
    Optional<List<String>> match(List<String> path) {
        if (path.size() != parts.size()) {
            return Optional.empty();
        }
        List<String> variables = new ArrayList<>(2);
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).startsWith("{")) {
                variables.add(path.get(i));
            } else if (!parts.get(i).equals(path.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(variables);
    }
}
