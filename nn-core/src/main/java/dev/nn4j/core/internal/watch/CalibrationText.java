// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.watch;

import dev.nn4j.core.TemperatureScaling;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How a model's probabilities were calibrated, as it says it of itself. */
public final class CalibrationText {
    private CalibrationText() {}

    /** What is said of a model besides, and that: {@code by 0.8300 on 1200 rows: log-loss 0.4120 → 0.3980}. */
    public static Map<String, String> with(Map<String, String> besides, Optional<TemperatureScaling> temperature) {
        Map<String, String> all = new TreeMap<>(besides);
        temperature
                .filter(TemperatureScaling::isApplied)
                .ifPresent(one -> all.put(
                        "calibrated",
                        factor(one)
                                + String.format(
                                        Locale.ROOT,
                                        " on %d validation rows: log-loss %.4f → %.4f",
                                        one.rows(),
                                        one.before(),
                                        one.after())));
        return all;
    }

    /** As in {@code by 0.8300}; where it was not worth it, {@code not}. */
    public static String factor(TemperatureScaling temperature) {
        return temperature.isApplied() ? String.format(Locale.ROOT, "by %.4f", temperature.factor()) : "not";
    }
}
