// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.fit;

import dev.nn4j.core.internal.engine.NormMeter;
import dev.nn4j.core.internal.engine.Trainer;
import java.util.ArrayList;
import java.util.List;

/** Has the norms of a training's layers measured, and tells them after each epoch. */
final class NormWatch {
    private final Trainer trainer;
    private final TrainingListener listener;
    private final NormMeter meter;

    NormWatch(Trainer trainer, TrainingListener listener) {
        this.trainer = trainer;
        this.listener = listener;
        this.meter = trainer.newNormMeter();
    }

    void stepEnded() {
        meter.add(trainer.gradient());
    }

    void epochEnded() {
        List<LayerNorm> norms = new ArrayList<>();
        for (int layer = 0; layer < meter.layers(); layer++) {
            if (meter.hasParameters(layer)) {
                norms.add(new LayerNorm(
                        layer, meter.parameterNorm(trainer.parameters(), layer), meter.gradientNorm(layer)));
            }
        }
        meter.reset();
        listener.normsMeasured(List.copyOf(norms));
    }
}
