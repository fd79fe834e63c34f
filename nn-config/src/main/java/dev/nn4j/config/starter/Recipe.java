// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.config.starter;

import dev.nn4j.config.internal.json.JsonMembers;
import java.util.ArrayList;
import java.util.List;

/**
 * How networks are built and trained that are to answer well: RealMLP (Holzmüller et al. 2024, <i>Better by Default</i>)
 * behind columns that are embedded piecewise (Gorishniy et al. 2022). docs/accuracy.md says which experiment chose each
 * number.
 *
 * @param template what is learnt
 * @param data what it is learnt from
 * @param spending how much of it all there is
 */
record Recipe(Template template, DataProfile data, Spending spending) {
    private static final double DROPOUT = 0.15;
    private static final int LONG_PATIENCE = 40;
    private static final int WAITED_SHARE = 6;

    JsonMembers preprocessing() {
        JsonMembers columns = JsonMembers.none()
                .with("scaling", "robust-smooth")
                .with("scaleCategories", true)
                .with("binaryCategories", "signed");
        return isNumber() ? columns.with("targetScaling", "standard") : columns;
    }

    List<JsonMembers> layers() {
        List<JsonMembers> layers = new ArrayList<>();
        layers.add(JsonMembers.none().with("type", "numeric-embedding"));
        layers.add(JsonMembers.none().with("type", "scale"));
        for (int hidden = 0; hidden < spending.hiddenLayers(); hidden++) {
            layers.add(JsonMembers.none()
                    .with("outputDim", spending.units())
                    .with("activation", isGentle() ? "mish" : "selu")
                    .with("initializer", "data-driven"));
            layers.add(JsonMembers.none().with("type", "dropout").with("rate", DROPOUT));
        }
        layers.add(JsonMembers.none()
                .with("outputDim", data.outputs())
                .with("activation", template.outputActivation())
                .with("initializer", "zeros"));
        return layers;
    }

    JsonMembers optimizer() {
        return JsonMembers.none()
                .with("type", "adamw")
                .with("learningRate", learningRate())
                .with("beta2", 0.95)
                .with("weightDecay", 0.02);
    }

    JsonMembers training() {
        JsonMembers training = batches(JsonMembers.none().with("epochs", spending.epochs()))
                .with("seed", 42)
                .with("schedule", isGentle() ? "one-cycle" : "coslog")
                .with("decaySchedule", "flat-cosine")
                .with("dropoutSchedule", "flat-cosine")
                .with("fanInRates", true)
                .with("biasRate", 0.1)
                .with("scaleRate", 6)
                .with("embeddingRate", 0.1)
                .with("decayBiases", false)
                .with("profile", true);
        return spending.validates() ? validated(training) : training;
    }

    /** Small batches lose too much with their last one. */
    private JsonMembers batches(JsonMembers training) {
        return spending.batch().isPresent()
                ? training.with("batchSize", spending.batch().getAsInt())
                : training.with("batchSize", "auto").with("dropLast", true);
    }

    private JsonMembers validated(JsonMembers training) {
        JsonMembers validated = spending.validationFraction() > 0
                ? training.with("validationFraction", spending.validationFraction())
                : training;
        validated = validated.with("earlyStopping", stopping());
        if (spending.keepsByAccuracy()) {
            validated = validated.with("calibrate", true);
        }
        validated = validated.with("conformal", "auto");
        return spending.refits() ? validated.with("refit", true) : validated;
    }

    private JsonMembers stopping() {
        JsonMembers stopping =
                spending.keepsByAccuracy() ? JsonMembers.none().with("monitor", "val_accuracy") : JsonMembers.none();
        return stopping.with("patience", patience()).with("factor", 3).with("ties", "last");
    }

    /**
     * With waves, the share of the epochs that RealMLP waits: the wave behind the best epoch is still seen. A single rise
     * and fall ends best, and is not stopped before.
     */
    private int patience() {
        return isGentle() ? LONG_PATIENCE : (spending.epochs() + WAITED_SHARE - 1) / WAITED_SHARE;
    }

    private double learningRate() {
        if (spending.hasFewRows()) {
            return 0.005;
        }
        return isNumber() ? 0.02 : 0.04;
    }

    /** Numbers, and labels of few rows, are learnt by one rise and fall of the rate; waves are for labels of more rows. */
    private boolean isGentle() {
        return isNumber() || spending.hasFewRows();
    }

    private boolean isNumber() {
        return template == Template.REGRESSION;
    }
}
