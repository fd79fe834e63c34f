// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.config.starter;

import dev.nn4j.config.Configuration;
import dev.nn4j.config.internal.json.Json;
import dev.nn4j.config.internal.json.JsonMembers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A configuration to start from: one that does well on many small tables and is easy to change.
 *
 * @since 0.1.0
 */
public final class Starter {
    private static final int NARROWEST = 16;
    private static final int WIDEST = 128;
    /** With fewer rows than this, a part of them says too little to stop by. */
    private static final long FEWEST_ROWS_TO_STOP_BY = 1000;
    /** With fewer rows than this, a part of them says too little to tell, and is missed in training. */
    private static final long FEWEST_ROWS_TO_VALIDATE = 100;

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
    private final DataProfile surroundings;
    private final Preset preset;

    Starter(Template template, DataProfile surroundings) {
        this(template, surroundings, Preset.GOOD);
    }

    private Starter(Template template, DataProfile surroundings, Preset preset) {
        this.template = template;
        this.surroundings = surroundings;
        this.preset = preset;
    }

    /** The same, spending this much on the answers; {@link Preset#GOOD} if nobody asks. */
    public Starter with(Preset chosen) {
        return new Starter(template, surroundings, chosen);
    }

    /** How much it spends. */
    public Preset preset() {
        return preset;
    }

    /** One without data, for a table of thirty columns or so; {@link ColumnSurvey} gives one that fits the data. */
    public static Starter of(Template template, String target) {
        Objects.requireNonNull(template, "starter: the template is null");
        Objects.requireNonNull(target, "starter: the target is null");
        return new Starter(template, DataProfile.usual(template, target));
    }

    /** The configuration. */
    public Configuration configuration() {
        return Configuration.parse(json().compact());
    }

    /** What to tell of single columns, a sentence each: why one is ignored, or what to look at. */
    public List<String> remarks() {
        return surroundings.remarks();
    }

    /** How many rows the data have. */
    public long rows() {
        return surroundings.rows();
    }

    private JsonMembers json() {
        return JsonMembers.none()
                .with("data", data())
                .with("preprocessing", preprocessing())
                .with("network", JsonMembers.none().with("layers", layers()))
                .with("loss", template.loss())
                .with(
                        "optimizer",
                        JsonMembers.none().with("type", "adam").with("learningRate", stopsEarly() ? 0.001 : 0.003))
                .with("training", training());
    }

    private JsonMembers data() {
        JsonMembers data = JsonMembers.none().with("target", surroundings.target());
        if (!surroundings.ignore().isEmpty()) {
            data = data.with("ignore", Json.texts(surroundings.ignore()));
        }
        if (surroundings.positive().isPresent()) {
            data = data.with("positive", surroundings.positive().get());
        }
        if (surroundings.skipsTargets()) {
            data = data.with("missingTarget", "skip");
        }
        if (!surroundings.missingMarks().isEmpty()) {
            data = data.with("missingMarks", Json.texts(surroundings.missingMarks()));
        }
        JsonMembers columns = JsonMembers.none();
        for (Map.Entry<String, JsonMembers> column : surroundings.columns().entrySet()) {
            columns = columns.with(column.getKey(), column.getValue());
        }
        return columns.isEmpty() ? data : data.with("columns", columns);
    }

    private JsonMembers preprocessing() {
        JsonMembers scaling = JsonMembers.none().with("scaling", "standard");
        return template == Template.REGRESSION ? scaling.with("targetScaling", "standard") : scaling;
    }

    private List<JsonMembers> layers() {
        int first = Math.max(NARROWEST, Math.min(WIDEST, powerOfTwoFrom(surroundings.inputs())));
        return List.of(
                dense(first, "relu"),
                dense(first / 2, "relu"),
                dense(surroundings.outputs(), template.outputActivation()));
    }

    private JsonMembers training() {
        JsonMembers training = JsonMembers.none()
                .with("epochs", stopsEarly() ? 200 : 100)
                .with("batchSize", batchSize())
                .with("shuffle", true)
                .with("seed", 42)
                .with("l2", penalty());
        if (!validates()) {
            return training;
        }
        training = training.with("validationFraction", VALIDATION_FRACTION);
        return stopsEarly()
                ? training.with(
                        "earlyStopping",
                        JsonMembers.none()
                                .with("monitor", "val_loss")
                                .with("patience", PATIENCE)
                                .with("restoreBest", true))
                : training;
    }

    private boolean stopsEarly() {
        return surroundings.rows() >= FEWEST_ROWS_TO_STOP_BY;
    }

    /** Whether a part of the rows is kept to measure on: figures of the rows learnt from say little. */
    public boolean validates() {
        return surroundings.rows() >= FEWEST_ROWS_TO_VALIDATE;
    }

    /** Few rows make few steps an epoch, which must then be small in rows and large in size. */
    private int batchSize() {
        if (!stopsEarly()) {
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

    private static JsonMembers dense(int units, String activation) {
        return JsonMembers.none().with("outputDim", units).with("activation", activation);
    }

    private static int powerOfTwoFrom(int atLeast) {
        int power = 1;
        while (power < atLeast && power < WIDEST) {
            power *= 2;
        }
        return power;
    }
}
