// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.tune.internal.space;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nn4j.api.ConfigurationException;
import dev.nn4j.config.Configuration;
import dev.nn4j.config.internal.json.Json;
import dev.nn4j.config.internal.json.JsonText;
import dev.nn4j.core.registry.ComponentRegistry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What may be changed in a configuration; all of it has been tried. A point is a place in each dimension. */
public final class FittedSpace {
    private static final double BETWEEN_WHOLES = 0.5;

    /** What decides which rows are learnt from and judged, or what a score is of. */
    private static final List<String> FIXED = List.of(
            "data",
            "loss",
            "decision",
            "ensemble",
            "preprocessing.targetScaling",
            "training.seed",
            "training.refit",
            "training.validationFraction",
            "training.earlyStopping.monitor");

    private final SettingPaths paths;
    private final ComponentRegistry registry;
    private final List<Dimension> dimensions;
    private final boolean[] whole;

    /**
     * Tries the ends of every range, and every choice, each alone.
     *
     * @throws ConfigurationException at the path of the first that the configuration cannot have
     */
    public FittedSpace(Configuration configuration, List<Dimension> dimensions, ComponentRegistry registry) {
        this.paths = new SettingPaths(configuration, registry);
        this.registry = registry;
        this.dimensions = List.copyOf(dimensions);
        this.whole = new boolean[dimensions.size()];
        Set<String> different = new HashSet<>();
        for (int i = 0; i < whole.length; i++) {
            Dimension dimension = dimensions.get(i);
            requireFree(dimension.path());
            if (!different.add(dimension.path())) {
                throw new ConfigurationException(dimension.path(), "stands there twice; leave one out");
            }
            whole[i] = isWhole(dimension);
            for (JsonNode end : dimension.ends(whole[i])) {
                fault(dimension, end).ifPresent(fault -> {
                    throw new ConfigurationException(
                            dimension.path(), "can be " + JsonText.compact(end) + ", but " + fault.getMessage());
                });
            }
        }
    }

    private static void requireFree(String path) {
        for (String fixed : FIXED) {
            if (path.equals(fixed) || path.startsWith(fixed + ".") || path.startsWith(fixed + "[")) {
                throw new ConfigurationException(
                        path,
                        "must be the same in all trials, whose scores could not be compared else; leave it out and"
                                + " write it into the configuration");
            }
        }
    }

    /** Whether an option has whole numbers only: it refuses what lies between two. */
    private boolean isWhole(Dimension dimension) {
        if (!(dimension.source() instanceof Dimension.Between range)) {
            return false;
        }
        double middle = Math.floor((range.from() + range.to()) / 2) + BETWEEN_WHOLES;
        boolean wholeEnds = range.from() == Math.rint(range.from()) && range.to() == Math.rint(range.to());
        return wholeEnds
                && (isCount(dimension) || fault(dimension, Json.number(middle)).isPresent());
    }

    private static boolean isCount(Dimension dimension) {
        return dimension.path().equals(HiddenLayers.PATH);
    }

    /** Why the configuration cannot have a value; nothing if it can. */
    private Optional<ConfigurationException> fault(Dimension dimension, JsonNode value) {
        try {
            paths.with(List.of(dimension.path()), List.of(value)).experiment(registry);
            return Optional.empty();
        } catch (ConfigurationException e) {
            return Optional.of(e);
        } catch (IllegalArgumentException e) {
            return Optional.of(new ConfigurationException(dimension.path(), String.valueOf(e.getMessage())));
        }
    }

    /** How many values each dimension has to choose from; 0 of a range. */
    public int[] choices() {
        return dimensions.stream().mapToInt(Dimension::choices).toArray();
    }

    /** The paths in their order. */
    public List<String> names() {
        return dimensions.stream().map(Dimension::path).toList();
    }

    /** Where the configuration itself stands; NaN in dimensions that do not reach it. */
    public double[] own() {
        return dimensions.stream()
                .mapToDouble(dimension -> paths.own(dimension.path())
                        .map(value -> dimension.place(value).orElse(Double.NaN))
                        .orElse(Double.NaN))
                .toArray();
    }

    /** What the configuration itself says, as {@link #texts(double[])} does; empty where it says nothing. */
    public List<String> ownTexts() {
        return dimensions.stream()
                .map(dimension ->
                        paths.own(dimension.path()).map(FittedSpace::text).orElse(""))
                .toList();
    }

    /** The values at a point as texts: a text as it is, all else as JSON. */
    public List<String> texts(double[] point) {
        return values(point).stream().map(FittedSpace::text).toList();
    }

    /** The configuration at a point. */
    public Configuration configuration(double[] point) {
        return paths.with(names(), values(point));
    }

    /** The same of a configuration that differs from it where nothing is searched. */
    public Configuration configuration(Configuration given, double[] point) {
        return new SettingPaths(given, registry).with(names(), values(point));
    }

    private List<JsonNode> values(double[] point) {
        List<JsonNode> values = new ArrayList<>();
        for (int i = 0; i < point.length; i++) {
            values.add(dimensions.get(i).value(point[i], whole[i]));
        }
        return values;
    }

    private static String text(JsonNode value) {
        return value.isTextual() ? value.textValue() : JsonText.compact(value);
    }

    @Override
    public String toString() {
        return names() + " " + Arrays.toString(whole);
    }
}
