// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.model.codec;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.api.Hyperparameter;
import dev.nn4j.core.cell.MissingMarks;
import dev.nn4j.core.decision.DecisionGoal;
import dev.nn4j.core.decision.DecisionRule;
import dev.nn4j.core.decision.GivenThresholds;
import dev.nn4j.core.experiment.ClassWeights;
import dev.nn4j.core.experiment.DataRoles;
import dev.nn4j.core.experiment.Draw;
import dev.nn4j.core.experiment.EarlyStopping;
import dev.nn4j.core.experiment.EarlyStoppingBuilder;
import dev.nn4j.core.experiment.Ensemble;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.experiment.Schedule;
import dev.nn4j.core.experiment.StepSchedule;
import dev.nn4j.core.experiment.TrainingOptions;
import dev.nn4j.core.experiment.TrainingOptionsBuilder;
import dev.nn4j.core.plan.PlanSettings;
import dev.nn4j.core.schema.ColumnPlan;
import dev.nn4j.core.training.Checkpoint;
import dev.nn4j.io.internal.model.format.Faults;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The settings of a training that stand nowhere else in the file, under the paths that a configuration has for them;
 * {@link Experiment#settings} gives them. Each is taken out once, so that one that nobody knows is noticed.
 */
public final class RunSettings {
    private static final String FROM_MODEL = "network.fromModel";
    private static final String SEED = "seed";
    private static final String TRAINING = "training.";
    private static final String ENSEMBLE = "ensemble.";
    private static final String BASE = "ensemble.base.";
    private static final String MEMBER = "ensemble.member";
    private static final String DECISION = "decision.";
    private static final String STOPPING = "training.earlyStopping.";
    private static final String WEIGHTS = "training.classWeights";

    /** Options that came later stand in a file where they are not their default, so that files without stay readable. */
    private static final Set<String> IN_EVERY_FILE = Set.of(
            "training.epochs",
            "training.batchSize",
            "training.shuffle",
            "training.seed",
            "training.validationFraction",
            "training.l1",
            "training.l2",
            "training.clipNorm",
            "training.clipValue",
            "training.earlyStopping.monitor",
            "training.earlyStopping.patience",
            "training.earlyStopping.minDelta",
            "training.earlyStopping.restoreBest");

    private final Map<String, Object> left;

    RunSettings(Map<String, Object> settings) {
        left = new TreeMap<>(settings);
    }

    /** Those of a checkpoint. */
    public static SortedMap<String, Object> of(Checkpoint checkpoint) {
        SortedMap<String, Object> settings = of(checkpoint.experiment());
        if (checkpoint.member() > 0) {
            settings.put(MEMBER, (long) checkpoint.member());
        }
        return settings;
    }

    private static SortedMap<String, Object> of(Experiment experiment) {
        SortedMap<String, Object> settings = new TreeMap<>(experiment.settings());
        List<String> own = List.of("data.", TRAINING, ENSEMBLE, DECISION);
        settings.keySet().removeIf(path -> own.stream().noneMatch(path::startsWith));
        settings.keySet().removeIf(path -> path.equals("training." + SEED) || path.startsWith("training.schedule."));
        leaveOutDefaults(settings, TRAINING, TrainingOptions.declarations());
        leaveOutDefaults(settings, STOPPING, EarlyStopping.declarations());
        settings.put(FROM_MODEL, experiment.layers().isEmpty());
        return settings;
    }

    private static void leaveOutDefaults(
            Map<String, Object> settings, String prefix, List<Hyperparameter<?>> declarations) {
        for (Hyperparameter<?> option : declarations) {
            String path = prefix + option.name();
            if (!IN_EVERY_FILE.contains(path) && option.defaultValue().equals(settings.get(path))) {
                settings.remove(path);
            }
        }
    }

    DataRoles roles() {
        return sound(() -> DataRoles.builder(texts("data.target"))
                .ignore(texts("data.ignore"))
                .positive(optional("data.positive", String.class))
                .weight(optional("data.weight", String.class))
                .group(optional("data.group", String.class))
                .time(optional("data.time", String.class))
                .plans(plans())
                .marks(marks())
                .skipsMissingTargets(optional("data.missingTarget", String.class)
                        .map("skip"::equals)
                        .orElse(false))
                .build());
    }

    private MissingMarks marks() {
        return optional("data.ownMissingMarks", Boolean.class).isEmpty()
                ? MissingMarks.usual()
                : MissingMarks.of(texts("data.missingMarks"));
    }

    private Map<String, ColumnPlan> plans() {
        Map<String, ColumnPlan> plans = new LinkedHashMap<>();
        for (int i = 0; left.containsKey("data.columns[" + i + "].name"); i++) {
            String path = "data.columns[" + i + "].";
            String column = required(path + "name", String.class);
            Map<String, Object> own = new TreeMap<>();
            left.forEach((name, value) -> {
                if (name.startsWith(path)) {
                    own.put(name.substring(path.length()), value);
                }
            });
            left.keySet().removeIf(name -> name.startsWith(path));
            plans.put(column, PlanSettings.plan(own));
        }
        return plans;
    }

    TrainingOptions options(long seed, Optional<Schedule> schedule) {
        TrainingOptionsBuilder options = TrainingOptions.builder();
        for (Hyperparameter<?> option : TrainingOptions.declarations()) {
            boolean isSeed = option.name().equals(SEED);
            options.set(option.name(), isSeed ? seed : value(TRAINING, option));
        }
        return sound(() -> {
            schedule.ifPresent(options::schedule);
            stepSchedule("training.decaySchedule.").ifPresent(options::decaySchedule);
            stepSchedule("training.dropoutSchedule.").ifPresent(options::dropoutSchedule);
            earlyStopping().ifPresent(options::earlyStopping);
            return options.classWeights(classWeights()).build();
        });
    }

    private Object value(String prefix, Hyperparameter<?> option) {
        String path = prefix + option.name();
        if (!IN_EVERY_FILE.contains(path) && !left.containsKey(path)) {
            return option.defaultValue();
        }
        return switch (option.kind()) {
            case INTEGER ->
                TrainingOptions.isCount(option)
                        ? (Object) count(path, (int) option.range().low())
                        : required(path, Long.class);
            case NUMBER -> number(path);
            case FLAG -> flag(path);
            case CHOICE -> required(path, String.class);
            case NUMBERS -> required(path, List.class);
        };
    }

    /** The ensemble that the training is of a member of, if it is. */
    Optional<Ensemble> ensemble() {
        return optional(ENSEMBLE + "kind", String.class).map(word -> {
            Ensemble.Kind kind = Arrays.stream(Ensemble.Kind.values())
                    .filter(one -> one.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> Faults.corrupt(
                            "training: ensemble kind " + Faults.quoted(word) + " is unknown to this version"));
            return sound(() -> new Ensemble(
                    kind,
                    count(ENSEMBLE + "members"),
                    optional(ENSEMBLE + "choose", String.class)
                            .map(RunSettings::choice)
                            .orElse(Ensemble.Choice.ALL),
                    kind == Ensemble.Kind.PACK ? Optional.of(draws()) : Optional.empty()));
        });
    }

    private static Ensemble.Choice choice(String word) {
        return Arrays.stream(Ensemble.Choice.values())
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Faults.corrupt(
                        "training: ensemble choice " + Faults.quoted(word) + " is unknown to this version"));
    }

    private List<Draw> draws() {
        List<Draw> draws = new ArrayList<>();
        while (left.containsKey(ENSEMBLE + "draw[" + draws.size() + "].path")) {
            String prefix = ENSEMBLE + "draw[" + draws.size() + "].";
            String path = required(prefix + "path", String.class);
            draws.add(
                    left.containsKey(prefix + "min")
                            ? new Draw(
                                    path,
                                    new Draw.Between(
                                            number(prefix + "min"), number(prefix + "max"), flag(prefix + "log")))
                            : Draw.among(path, choices(prefix)));
        }
        return draws;
    }

    private List<Object> choices(String prefix) {
        List<Object> choices = new ArrayList<>();
        while (left.containsKey(prefix + "choices[" + choices.size() + "]")) {
            choices.add(required(prefix + "choices[" + choices.size() + "]", Object.class));
        }
        return choices;
    }

    /** The values that layers have where no member has drawn others, under the paths of a configuration. */
    public static Map<String, Object> layerValues(Map<String, Object> settings) {
        Map<String, Object> values = new TreeMap<>();
        settings.forEach((path, value) -> {
            if (path.startsWith(BASE)) {
                values.put(path.substring(BASE.length()), value);
            }
        });
        return values;
    }

    /** Which member of the ensemble, counted from 1; 0 where there is none. */
    int member() {
        return left.containsKey(MEMBER) ? count(MEMBER) : 0;
    }

    /** By which thresholds the model is to decide in the end, if that is said. */
    Optional<DecisionRule> decision() {
        Optional<DecisionRule> chosen =
                optional(DECISION + "maximize", String.class).map(text -> sound(() -> DecisionGoal.parse(text)));
        return chosen.isPresent() || !left.containsKey(DECISION + "at") ? chosen : Optional.of(given());
    }

    private DecisionRule given() {
        double rest = number(DECISION + "at");
        SortedMap<String, Double> named = new TreeMap<>();
        while (left.containsKey(DECISION + "labels[" + named.size() + "].name")) {
            String path = DECISION + "labels[" + named.size() + "].";
            named.put(required(path + "name", String.class), number(path + "at"));
        }
        return sound(() -> new GivenThresholds(rest, named));
    }

    boolean fromModel() {
        return flag(FROM_MODEL);
    }

    /** Refuses a setting that no one has asked for: to train without it would not be the same training. */
    void requireAllKnown() {
        left.keySet().removeIf(path -> path.startsWith(BASE));
        left.keySet().stream().findFirst().ifPresent(name -> {
            throw Faults.corrupt("training: setting " + Faults.quoted(name) + " is unknown to this version");
        });
    }

    /** A schedule whose kind and parameters are settings of their own. */
    private Optional<StepSchedule> stepSchedule(String path) {
        return optional(path + "type", String.class).map(name -> {
            StepSchedule kind = StepSchedule.kinds().stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> Faults.corrupt(
                            "training: schedule " + Faults.quoted(name) + " is unknown to this version"));
            Map<String, Object> parameters = new TreeMap<>();
            for (Hyperparameter<?> parameter : kind.hyperparameters().declarations()) {
                parameters.put(
                        parameter.name(),
                        required(
                                path + parameter.name(),
                                parameter.defaultValue().getClass()));
            }
            return kind.with(kind.hyperparameters().with(kind.name(), parameters));
        });
    }

    private Optional<EarlyStopping> earlyStopping() {
        if (!left.containsKey(STOPPING + "monitor")) {
            return Optional.empty();
        }
        EarlyStoppingBuilder rule = EarlyStopping.builder();
        EarlyStopping.declarations().forEach(option -> rule.set(option.name(), value(STOPPING, option)));
        return Optional.of(rule.build());
    }

    private ClassWeights classWeights() {
        Optional<String> word = optional(WEIGHTS, String.class);
        if (word.isPresent()) {
            Faults.require(
                    word.get().equals(ClassWeights.Balanced.WORD),
                    "training: class weights " + Faults.quoted(word.get()) + " are unknown to this version");
            return ClassWeights.balanced();
        }
        Map<String, Double> weights = new LinkedHashMap<>();
        for (int i = 0; left.containsKey(WEIGHTS + "[" + i + "].label"); i++) {
            weights.put(required(WEIGHTS + "[" + i + "].label", String.class), number(WEIGHTS + "[" + i + "].weight"));
        }
        return weights.isEmpty() ? ClassWeights.none() : ClassWeights.given(weights);
    }

    private List<String> texts(String path) {
        List<String> texts = new ArrayList<>();
        while (left.containsKey(path + "[" + texts.size() + "]")) {
            texts.add(required(path + "[" + texts.size() + "]", String.class));
        }
        return texts;
    }

    private int count(String path) {
        return count(path, 0);
    }

    private int count(String path, int least) {
        long whole = required(path, Long.class);
        Faults.require(
                whole >= least && whole <= Integer.MAX_VALUE,
                "training: setting " + path + " must be a whole number that fits 31 bits, got " + whole);
        return (int) whole;
    }

    private double number(String path) {
        return required(path, Double.class);
    }

    private boolean flag(String path) {
        return required(path, Boolean.class);
    }

    private <T> T required(String path, Class<T> type) {
        return optional(path, type).orElseThrow(() -> Faults.corrupt("training: setting " + path + " is missing"));
    }

    private <T> Optional<T> optional(String path, Class<T> type) {
        Object value = left.remove(path);
        Faults.require(
                value == null || type.isInstance(value),
                "training: setting " + path + " must be a " + type.getSimpleName() + ", got "
                        + Faults.quoted(String.valueOf(value)));
        return Optional.ofNullable(value).map(type::cast);
    }

    private static <T> T sound(Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException | ConfigurationException e) {
            throw Faults.corrupt("training", e);
        }
    }
}
