// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.nn4j.core.Interval;
import dev.nn4j.core.Model;
import dev.nn4j.core.Network;
import dev.nn4j.core.PredictionSets;
import dev.nn4j.core.conformal.Conformal;
import dev.nn4j.core.conformal.ConformalMethod;
import dev.nn4j.core.metrics.Answers;
import dev.nn4j.core.metrics.Evaluator;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.sample.Architectures;
import dev.nn4j.core.sample.Tables;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What rows say of how far answers may be from the truth. */
class ConformalFitTest {
    /** Each network answers a factor times its one input. */
    private static Model lines(float... factors) {
        Schema schema = Schema.builder(Task.REGRESSION)
                .features(Feature.numbers("x"))
                .targets(List.of("y"))
                .build();
        List<Network> networks = new ArrayList<>();
        for (float factor : factors) {
            networks.add(Network.of(Architectures.inputs(1).dense(1, "identity").spec(), new float[] {factor, 0}));
        }
        return Model.builder(schema, networks, ComponentRegistry.standard().loss("mean-squared-error"))
                .build();
    }

    private static Function<Model, Answers> asked(Optional<String> weight, String header, String... rows) {
        return model -> {
            Evaluator plain = Evaluator.of(model);
            Evaluator evaluator = weight.map(plain::withWeight).orElse(plain);
            return evaluator.answers(Tables.of(evaluator::cellType, header, rows));
        };
    }

    private static final Function<Model, Answers> FOUR =
            asked(Optional.empty(), "x,y", "1,1.5", "2,2.25", "3,2", "4,4");

    @Test
    void numbersAreAsFarAsTheRowsWere() {
        Model model = lines(1);
        Conformal scores = new ConformalFit(ConformalMethod.ABSOLUTE).of(model, FOUR);
        assertThat(scores.scores(0)).containsExactly(0, 0.25f, 0.5f, 1);
        Model scored = model.withConformal(Optional.of(scores));
        assertThat(scored.intervals(0.8).of(scored.predict(10f))).isEqualTo(new Interval(9, 11));
        assertThat(scored.intervals(0.5).of(scored.predict(10f))).isEqualTo(new Interval(9.5, 10.5));
    }

    /** By hand: p of a are .2, .4, .6 with a true of the last, of b .9, .3, .5 with b true of the first two. */
    @Test
    void eachOfSeveralLabelsHasScoresOfItsOwn() {
        Schema schema = Schema.builder(Task.MULTILABEL)
                .features(Feature.numbers("p", "q"))
                .targets(List.of("a", "b"))
                .build();
        Network asIs = Network.of(Architectures.inputs(2).dense(2, "identity").spec(), new float[] {1, 0, 0, 1, 0, 0});
        Model model = Model.builder(
                        schema, List.of(asIs), ComponentRegistry.standard().loss("mean-squared-error"))
                .build();
        Conformal scores = new ConformalFit(ConformalMethod.LAC)
                .of(model, asked(Optional.empty(), "p,q,a,b", "0.25,0.875,0,1", "0.5,0.25,0,1", "0.75,0.5,1,0"));
        assertThat(scores.scores(0)).containsExactly(0.25f, 0.25f, 0.5f);
        assertThat(scores.scores(1)).containsExactly(0.125f, 0.5f, 0.75f);
        Model scored = model.withConformal(Optional.of(scores));
        PredictionSets sets = scored.sets(0.75);
        assertThat(sets.of(scored.predict(0.25f, 0.5f), 0)).containsExactly("0");
        assertThat(sets.of(scored.predict(0.5f, 0.5f), 0)).containsExactly("0", "1");
        assertThat(sets.of(scored.predict(0.25f, 0.125f), 1)).containsExactly("0");
        assertThatThrownBy(() -> sets.of(scored.predict(0.25f, 0.5f)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("sets: there is one for each of 2 labels; ask for that of a label by its number");
    }

    @Test
    void anEnsemblesIntervalsGrowWithItsSpread() {
        Model model = lines(0.5f, 1.5f);
        Conformal scores = new ConformalFit(ConformalMethod.SPREAD).of(model, FOUR);
        // the members are x/2 apart from their mean, which is x; over the rows that is 1.25
        assertThat(scores.floors()).containsExactly(1.25f);
        assertThat(scores.scores(0)[3]).isCloseTo(1 / 2.75f, within(1e-6f));
        Model scored = model.withConformal(Optional.of(scores));
        Interval interval = scored.intervals(0.8).of(scored.predict(10f));
        assertThat(interval.width() / 2).isCloseTo((5 + 1.25) / 2.75, within(1e-5));
        assertThat(scored.intervals(0.8).of(scored.predict(1f)).width()).isLessThan(interval.width());
    }

    @Test
    void rowsThatWeighNothingDoNotCount() {
        Conformal scores = new ConformalFit(ConformalMethod.ABSOLUTE)
                .of(lines(1), asked(Optional.of("w"), "x,y,w", "1,1.5,2", "2,2.25,0", "3,2,0.5"));
        assertThat(scores.scores(0)).containsExactly(0.5f, 1);
    }

    /** The (n + 1)·0.9-th of 144 scores is the 131st; numpy's sort has the same numbers. */
    @Test
    void labelsAreAsStrangeAsTheyWere() {
        Answers answers = StatedProbabilities.ofBreastCancer(false);
        Conformal scores = new ConformalFit(ConformalMethod.LAC).of(answers);
        List<Double> sorted = new ArrayList<>();
        for (int row = 0; row < answers.rows(); row++) {
            double p = answers.output(row, 0);
            sorted.add(1 - (answers.label(row) == 1 ? p : 1 - p));
        }
        sorted.sort(null);
        int rank = (int) Math.ceil((answers.rows() + 1) * 0.9 - 1e-9);
        assertThat((double) scores.quantile(0, 0.9)).isCloseTo(sorted.get(rank - 1), within(1e-6));
        int held = 0;
        for (double score : sorted) {
            held += score <= scores.quantile(0, 0.9) + 1e-7 ? 1 : 0;
        }
        assertThat(held).isEqualTo(rank);
    }

    @Test
    void whatDoesNotSuitTheModelIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConformalFit(ConformalMethod.LAC).of(lines(1), FOUR))
                .withMessage("conformal: lac is for labels, this model is regression; take absolute");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConformalFit(ConformalMethod.SPREAD).of(lines(1), FOUR))
                .withMessage("conformal: spread is for ensembles, this model is one network; take absolute");
        Conformal spread = new ConformalFit(ConformalMethod.SPREAD).of(lines(0.5f, 1.5f), FOUR);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> lines(1).withConformal(Optional.of(spread)))
                .withMessageContaining("this is one network");
        assertThatIllegalStateException()
                .isThrownBy(() -> lines(1).intervals(0.9))
                .withMessageContaining("nn calibrate MODEL --data FILE --conformal auto");
        assertThatIllegalStateException()
                .isThrownBy(() -> lines(1).sets(0.9))
                .withMessage("model: sets are of labels, this model is regression");
    }

    /** Errors of x are 0.5, 0.25, 1 and 0; half an interval is 0.5 at 0.5, and 1 at 0.8. */
    @Test
    void coverageIsTheShareOfRowsWhoseTruthLiesWhereItIsSaidTo() {
        Model model = lines(1);
        Model scored = model.withConformal(Optional.of(new ConformalFit(ConformalMethod.ABSOLUTE).of(model, FOUR)));
        Function<Model, Answers> others = asked(Optional.empty(), "x,y", "1,1.25", "2,3", "3,5", "4,0", "5,5");
        assertThat(ConformalCoverage.of(scored, List.of(0.8), others))
                .containsExactly(new ConformalCoverage(0.8, "y", 3.0 / 5, 2));
        assertThat(ConformalCoverage.of(scored, List.of(0.5), others))
                .containsExactly(new ConformalCoverage(0.5, "y", 2.0 / 5, 1));
        assertThatIllegalStateException()
                .isThrownBy(() -> ConformalCoverage.of(model, List.of(0.8), others))
                .withMessageContaining("nn calibrate");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConformalCoverage.of(scored, List.of(0.9), others))
                .withMessageContaining("promise at most 0.8");
    }

    @Test
    void coverageOfAnEnsembleGrowsWithItsSpreadAndWeighsRows() {
        Model model = lines(0.5f, 1.5f);
        Model scored = model.withConformal(Optional.of(new ConformalFit(ConformalMethod.SPREAD).of(model, FOUR)));
        // at x = 10 the interval reaches (5 + 1.25) / 2.75 = 2.27 to either side, at x = 0 it is 0.4545
        ConformalCoverage held = ConformalCoverage.of(
                        scored, List.of(0.8), asked(Optional.of("w"), "x,y,w", "10,12,3", "0,2,1"))
                .get(0);
        assertThat(held.held()).isEqualTo(0.75);
        assertThat(held.size()).isCloseTo((3 * 2 * 6.25 / 2.75 + 2 * 1.25 / 2.75) / 4, within(1e-5));
    }

    /** At 0.75 the sets of a are those of what has p of at least 0.5, those of b of at least 0.25. */
    @Test
    void coverageOfSeveralLabelsIsOfEach() {
        Schema schema = Schema.builder(Task.MULTILABEL)
                .features(Feature.numbers("p", "q"))
                .targets(List.of("a", "b"))
                .build();
        Network asIs = Network.of(Architectures.inputs(2).dense(2, "identity").spec(), new float[] {1, 0, 0, 1, 0, 0});
        Model model = Model.builder(
                        schema, List.of(asIs), ComponentRegistry.standard().loss("mean-squared-error"))
                .build();
        Conformal scores = new ConformalFit(ConformalMethod.LAC)
                .of(model, asked(Optional.empty(), "p,q,a,b", "0.25,0.875,0,1", "0.5,0.25,0,1", "0.75,0.5,1,0"));
        assertThat(ConformalCoverage.of(
                        model.withConformal(Optional.of(scores)),
                        List.of(0.75),
                        asked(Optional.empty(), "p,q,a,b", "0.25,0.5,0,0", "0.5,0.125,1,1")))
                .containsExactly(new ConformalCoverage(0.75, "a", 1, 1.5), new ConformalCoverage(0.75, "b", 0.5, 1.5));
    }
}
