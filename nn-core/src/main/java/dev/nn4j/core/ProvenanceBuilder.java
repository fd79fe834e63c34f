// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core;

import java.util.Map;

/**
 * Builds a {@link Provenance}; each method is named like what it sets.
 *
 * @since 0.1.0
 */
public final class ProvenanceBuilder {
    private String createdUtc = "";
    private String configuration = "";
    private String javaVersion = "";
    private String operatingSystem = "";
    private Map<String, String> extra = Map.of();

    ProvenanceBuilder() {}

    /** See {@link Provenance#createdUtc()}. */
    public ProvenanceBuilder createdUtc(String value) {
        createdUtc = value;
        return this;
    }

    /** See {@link Provenance#configuration()}. */
    public ProvenanceBuilder configuration(String value) {
        configuration = value;
        return this;
    }

    /** See {@link Provenance#javaVersion()}. */
    public ProvenanceBuilder javaVersion(String value) {
        javaVersion = value;
        return this;
    }

    /** See {@link Provenance#operatingSystem()}. */
    public ProvenanceBuilder operatingSystem(String value) {
        operatingSystem = value;
        return this;
    }

    /** See {@link Provenance#extra()}. */
    public ProvenanceBuilder extra(Map<String, String> value) {
        extra = value;
        return this;
    }

    /** The provenance. */
    public Provenance build() {
        return new Provenance(createdUtc, configuration, javaVersion, operatingSystem, extra);
    }
}
