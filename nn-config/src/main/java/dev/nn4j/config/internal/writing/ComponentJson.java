// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.config.internal.writing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nn4j.api.Component;
import dev.nn4j.api.Hyperparameters;
import dev.nn4j.config.internal.json.Json;
import dev.nn4j.config.internal.json.JsonMembers;
import java.util.Map;

/** Components: a name, or an object of a type and parameters. */
final class ComponentJson {
    private ComponentJson() {}

    /** The shortest form. */
    static JsonNode of(Component component) {
        return component.hyperparameters().values().isEmpty()
                ? Json.text(component.name())
                : object(component).node();
    }

    /** The form to which more can be added. */
    static JsonMembers object(Component component) {
        return object(component.name(), component.hyperparameters());
    }

    /** A type and its parameters, of what is described like a component. */
    static JsonMembers object(String type, Hyperparameters parameters) {
        JsonMembers json = JsonMembers.none().with("type", type);
        for (Map.Entry<String, Object> parameter : parameters.values().entrySet()) {
            json = json.with(parameter.getKey(), Json.value(parameter.getValue()));
        }
        return json;
    }
}
