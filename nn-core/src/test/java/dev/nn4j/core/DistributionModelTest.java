// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import dev.nn4j.api.Loss;
import dev.nn4j.core.calibration.ConformalFit;
import dev.nn4j.core.conformal.Conformal;
import dev.nn4j.core.conformal.ConformalMethod;
import dev.nn4j.core.encoding.Scaler;
import dev.nn4j.core.encoding.Scaling;
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
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Models whose networks have several outputs for each target. */
class DistributionModelTest {
    private static final Scaler SCALER = Scaler.of(Scaling.STANDARD, new float[] {100}, new float[] {10});

    private static Schema schema(Loss loss, String... targets) {
        return Schema.builder(Task.REGRESSION)
                .features(Feature.numbers("x"))
                .targets(List.of(targets))
                .distribution(loss.distribution())
                .build();
    }

    private static Loss quantiles() {
        return ComponentRegistry.standard().loss("quantiles");
    }

    private static Loss gaussian() {
        return ComponentRegistry.standard().loss("gaussian");
    }

    /** Each network's outputs are factors times the one input, plus nothing. */
    private static Model model(Loss loss, float[]... factors) {
        List<Network> networks = new ArrayList<>();
        for (float[] each : factors) {
            float[] parameters = new float[2 * each.length];
            System.arraycopy(each, 0, parameters, 0, each.length);
            networks.add(Network.of(
                    Architectures.inputs(1).dense(each.length, "identity").spec(), parameters));
        }
        return Model.builder(schema(loss, "y"), networks, loss)
                .targetScaler(SCALER)
                .build();
    }

    @Test
    void quantilesAreInOrderAndTheMedianAnswers() {
        Model model = model(quantiles(), new float[] {3, 1, 2});
        Prediction prediction = model.predict(1f);
        assertThat(prediction.quantiles()).isEqualTo(Map.of("y", Map.of(0.05, 110.0, 0.5, 120.0, 0.95, 130.0)));
        assertThat(prediction.quantile(0.95)).isEqualTo(130);
        assertThat(prediction.number()).isEqualTo(120);
        assertThat(prediction.toMap())
                .isEqualTo(Map.of(
                        "numbers",
                        Map.of("y", 120.0),
                        "quantiles",
                        Map.of("y", Map.of("0.05", 110.0, "0.5", 120.0, "0.95", 130.0))));
        // below 0 the order turns
        assertThat(model.predict(-1f).quantiles().get("y").values()).containsExactly(70.0, 80.0, 90.0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> prediction.quantile(0.9))
                .withMessage("prediction: the quantile's level must be one of [0.05, 0.5, 0.95], got 0.9");
        assertThatIllegalStateException()
                .isThrownBy(prediction::deviation)
                .withMessage("prediction: a regression model with 1 outputs gives no deviations");
    }

    @Test
    void manyRowsAnswerAsEachAlone() {
        for (Model model : List.of(
                model(quantiles(), new float[] {3, 1, 2}),
                model(gaussian(), new float[] {1, 0.5f}, new float[] {2, 0}))) {
            List<Map<String, Object>> rows = new ArrayList<>();
            for (int i = 0; i < 700; i++) {
                rows.add(Map.of("x", (i - 350) / 64f));
            }
            List<Prediction> together = model.predictAll(rows);
            float[] answers = new float[rows.size()];
            for (int i = 0; i < rows.size(); i++) {
                answers[i] = (i - 350) / 64f;
                assertThat(together.get(i)).isEqualTo(model.predict(rows.get(i)));
            }
            model.predict(answers, rows.size(), answers, model.newScratch());
            for (int i = 0; i < rows.size(); i++) {
                assertThat(answers[i]).isEqualTo((float) together.get(i).number());
            }
        }
    }

    @Test
    void aDeviationIsScaledAndNotShifted() {
        Prediction prediction =
                model(gaussian(), new float[] {2, (float) Math.log(4)}).predict(1f);
        assertThat(prediction.number()).isEqualTo(120);
        assertThat(prediction.deviation()).isCloseTo(20, within(1e-5));
        assertThat(prediction.toMap()).containsKeys("numbers", "deviations");
    }

    /** Lakshminarayanan et al. 2017: the variance of the mixture. */
    @Test
    void networksThatDisagreeAreLessSure() {
        Model model = model(gaussian(), new float[] {1, (float) Math.log(4)}, new float[] {3, (float) Math.log(2)});
        Prediction prediction = model.predict(1f);
        assertThat(prediction.number()).isEqualTo(120);
        assertThat(prediction.deviation()).isCloseTo(10 * Math.sqrt((4 + 2) / 2.0 + 1), within(1e-4));
        assertThat(prediction.spread()).containsExactly(10);

        Prediction quantiles =
                model(quantiles(), new float[] {3, 1, 2}, new float[] {1, 3, 2}).predict(1f);
        assertThat(quantiles.quantiles().get("y").values()).containsExactly(110.0, 120.0, 130.0);
    }

    @Test
    void answersHoldDetailsAndTheLossIsThatOfTheOutputs() {
        Model model = model(gaussian(), new float[] {1, 0});
        Evaluator evaluator = Evaluator.of(model);
        Answers answers = evaluator.answers(Tables.of(evaluator::cellType, "x,y", "1,115", "2,110"));
        assertThat(answers.outputs()).containsExactly(110, 120);
        assertThat(answers.detail(1, 0, 1)).isCloseTo(10, within(1e-4f));
        assertThat(answers.loss()).isCloseTo((0.25 + 1) / 4, within(1e-5));

        Model joint = model(gaussian(), new float[] {1, 0}, new float[] {1, 0});
        Evaluator ofJoint = Evaluator.of(joint);
        assertThat(ofJoint.answers(Tables.of(ofJoint::cellType, "x,y", "1,115", "2,110"))
                        .loss())
                .isCloseTo(answers.loss(), within(1e-5));
    }

    @Test
    void conformalScoresOfQuantilesMayNarrowThem() {
        Model model = model(quantiles(), new float[] {-1, 0, 1});
        Evaluator evaluator = Evaluator.of(model);
        // beyond the quantiles by −5, −8, 2 and 1
        Answers answers = evaluator.answers(Tables.of(evaluator::cellType, "x,y", "1,95", "1,102", "1,112", "2,121"));
        Conformal scores = new ConformalFit(ConformalFit.usual(model.schema())).of(answers);
        assertThat(scores.method()).isEqualTo(ConformalMethod.QUANTILES);
        assertThat(scores.scores(0)).containsExactly(-8, -5, 1, 2);
        Model scored = model.withConformal(Optional.of(scores));
        assertThat(scored.intervals(0.8).of(scored.predict(1f))).isEqualTo(new Interval(88, 112));
        assertThat(scored.intervals(0.4).of(scored.predict(1f))).isEqualTo(new Interval(95, 105));
        assertThat(scored.intervals(0.2).of(scored.predict(0.5f)))
                .as("ends that have passed each other meet")
                .isEqualTo(new Interval(100, 100));
    }

    @Test
    void conformalScoresOfDeviationsAreTimesThem() {
        Model model = model(gaussian(), new float[] {0, (float) Math.log(4)});
        Evaluator evaluator = Evaluator.of(model);
        Answers answers = evaluator.answers(Tables.of(evaluator::cellType, "x,y", "1,140", "0,105"));
        Conformal scores = new ConformalFit(ConformalFit.usual(model.schema())).of(answers);
        assertThat(scores.method()).isEqualTo(ConformalMethod.DEVIATION);
        assertThat(scores.scores(0)[1]).isCloseTo(2, within(1e-5f));
        Model scored = model.withConformal(Optional.of(scores));
        assertThat(scored.intervals(0.6).of(scored.predict(0f)).high()).isCloseTo(120, within(1e-3));
        assertThatIllegalStateException()
                .isThrownBy(() -> scored.intervals(0.6).of(new float[1], new float[1], 0, 0))
                .withMessage("intervals: they need details and not only answers; ask ofDetails");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConformalFit(ConformalMethod.QUANTILES).of(answers))
                .withMessage(
                        "conformal: quantiles is for models that were trained on the loss quantiles; take deviation");
    }

    @Test
    void partsThatDoNotFitAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Model.builder(
                                schema(gaussian(), "y"),
                                Network.initialized(
                                        Architectures.inputs(1)
                                                .dense(3, "identity")
                                                .spec(),
                                        1),
                                quantiles())
                        .build())
                .withMessage("model: the network's output width is 3, the schema asks for 2");
        Schema schema = schema(quantiles(), "y");
        Predictor plain = new Predictor() {
            @Override
            public Schema schema() {
                return schema;
            }

            @Override
            public Scratch newScratch(dev.nn4j.core.compute.KernelChoice kernels) {
                return model(quantiles(), new float[3]).newScratch(kernels);
            }

            @Override
            public void predict(float[] rows, int count, float[] outputs, Scratch scratch) {}
        };
        assertThatIllegalStateException()
                .isThrownBy(() -> plain.predict(1f))
                .withMessageContaining("does not override predictDetails");
        assertThatIllegalStateException()
                .isThrownBy(() -> plain.predictDetails(
                        Tables.of(schema::cellType, "x,y", "1,2"), Optional.empty(), (first, count, some) -> {}))
                .withMessageContaining("q0.05, q0.5, q0.95");
    }
}
