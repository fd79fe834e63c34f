// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.config.starter;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What is set in the end of what a preset proposes.
 *
 * @param epochs at most
 * @param validationFraction the share of the rows set aside
 * @param refits whether it ends with a training on all rows
 * @param otherMembers whether there are other networks than were proposed
 * @param otherLayers whether these are of other layers
 */
record SpentAs(int epochs, double validationFraction, boolean refits, boolean otherMembers, boolean otherLayers) {
    /**
     * That of a configuration.
     *
     * @param set in the end
     * @param proposed by the preset
     */
    static SpentAs of(JsonNode set, JsonNode proposed) {
        JsonNode training = set.path("training");
        return new SpentAs(
                training.path("epochs").asInt(),
                training.path("validationFraction").asDouble(),
                training.path("refit").asBoolean(),
                !set.path("ensemble").equals(proposed.path("ensemble")),
                !set.path("network").equals(proposed.path("network")));
    }
}
