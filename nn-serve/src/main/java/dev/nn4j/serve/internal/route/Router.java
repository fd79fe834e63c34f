// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.route;

import dev.nn4j.api.Printable;
import dev.nn4j.serve.internal.call.Call;
import dev.nn4j.serve.internal.call.Deadline;
import dev.nn4j.serve.internal.call.Refusal;
import dev.nn4j.serve.internal.call.Reply;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds what answers a path. */
final class Router {
    private final List<RoutePattern> routes;

    Router(List<RoutePattern> routes) {
        this.routes = List.copyOf(routes);
    }

    /**
     * A way to an answer.
     *
     * @param name what metrics call it: the pattern of its path
     * @param route what answers
     * @param variables of the path
     */
    record Found(String name, Route route, List<String> variables) {
        Reply answer(Call call, Deadline deadline) throws IOException {
            return route.answer(call, variables, deadline);
        }
    }

    /** Finds what answers; else it is a refusal that does. */
    Found find(Call call) {
        List<String> path = List.of(call.path().split("/", -1));
        String method = call.method().equals("HEAD") ? "GET" : call.method();
        for (RoutePattern route : routes) {
            Optional<List<String>> variables = route.method().equals(method) ? route.match(path) : Optional.empty();
            if (variables.isPresent()) {
                return new Found(route.text(), route.route(), variables.get());
            }
        }
        return new Found("other", (asked, none, deadline) -> refused(asked, path), List.of());
    }

    private Reply refused(Call call, List<String> path) {
        Set<String> methods = new TreeSet<>();
        routes.stream().filter(route -> route.match(path).isPresent()).forEach(route -> methods.add(route.method()));
        if (methods.isEmpty()) {
            throw Refusal.unknown(
                    "there is nothing at '" + Printable.of(call.path()) + "'; /openapi.json says what there is");
        }
        throw Refusal.of(
                405, call.path() + " takes " + String.join(", ", methods) + ", got " + Printable.of(call.method()));
    }
}
