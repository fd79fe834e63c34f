// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.config.starter;

import dev.nn4j.config.Configuration;
import dev.nn4j.config.internal.json.Json;
import dev.nn4j.config.internal.json.JsonMembers;
import dev.nn4j.config.internal.json.JsonReader;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.table.RowSource;
import dev.nn4j.io.RowSources;
import dev.nn4j.io.SourceRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A configuration that does well on many tables, to train as it is or to change.
 *
 * @since 0.1.0
 */
public final class Starter {
    private final Template template;
    private final DataProfile surroundings;
    private final Preset preset;
    private final HoldOut division;

    Starter(Template template, DataProfile surroundings) {
        this(template, surroundings, Preset.GOOD, HoldOut.SUITABLE);
    }

    private Starter(Template template, DataProfile surroundings, Preset preset, HoldOut division) {
        this.template = template;
        this.surroundings = surroundings;
        this.preset = preset;
        this.division = division;
    }

    /** The same, spending this much on the answers; {@link Preset#GOOD} if nobody asks. */
    public Starter with(Preset chosen) {
        return new Starter(template, surroundings, chosen, division);
    }

    /** The same for a training whose rows are divided so. */
    public Starter with(HoldOut chosen) {
        return new Starter(template, surroundings, preset, chosen);
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

    /**
     * What fits the rows of a file, or of what else rows are read from: as {@code nn train --data LOCATION --target COL}
     * trains it.
     *
     * @param location of rows that have names
     * @param target the column to learn
     * @throws IOException if they cannot be read
     * @throws dev.nn4j.api.DataException if there is no such target, or nothing to learn it from
     */
    public static Starter forData(String location, String target) throws IOException {
        try (RowSource rows = RowSources.installed().open(SourceRequest.of(location))) {
            ColumnSurvey survey = ColumnSurvey.of(rows, target);
            return survey.starter(survey.suitable());
        }
    }

    /** The same of a file. */
    public static Starter forData(Path file, String target) throws IOException {
        return forData(file.toString(), target);
    }

    /** The experiment that the configuration describes, of the components that are installed. */
    public Experiment experiment() {
        return configuration().experiment(ComponentRegistry.standard());
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
        Recipe recipe = new Recipe(template, surroundings, spending());
        JsonMembers json = JsonMembers.none()
                .with("data", data())
                .with("preprocessing", recipe.preprocessing())
                .with("network", JsonMembers.none().with("layers", recipe.layers()))
                .with("loss", template.loss())
                .with("optimizer", recipe.optimizer())
                .with("training", recipe.training());
        int folds = spending().folds();
        return folds > 1
                ? json.with("ensemble", JsonMembers.none().with("kind", "folds").with("members", folds))
                : json;
    }

    private Spending spending() {
        return new Spending(preset, template, surroundings.rows(), surroundings.leastLabel(), division);
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

    /** Whether some rows are kept to measure on, all in turn or a share: figures of the rows learnt from say little. */
    public boolean validates() {
        return spending().validates();
    }

    /** What the training will do: how many networks, how large and for how long. */
    public String spendingInWords() {
        return spending().inWords();
    }

    /**
     * The same where some of it is set otherwise.
     *
     * @param set the configuration that is trained: this one's, with what was changed in it
     */
    public String spendingInWords(Configuration set) {
        return spending()
                .inWords(Spending.Settings.of(
                        JsonReader.read(set.canonical()),
                        JsonReader.read(configuration().canonical())));
    }
}
