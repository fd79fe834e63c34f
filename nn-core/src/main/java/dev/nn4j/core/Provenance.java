// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a model came to be. Nothing needed to predict stands here, and it may be stripped.
 *
 * @param createdUtc ISO-8601 instant, or empty
 * @param configuration the JSON configuration it was trained with, or empty
 * @param javaVersion of the training machine, or empty
 * @param operatingSystem of the training machine, or empty
 * @param extra anything else, by name
 */
public record Provenance(
        String createdUtc,
        String configuration,
        String javaVersion,
        String operatingSystem,
        Map<String, String> extra) {
    /** Copies the map, sorted by name. */
    public Provenance {
        extra = Collections.unmodifiableMap(new TreeMap<>(extra));
    }

    /** Nothing known. */
    public static Provenance none() {
        return new Provenance("", "", "", "", Map.of());
    }
}
