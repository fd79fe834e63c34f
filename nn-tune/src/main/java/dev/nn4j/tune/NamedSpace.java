// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.tune;

import dev.nn4j.api.Hyperparameter;
import dev.nn4j.api.NearestName;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.network.DenseSpec;
import dev.nn4j.core.network.DropoutSpec;
import dev.nn4j.core.network.LayerSpec;
import dev.nn4j.core.network.NumericEmbeddingSpec;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Spaces with a name, drawn about what a description has: they leave out what it lacks, as dropout where there is none.
 *
 * @since 0.1.0
 */
public enum NamedSpace {
    /** The three settings that matter first: learning rate, dropout, weight decay. */
    SMALL,
    /** What makes up a recipe: the same, and width, depth, activation, embeddings and label smoothing. */
    RECIPE,
    /** How the steps are made: learning rate, weight decay, momentum of squares (beta2), rows of a batch, label smoothing. */
    OPTIMIZER,
    /** What the network is: width, depth, activation, dropout, embeddings. */
    ARCHITECTURE;

    private static final double RATE_REACH = 5;
    private static final double LESS_DECAY = 20;
    private static final double MORE_DECAY = 5;
    private static final double MOST_DROPOUT = 0.5;

    /** As the command line says it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What the command line says for all of them. */
    public static List<String> words() {
        return Arrays.stream(values()).map(NamedSpace::word).toList();
    }

    /**
     * The space that the command line says so.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static NamedSpace of(String word) {
        return Arrays.stream(values())
                .filter(space -> space.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "space: there is no '" + word + "'" + NearestName.hint(word, words())));
    }

    /** The space about an experiment. */
    public SearchSpace about(Experiment experiment) {
        SearchSpace space = SearchSpace.none();
        if (this != ARCHITECTURE) {
            space = decay(rate(space, experiment), experiment);
        }
        if (this == OPTIMIZER) {
            space = batches(experiment, space);
        }
        if (this != OPTIMIZER) {
            space = dropout(space, experiment.layers());
        }
        if (this == RECIPE || this == ARCHITECTURE) {
            space = embedding(network(space, experiment), experiment.layers());
        }
        return this == RECIPE || this == OPTIMIZER ? smoothing(space, experiment) : space;
    }

    private static SearchSpace rate(SearchSpace space, Experiment experiment) {
        double rate = experiment.learningRate();
        return space.logBetween("optimizer.learningRate", rounded(rate / RATE_REACH), rounded(rate * RATE_REACH));
    }

    private static SearchSpace decay(SearchSpace space, Experiment experiment) {
        return number(experiment, "weightDecay")
                .filter(decay -> decay > 0)
                .map(decay -> space.logBetween(
                        "optimizer.weightDecay", rounded(decay / LESS_DECAY), rounded(decay * MORE_DECAY)))
                .orElse(space);
    }

    private static Optional<Double> number(Experiment experiment, String name) {
        return experiment.optimizer().hyperparameters().declarations().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .map(one -> value(experiment, one))
                .filter(Double.class::isInstance)
                .map(Double.class::cast);
    }

    private static Object value(Experiment experiment, Hyperparameter<?> one) {
        return experiment.optimizer().hyperparameters().get(one);
    }

    private static SearchSpace batches(Experiment experiment, SearchSpace space) {
        SearchSpace wider = number(experiment, "beta2").isPresent()
                ? space.among("optimizer.beta2", List.of(0.9, 0.95, 0.98, 0.99, 0.999))
                : space;
        return wider.among("training.batchSize", List.of("auto", 64, 128, 256, 512));
    }

    private static SearchSpace dropout(SearchSpace space, List<LayerSpec> layers) {
        return layers.stream().anyMatch(DropoutSpec.class::isInstance)
                ? space.between("network.layers[*].rate", 0, MOST_DROPOUT)
                : space;
    }

    /** Twice as wide is four times the work, so the recipe, which all of a search pays for, goes less far. */
    private SearchSpace network(SearchSpace space, Experiment experiment) {
        List<DenseSpec> dense = experiment.layers().stream()
                .filter(DenseSpec.class::isInstance)
                .map(DenseSpec.class::cast)
                .toList();
        if (dense.size() < 2) {
            return space;
        }
        long width = dense.get(0).outputs();
        long depth = dense.size() - 1L;
        long[] widths = this == RECIPE
                ? new long[] {width / 2, width, width + width / 2}
                : new long[] {width / 2, width, width + width / 2, 2 * width};
        return space.among("network.layers[*].outputDim", positive(widths))
                .among("network.hiddenLayers", positive(depth - 1, depth, depth + 1))
                .among("network.layers[*].activation", activations(dense.get(0)));
    }

    private static List<String> activations(DenseSpec hidden) {
        List<String> names = new ArrayList<>(List.of(hidden.activation().name()));
        for (String other : List.of("selu", "mish", "relu", "gelu")) {
            if (!names.contains(other)) {
                names.add(other);
            }
        }
        return names;
    }

    private static SearchSpace embedding(SearchSpace space, List<LayerSpec> layers) {
        return layers.stream().anyMatch(NumericEmbeddingSpec.class::isInstance)
                ? space.among("network.layers[*].bins", List.of(8, 16, 32, 64))
                        .among("network.layers[*].size", List.of(4, 8, 16))
                : space;
    }

    private static SearchSpace smoothing(SearchSpace space, Experiment experiment) {
        return experiment.task().hasLabels()
                ? space.among("training.labelSmoothing", List.of(0.0, 0.02, 0.05, 0.1))
                : space;
    }

    private static List<Long> positive(long... counts) {
        return LongStream.of(counts)
                .filter(count -> count > 0)
                .distinct()
                .boxed()
                .toList();
    }

    /** Three digits, as people write it. */
    private static double rounded(double value) {
        return new BigDecimal(value).round(new MathContext(3)).doubleValue();
    }
}
