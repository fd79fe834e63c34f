// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.config.internal.json;

import com.fasterxml.jackson.core.JsonStreamContext;

/** How messages name a place in a document: {@code network.layers[1].outputDim}. */
public final class JsonPath {
    private JsonPath() {}

    /** The path of a member of the object at a path. */
    public static String member(String path, String name) {
        String shown = name.isEmpty() ? "\"\"" : name;
        return path.isEmpty() ? shown : path + "." + shown;
    }

    /** The path of an element of the list at a path. */
    public static String element(String path, int index) {
        return path + "[" + index + "]";
    }

    /** Where a parser stands. */
    static String of(JsonStreamContext context) {
        if (context.inRoot()) {
            return "";
        }
        String parent = of(context.getParent());
        if (context.inArray()) {
            return element(parent, Math.max(0, context.getCurrentIndex()));
        }
        return context.hasCurrentName() ? member(parent, context.getCurrentName()) : parent;
    }
}
