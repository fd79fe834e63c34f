// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a model came to be. Nothing needed to predict stands here, and it may be stripped.
 *
 * @since 0.1.0
 */
public final class Provenance {
    /** Under which name {@link #extra()} says how the model's thresholds were chosen, if they were. */
    public static final String THRESHOLDS = "thresholds";

    /** Under which name {@link #extra()} has figures of rows that the model has not learnt from, if it has: {@code ROWS, COUNT: FIGURES}. */
    public static final String HELD_OUT = "held out";

    private static final Pattern ROWS_AND_COUNT = Pattern.compile("^(.*)(, \\d{1,18}: )", Pattern.DOTALL);

    private final String createdUtc;
    private final String configuration;
    private final String javaVersion;
    private final String operatingSystem;
    private final Map<String, String> extra;

    /** Copies the map, sorted by name. */
    Provenance(
            String createdUtc,
            String configuration,
            String javaVersion,
            String operatingSystem,
            Map<String, String> extra) {
        extra = Collections.unmodifiableMap(new TreeMap<>(extra));

        this.createdUtc = createdUtc;
        this.configuration = configuration;
        this.javaVersion = javaVersion;
        this.operatingSystem = operatingSystem;
        this.extra = extra;
    }

    /** Starts with nothing known. */
    public static ProvenanceBuilder builder() {
        return new ProvenanceBuilder();
    }

    /** When it was made: an ISO-8601 instant, or empty. */
    public String createdUtc() {
        return createdUtc;
    }

    /** The JSON configuration it was trained with, or empty. */
    public String configuration() {
        return configuration;
    }

    /** Java version of the training machine, or empty. */
    public String javaVersion() {
        return javaVersion;
    }

    /** Operating system of the training machine, or empty. */
    public String operatingSystem() {
        return operatingSystem;
    }

    /** Anything else, by name. */
    public Map<String, String> extra() {
        return extra;
    }

    /**
     * The same with other things by name.
     *
     * @since 0.1.0
     */
    public Provenance withExtra(Map<String, String> other) {
        return new Provenance(createdUtc, configuration, javaVersion, operatingSystem, other);
    }

    /**
     * The same where the figures of {@link #HELD_OUT} say that they are those of the model as it was before.
     *
     * @param change what has happened since, as in {@code its thresholds were changed}
     * @since 0.1.0
     */
    public Provenance measuredBefore(String change) {
        String figures = extra.getOrDefault(HELD_OUT, "");
        Matcher rows = ROWS_AND_COUNT.matcher(figures);
        String words = ", before " + change;
        if (!rows.find() || rows.group(1).contains(words)) {
            return this;
        }
        Map<String, String> told = new TreeMap<>(extra);
        told.put(HELD_OUT, rows.group(1) + words + figures.substring(rows.end(1)));
        return withExtra(told);
    }

    /** The same without what {@link #extra()} says under a name. */
    Provenance without(String name) {
        Map<String, String> others = new TreeMap<>(extra);
        others.remove(name);
        return withExtra(others);
    }

    /** Nothing known. */
    public static Provenance none() {
        return new Provenance("", "", "", "", Map.of());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Provenance that
                && createdUtc.equals(that.createdUtc)
                && configuration.equals(that.configuration)
                && javaVersion.equals(that.javaVersion)
                && operatingSystem.equals(that.operatingSystem)
                && extra.equals(that.extra);
    }

    @Override
    public int hashCode() {
        return Objects.hash(createdUtc, configuration, javaVersion, operatingSystem, extra);
    }

    @Override
    public String toString() {
        return "Provenance[createdUtc=" + createdUtc + ", configuration=" + configuration + ", javaVersion="
                + javaVersion + ", operatingSystem=" + operatingSystem + ", extra=" + extra + "]";
    }
}
