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
import java.util.TreeSet;

/** Finds what answers a path. */
final class Router {
    private final List<RoutePattern> routes;

    Router(List<RoutePattern> routes) {
        this.routes = List.copyOf(routes);
    }

    /** What metrics call the path: its pattern. */
    String nameOf(Call call) {
        List<String> path = parts(call);
        return routes.stream()
                .filter(route -> route.match(path).isPresent())
                .map(RoutePattern::text)
                .findFirst()
                .orElse("other");
    }

    Reply answer(Call call, Deadline deadline) throws IOException {
        List<String> path = parts(call);
        String method = call.method().equals("HEAD") ? "GET" : call.method();
        TreeSet<String> methods = new TreeSet<>();
        for (RoutePattern route : routes) {
            Optional<List<String>> variables = route.match(path);
            if (variables.isPresent() && route.method().equals(method)) {
                return route.route().answer(call, variables.get(), deadline);
            }
            variables.ifPresent(found -> methods.add(route.method()));
        }
        if (methods.isEmpty()) {
            throw Refusal.unknown(
                    "there is nothing at '" + Printable.of(call.path()) + "'; /openapi.json says what there is");
        }
        throw Refusal.of(405, call.path() + " takes " + String.join(", ", methods) + ", got " + Printable.of(method));
    }

    private static List<String> parts(Call call) {
        return List.of(call.path().split("/", -1));
    }
}
