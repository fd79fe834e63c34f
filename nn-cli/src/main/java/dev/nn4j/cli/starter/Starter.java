// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.starter;

import dev.nn4j.cli.json.JsonArray;
import dev.nn4j.cli.json.JsonObject;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;

/** Writes a configuration that does well on many small tables and is easy to change. */
public final class Starter {
    private static final int NARROWEST = 16;
    private static final int WIDEST = 128;
    /** With fewer rows than this, a part of them says too little to stop by, and is missed in training. */
    private static final long FEWEST_ROWS_TO_VALIDATE = 1000;

    private static final int PATIENCE = 20;
    private static final double VALIDATION_FRACTION = 0.2;
    /** The penalty times the rows: what cross-validation favours from 150 rows to 1800. */
    private static final double PENALTY_FOR_LABELS = 10;

    private static final double PENALTY_FOR_NUMBERS = 40;
    private static final double STRONGEST_PENALTY_FOR_LABELS = 0.05;
    private static final double STRONGEST_PENALTY_FOR_NUMBERS = 0.1;
    /** From here on larger batches cost no accuracy and save time. */
    private static final long MANY_ROWS = 20_000;

    private final Template template;
    private final Surroundings surroundings;

    /** For a task and what it is fitted to. */
    public Starter(Template template, Surroundings surroundings) {
        this.template = template;
        this.surroundings = surroundings;
    }

    /** The configuration. */
    public JsonObject configuration() {
        return JsonObject.empty()
                .with("data", data())
                .with("preprocessing", preprocessing())
                .with("network", JsonObject.empty().with("layers", layers()))
                .with("loss", template.loss())
                .with(
                        "optimizer",
                        JsonObject.empty().with("type", "adam").with("learningRate", validates() ? 0.001 : 0.003))
                .with("training", training());
    }

    private JsonObject data() {
        JsonObject data = JsonObject.empty().with("target", surroundings.target());
        if (!surroundings.ignore().isEmpty()) {
            data = data.with("ignore", JsonArray.ofTexts(surroundings.ignore()));
        }
        JsonObject columns = JsonObject.empty();
        for (Map.Entry<String, JsonObject> column : surroundings.columns().entrySet()) {
            columns = columns.with(column.getKey(), column.getValue());
        }
        return columns.members().isEmpty() ? data : data.with("columns", columns);
    }

    private JsonObject preprocessing() {
        JsonObject scaling = JsonObject.empty().with("scaling", "standard");
        return template == Template.REGRESSION ? scaling.with("targetScaling", "standard") : scaling;
    }

    private List<JsonObject> layers() {
        int first = Math.max(NARROWEST, Math.min(WIDEST, powerOfTwoFrom(surroundings.inputs())));
        return List.of(
                dense(first, "relu"),
                dense(first / 2, "relu"),
                dense(surroundings.outputs(), template.outputActivation()));
    }

    private JsonObject training() {
        JsonObject training = JsonObject.empty()
                .with("epochs", validates() ? 200 : 100)
                .with("batchSize", batchSize())
                .with("shuffle", true)
                .with("seed", 42)
                .with("l2", penalty());
        if (!validates()) {
            return training;
        }
        return training.with("validationFraction", VALIDATION_FRACTION)
                .with(
                        "earlyStopping",
                        JsonObject.empty()
                                .with("monitor", "val_loss")
                                .with("patience", PATIENCE)
                                .with("restoreBest", true));
    }

    private boolean validates() {
        return surroundings.rows() >= FEWEST_ROWS_TO_VALIDATE;
    }

    /** Few rows make few steps an epoch, which must then be small in rows and large in size. */
    private int batchSize() {
        if (!validates()) {
            return 16;
        }
        return surroundings.rows() < MANY_ROWS ? 32 : 256;
    }

    /** To one digit: a starting point should not look like a measurement. */
    private double penalty() {
        double penalty = template == Template.REGRESSION
                ? Math.min(STRONGEST_PENALTY_FOR_NUMBERS, PENALTY_FOR_NUMBERS / surroundings.rows())
                : Math.min(STRONGEST_PENALTY_FOR_LABELS, PENALTY_FOR_LABELS / surroundings.rows());
        return new BigDecimal(penalty).round(new MathContext(1)).doubleValue();
    }

    private static JsonObject dense(int units, String activation) {
        return JsonObject.empty().with("outputDim", units).with("activation", activation);
    }

    private static int powerOfTwoFrom(int atLeast) {
        int power = 1;
        while (power < atLeast && power < WIDEST) {
            power *= 2;
        }
        return power;
    }
}
