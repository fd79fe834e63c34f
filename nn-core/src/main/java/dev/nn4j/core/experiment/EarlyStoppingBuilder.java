// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.experiment;

import dev.nn4j.api.NearestName;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Builds an {@link EarlyStopping}; each method is named like what it sets.
 *
 * @since 0.1.0
 */
public final class EarlyStoppingBuilder {
    private final Map<String, Object> values;

    /** Starts from this rule. */
    EarlyStoppingBuilder(EarlyStopping from) {
        values = new LinkedHashMap<>(from.values());
    }

    /**
     * Sets an option by its name.
     *
     * @param name one of {@link EarlyStopping#declarations()}
     * @param value a Number, Boolean or String, as the option wants it; checked by {@link #build}
     * @throws IllegalArgumentException if there is no such option
     */
    public EarlyStoppingBuilder set(String name, Object value) {
        if (!values.containsKey(name)) {
            throw new IllegalArgumentException(
                    "early stopping: unknown option '" + name + "'" + NearestName.hint(name, values.keySet()));
        }
        values.put(name, value);
        return this;
    }

    /** See {@link EarlyStopping#monitor()}. */
    public EarlyStoppingBuilder monitor(Monitor value) {
        return set("monitor", value.word());
    }

    /** See {@link EarlyStopping#patience()}. */
    public EarlyStoppingBuilder patience(int value) {
        return set("patience", value);
    }

    /** See {@link EarlyStopping#minDelta()}. */
    public EarlyStoppingBuilder minDelta(double value) {
        return set("minDelta", value);
    }

    /** See {@link EarlyStopping#restoreBest()}. */
    public EarlyStoppingBuilder restoreBest(boolean value) {
        return set("restoreBest", value);
    }

    /** See {@link EarlyStopping#factor()}. */
    public EarlyStoppingBuilder factor(double value) {
        return set("factor", value);
    }

    /** See {@link EarlyStopping#ties()}. */
    public EarlyStoppingBuilder ties(EarlyStopping.Ties value) {
        return set("ties", value.word());
    }

    /**
     * The rule.
     *
     * @throws dev.nn4j.api.ConfigurationException if it cannot work
     */
    public EarlyStopping build() {
        return EarlyStopping.of(values);
    }
}
