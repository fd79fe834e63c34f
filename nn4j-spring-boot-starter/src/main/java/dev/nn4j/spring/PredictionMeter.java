// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spring;

import dev.nn4j.core.schema.Feature;
import java.util.List;

/** Counts what models predict, by the names of the models. */
interface PredictionMeter {
    /** Counts nothing. */
    static PredictionMeter none() {
        return new PredictionMeter() {
            @Override
            public void predicted(String model, long nanos) {}

            @Override
            public void outside(String model, List<Feature> features) {}
        };
    }

    /** A row was predicted, in so many nanoseconds. */
    void predicted(String model, long nanos);

    /** Values of these features were none that training had seen. */
    void outside(String model, List<Feature> features);
}
