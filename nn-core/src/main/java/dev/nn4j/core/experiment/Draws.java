// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.experiment;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.api.math.RandomStream;
import dev.nn4j.core.experiment.ExperimentValues.Place;
import dev.nn4j.core.internal.rules.OptimizerDecay;
import dev.nn4j.core.network.NumericEmbeddingSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** What the members of a pack draw of an experiment. */
final class Draws {
    private static final String RATE = "optimizer.learningRate";
    private static final String DECAY = "optimizer." + OptimizerDecay.NAME;
    private static final String DROPOUT = "network.layers[*].rate";
    private static final String BINS = "network.layers[*].bins";
    private static final String SIZE = "network.layers[*].size";
    /** How far the usual rates are from the experiment's, as a factor. */
    private static final double RATE_REACH = 2;

    private static final double DECAY_REACH = 4;
    private static final double DROPOUT_REACH = 2;
    private static final double MOST_DROPOUT = 0.5;

    private final Experiment experiment;
    private final ExperimentValues values;

    Draws(Experiment experiment) {
        this.experiment = experiment;
        this.values = new ExperimentValues(experiment);
    }

    /** An ensemble that says all that it draws, which the experiment's options allow. */
    Ensemble of(Ensemble ensemble) {
        if (ensemble.kind() != Ensemble.Kind.PACK) {
            return ensemble;
        }
        List<Draw> draws = ensemble.draws().orElseGet(this::usual).stream()
                .map(this::checked)
                .toList();
        requireTogether(draws);
        return ensemble.drawing(draws);
    }

    /** What a member draws, by the seed, its number and the place of each draw alone. */
    SortedMap<String, Object> of(int member) {
        SortedMap<String, Object> drawn = new TreeMap<>();
        List<Draw> draws = experiment.ensemble().flatMap(Ensemble::draws).orElse(List.of());
        for (int i = 0; i < draws.size() && member > 1; i++) {
            Draw draw = draws.get(i);
            RandomStream stream =
                    RandomStream.of(experiment.options().seed(), RandomStream.Purpose.MEMBER, 1 + i, member - 1L);
            drawn.put(
                    draw.path(),
                    draw.value(stream, values.place(draw.path(), draw.path()).isWhole()));
        }
        return drawn;
    }

    /** Rates, decay, dropout and embeddings about what the experiment has, where it has them. */
    private List<Draw> usual() {
        List<Draw> draws = new ArrayList<>();
        double rate = experiment.learningRate();
        draws.add(Draw.logBetween(RATE, rate / RATE_REACH, rate * RATE_REACH));
        double decay = OptimizerDecay.of(experiment.optimizer());
        if (decay > 0) {
            draws.add(Draw.logBetween(DECAY, decay / DECAY_REACH, decay * DECAY_REACH));
        }
        own(DROPOUT)
                .map(Double.class::cast)
                .filter(share -> share > 0)
                .ifPresent(share -> draws.add(
                        Draw.between(DROPOUT, 0, Math.max(share, Math.min(MOST_DROPOUT, DROPOUT_REACH * share)))));
        if (experiment.layers().stream().anyMatch(NumericEmbeddingSpec.class::isInstance)) {
            own(BINS).map(Long.class::cast).ifPresent(bins -> draws.add(upTo(BINS, bins / 4, bins / 2, bins)));
            own(SIZE).map(Long.class::cast).ifPresent(size -> draws.add(upTo(SIZE, size / 2, size)));
        }
        return draws;
    }

    private Optional<Object> own(String path) {
        return new LayerValues(experiment.layers()).place(path).map(Place::own);
    }

    /** Fewer than two bins, and columns of one number, there are not. */
    private static Draw upTo(String path, long... sizes) {
        return Draw.among(
                path,
                LongStream.of(sizes)
                        .map(size -> Math.max(2, size))
                        .distinct()
                        .mapToObj(size -> (Object) size)
                        .toList());
    }

    private Draw checked(Draw draw) {
        String named = Draw.PATH + "." + draw.path();
        Place place = values.place(draw.path(), named);
        List<Object> ends = new ArrayList<>();
        for (Object end : draw.ends()) {
            Object value = place.parsed(named, end);
            require(named, Map.of(draw.path(), value));
            ends.add(value);
        }
        return draw.source() instanceof Draw.Among ? Draw.among(draw.path(), ends) : draw;
    }

    /** The greatest of all at once, which rates and decays may not be. */
    private void requireTogether(List<Draw> draws) {
        Map<String, Object> last = new LinkedHashMap<>();
        draws.forEach(draw -> last.put(draw.path(), draw.ends().get(draw.ends().size() - 1)));
        require(Draw.PATH, last);
    }

    private void require(String named, Map<String, Object> drawn) {
        try {
            values.changed(drawn, Optional.empty());
        } catch (ConfigurationException | IllegalArgumentException e) {
            throw new ConfigurationException(named, "can draw " + drawn + ", but " + e.getMessage());
        }
    }
}
