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
    private static final int EPOCHS = 200;
    private static final int PATIENCE = 20;
    private static final double VALIDATION_FRACTION = 0.2;
    /** With fewer rows a fifth of them says too little to stop by. */
    private static final long FEWEST_ROWS_TO_VALIDATE = 100;
    /** The penalty times the rows: what cross-validation favours from 150 rows to 1800, for labels and numbers. */
    private static final double PENALTY = 10;

    private static final double STRONGEST_PENALTY = 0.05;
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
                .with("optimizer", JsonObject.empty().with("type", "adam").with("learningRate", 0.001))
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
                .with("epochs", EPOCHS)
                .with("batchSize", surroundings.rows() < MANY_ROWS ? 32 : 256)
                .with("shuffle", true)
                .with("seed", 42)
                .with("l2", penalty());
        if (surroundings.rows() < FEWEST_ROWS_TO_VALIDATE) {
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

    /** To one digit: a starting point should not look like a measurement. */
    private double penalty() {
        double penalty = Math.min(STRONGEST_PENALTY, PENALTY / surroundings.rows());
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
