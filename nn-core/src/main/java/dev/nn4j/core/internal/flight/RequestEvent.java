// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.flight;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A request and its answer. */
@Name("dev.nn4j.Request")
@Label("Request")
@Description("A request that nn serve answers: without what it holds")
@Category({"nn4j", "Answers"})
@StackTrace(false)
final class RequestEvent extends Event implements RequestSpan {
    @Label("Path")
    @Description("The pattern that it matches: /models/{name}/predict")
    final String path;

    @Label("Status")
    int status;

    @Label("Model")
    @Description("Empty where none answers")
    String model = "";

    @Label("Rows")
    long rows;

    private RequestEvent(String path) {
        this.path = path;
    }

    static RequestEvent begun(String path) {
        RequestEvent event = new RequestEvent(path);
        event.begin();
        return event;
    }

    @Override
    public void ended(int answered, long count, String name) {
        status = answered;
        rows = count;
        model = name;
        commit();
    }
}
