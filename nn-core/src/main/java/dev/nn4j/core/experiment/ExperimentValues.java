// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.experiment;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.api.Hyperparameter;
import dev.nn4j.api.Hyperparameters;
import dev.nn4j.api.NearestName;
import dev.nn4j.api.Optimizer;
import dev.nn4j.api.Range;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Single values of an experiment that can be others, under the paths that a configuration has for them. */
final class ExperimentValues {
    private static final String RATE = "optimizer.learningRate";
    private static final String OPTIMIZER = "optimizer.";
    private static final String TRAINING = "training.";
    /** What decides which rows there are, and what a training remembers. */
    private static final Set<Hyperparameter<?>> FIXED =
            Set.of(TrainingDeclarations.VALIDATION_FRACTION, TrainingDeclarations.AVERAGE_WEIGHTS);

    private static final Hyperparameter<Double> ANY_RATE =
            Hyperparameter.number("rate", 0.01, Range.greaterThan(0), "the optimizer's step size");

    private final Experiment experiment;
    private final LayerValues layers;

    /**
     * A value that can be another.
     *
     * @param declaration what it can be
     * @param own what it is
     */
    record Place(Hyperparameter<?> declaration, Object own) {
        boolean isWhole() {
            return declaration.kind() == Hyperparameter.Kind.INTEGER;
        }

        /** The value as the option has it, or why it cannot be. */
        Object parsed(String path, Object value) {
            try {
                return declaration.parse("", value);
            } catch (IllegalArgumentException e) {
                throw new ConfigurationException(path, "must be " + declaration.allowed() + ", got " + value);
            }
        }
    }

    ExperimentValues(Experiment experiment) {
        this.experiment = experiment;
        this.layers = new LayerValues(experiment.layers());
    }

    /**
     * The place of a value.
     *
     * @param named what the path is called in a message
     */
    Place place(String path, String named) {
        Map<String, Place> known = known();
        Place place = known.get(path);
        Optional<Place> found = place == null ? layers.place(path) : Optional.of(place);
        return found.orElseThrow(() -> new ConfigurationException(
                named,
                "is no value that can be drawn" + NearestName.hint(path, known.keySet()) + "; there are "
                        + String.join(", ", known.keySet())));
    }

    /** All that can be changed, one layer by its number aside. */
    private Map<String, Place> known() {
        Map<String, Place> known = new LinkedHashMap<>();
        known.put(RATE, new Place(ANY_RATE, experiment.learningRate()));
        Hyperparameters optimizer = experiment.optimizer().hyperparameters();
        for (Hyperparameter<?> one : optimizer.declarations()) {
            known.put(OPTIMIZER + one.name(), new Place(one, value(optimizer, one)));
        }
        for (Hyperparameter<?> one : TrainingOptions.declarations()) {
            if (one.kind() == Hyperparameter.Kind.NUMBER && !FIXED.contains(one)) {
                known.put(
                        TRAINING + one.name(),
                        new Place(
                                one,
                                Objects.requireNonNull(
                                        experiment.options().values().get(one.name()))));
            }
        }
        known.putAll(layers.ofAll());
        return known;
    }

    private static Object value(Hyperparameters values, Hyperparameter<?> one) {
        return values.get(one);
    }

    /** The experiment with other values, as one of these networks or of one. */
    Experiment changed(Map<String, Object> values, Optional<Ensemble> ensemble) {
        Map<String, Object> optimizer = new LinkedHashMap<>();
        Map<String, Object> layer = new TreeMap<>();
        TrainingOptionsBuilder options = experiment.options().toBuilder();
        if (ensemble.isEmpty() && experiment.options().validationFraction() == 0) {
            options.refit(false); // of folds it is asked: what is trained on all rows comes of all of them
        }
        double rate = experiment.learningRate();
        for (Map.Entry<String, Object> one : values.entrySet()) {
            String path = one.getKey();
            Object value = place(path, path).parsed(path, one.getValue());
            if (path.equals(RATE)) {
                rate = (Double) value;
            } else if (path.startsWith(OPTIMIZER)) {
                optimizer.put(path.substring(OPTIMIZER.length()), value);
            } else if (path.startsWith(TRAINING)) {
                options.set(path.substring(TRAINING.length()), value);
            } else {
                layer.put(path, value);
            }
        }
        return new Experiment(
                experiment.data(),
                experiment.scaling(),
                experiment.scaleCategories(),
                experiment.targetScaling(),
                layers.with(layer),
                experiment.loss(),
                with(experiment.optimizer(), optimizer),
                rate,
                options.build(),
                ensemble,
                experiment.decision());
    }

    private static Optimizer with(Optimizer optimizer, Map<String, Object> values) {
        return values.isEmpty()
                ? optimizer
                : optimizer.with(optimizer.hyperparameters().with(optimizer.name(), values));
    }

    /** The values of each layer that draws would change. */
    SortedMap<String, Object> ofLayers(List<Draw> draws) {
        List<String> paths = new ArrayList<>();
        draws.forEach(draw -> paths.addAll(layers.each(draw.path())));
        SortedMap<String, Object> values = new TreeMap<>();
        paths.forEach(path -> values.put(path, place(path, path).own()));
        return values;
    }
}
