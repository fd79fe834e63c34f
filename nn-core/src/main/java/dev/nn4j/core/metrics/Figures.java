// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.metrics;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** Gathers named figures in order. */
final class Figures {
    private final Map<String, OptionalDouble> named = new LinkedHashMap<>();

    Figures with(String name, double value) {
        return with(name, OptionalDouble.of(value));
    }

    Figures with(String name, OptionalDouble value) {
        named.put(name, value);
        return this;
    }

    /** Precision, recall and F1 of an average. */
    Figures with(String name, Averages averages) {
        return with(name + ".precision", averages.precision())
                .with(name + ".recall", averages.recall())
                .with(name + ".f1", averages.f1());
    }

    Map<String, OptionalDouble> map() {
        return Collections.unmodifiableMap(named);
    }
}
