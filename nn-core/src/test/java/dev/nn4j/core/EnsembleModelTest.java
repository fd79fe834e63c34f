// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import dev.nn4j.api.DataException;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.encoding.Scaler;
import dev.nn4j.core.encoding.Scaling;
import dev.nn4j.core.metrics.Answers;
import dev.nn4j.core.metrics.RegressionEvaluation;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.sample.Architectures;
import dev.nn4j.core.sample.Tables;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models of several networks, which answer with the mean. */
class EnsembleModelTest {
    private static final ComponentRegistry REGISTRY = ComponentRegistry.standard();

    private static Network linear(float... parameters) {
        return Network.of(Architectures.inputs(1).dense(1, "identity").spec(), parameters);
    }

    /** y = 1, 2 and 6 times the scaled x; targets were divided by ten. */
    private static Model lines(Network... networks) {
        Schema schema = Schema.builder(Task.REGRESSION)
                .features(Feature.numbers("x"))
                .targets(List.of("t"))
                .build();
        return Model.builder(schema, List.of(networks), REGISTRY.loss("mean-squared-error"))
                .inputScaler(Scaler.of(Scaling.STANDARD, new float[] {1}, new float[] {2}))
                .targetScaler(Scaler.of(Scaling.STANDARD, new float[] {100}, new float[] {10}))
                .build();
    }

    private static Model threeLines() {
        return lines(linear(1, 0), linear(2, 0), linear(6, 0));
    }

    /** Networks of different shapes on three raw columns, and the probabilities of four labels. */
    private static Model mixed(int members) {
        Schema schema = Schema.builder(Task.MULTICLASS)
                .features(Feature.numbers("a", "b", "c"))
                .targets(List.of("kind"))
                .labels(List.of("w", "x", "y", "z"))
                .build();
        List<Network> networks = new ArrayList<>();
        for (int member = 0; member < members; member++) {
            networks.add(Network.initialized(
                    Architectures.inputs(3)
                            .dense(5 + 40 * member, "tanh")
                            .dense(4, "softmax")
                            .spec(),
                    member));
        }
        return Model.builder(schema, networks, REGISTRY.loss("categorical-cross-entropy"))
                .inputScaler(Scaler.of(Scaling.MIN_MAX, new float[] {1, 2, 3}, new float[] {4, 5, 6}))
                .build();
    }

    private static float[] rows(int rows, long seed) {
        Random random = new Random(seed);
        float[] raw = new float[rows * 3];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = (float) random.nextGaussian();
        }
        return raw;
    }

    @Test
    void answersWithTheMeanInTheTargetsOwnUnits() {
        assertThat(threeLines().predict(5.0).number()).isEqualTo(100 + 10 * 6);
    }

    @Test
    void saysHowFarItsMembersAreApartInTheTargetsOwnUnits() {
        Prediction prediction = threeLines().predict(5.0);
        assertThat(prediction.spread()[0])
                .as("2, 4 and 12 about 6, times 10")
                .isCloseTo((float) (10 * Math.sqrt((16 + 4 + 36) / 3.0)), within(1e-5f));
        assertThat(threeLines().predict(1.0).spread()).containsExactly(0);
        assertThat(lines(linear(1, 0)).predict(5.0).spread()).containsExactly(0);
        assertThat(threeLines().predictAll(List.of(Map.of("x", 5), Map.of("x", 1))))
                .extracting(one -> one.spread()[0])
                .containsExactly(prediction.spread()[0], 0f);
    }

    /** Whoever reads a file has to add in this order, and to divide. */
    @Test
    void addsTheMembersOutputsAsFloatsInTheirOrderAndDividesTheSum() {
        int members = 5;
        Model model = mixed(members);
        float[] raw = rows(300, 7);
        float[] expected = new float[300 * 4];
        for (int member = 0; member < members; member++) {
            float[] outputs = new float[300 * 4];
            model.member(member).predict(raw, 300, outputs, model.member(member).newScratch());
            for (int i = 0; i < outputs.length; i++) {
                expected[i] = member == 0 ? outputs[i] : expected[i] + outputs[i];
            }
        }
        for (int i = 0; i < expected.length; i++) {
            expected[i] /= members;
        }
        float[] found = new float[300 * 4];
        model.predict(raw, 300, found, model.newScratch());
        assertThat(found).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void givesTheSameBitsRowByRowInBlocksAndInOneArray(int members) {
        Model model = mixed(members);
        int count = 1000;
        float[] raw = rows(count, 11);
        float[] whole = new float[count * 4];
        model.predict(raw, count, whole, model.newScratch(KernelChoice.SCALAR));

        float[] single = new float[count * 4];
        Scratch scratch = model.newScratch();
        for (int row = 0; row < count; row++) {
            float[] one = new float[4];
            model.predict(Arrays.copyOfRange(raw, row * 3, row * 3 + 3), 1, one, scratch);
            System.arraycopy(one, 0, single, row * 4, 4);
        }
        assertThat(single).isEqualTo(whole);

        float[] inPlace = Arrays.copyOf(raw, count * 4);
        model.predict(inPlace, count, inPlace, model.newScratch());
        assertThat(inPlace).isEqualTo(whole);

        float[] spread = new float[count * 4];
        float[] again = new float[count * 4];
        model.predict(raw, count, again, spread, scratch);
        assertThat(again).isEqualTo(whole);
        assertThat(model.predict(raw[0], raw[1], raw[2]).spread()).isEqualTo(Arrays.copyOf(spread, 4));
    }

    @Test
    void evaluatesTheLossOfTheMean() {
        Model model = threeLines();
        Answers answers = Answers.of(model, Tables.of(model.schema()::cellType, "x,t", "5,150", "1,100"));
        RegressionEvaluation evaluation = (RegressionEvaluation) answers.evaluation();
        assertThat(answers.outputs()).containsExactly(160, 100);
        assertThat(evaluation.mse()).isEqualTo(50);
        assertThat(evaluation.loss()).as("in scaled units").isEqualTo(0.5);
    }

    @Test
    void evaluationsGiveThePredictionsBits() {
        Model model = mixed(3);
        List<String> lines = new ArrayList<>(List.of("a,b,c,kind"));
        float[] raw = rows(40, 3);
        for (int row = 0; row < 40; row++) {
            lines.add(raw[row * 3] + "," + raw[row * 3 + 1] + "," + raw[row * 3 + 2] + "," + "wxyz".charAt(row % 4));
        }
        Answers answers = Answers.of(
                model,
                Tables.of(
                        model.schema()::cellType,
                        lines.get(0),
                        lines.subList(1, 41).toArray(new String[0])));
        float[] outputs = new float[40 * 4];
        model.predict(raw, 40, outputs, model.newScratch());
        assertThat(answers.outputs()).isEqualTo(outputs);
        double logLoss = 0;
        for (int row = 0; row < 40; row++) {
            logLoss -= Math.log(outputs[row * 4 + row % 4]) / 40;
        }
        assertThat(answers.loss()).isCloseTo(logLoss, within(1e-6));
    }

    @Test
    void oneNetworkOfSeveralIsAModelOfItsOwn() {
        assertThat(threeLines().member(2).predict(5.0).number()).isEqualTo(220);
        assertThat(threeLines().networks()).hasSize(3);
        assertThatIllegalStateException()
                .isThrownBy(() -> threeLines().network())
                .withMessage("model: it is an ensemble of 3 networks and has no one network; take networks(), or"
                        + " member(i), a model of one of them");
        assertThat(threeLines()).hasToString("regression model of t: 1 features, 3 networks, 6 parameters");
        assertThat(threeLines().member(0)).hasToString("regression model of t: 1 features, 2 parameters");
    }

    @Test
    void networksThatDoNotFitAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> lines(
                        linear(1, 0),
                        Network.initialized(
                                Architectures.inputs(1).dense(2, "identity").spec(), 1)))
                .withMessage("model: the network's output width is 2, the schema asks for 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> lines())
                .withMessageContaining("networks must be 1 to 1000, there are 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> lines(Collections.nCopies(1001, linear(1, 0)).toArray(new Network[0])))
                .withMessageContaining("there are 1001");
    }

    /** A scratch is one thread's at a time, as that of one network is. */
    @Test
    void aScratchInUseIsRefused() {
        Model model = threeLines();
        GuardedScratch scratch = (GuardedScratch) model.newScratch();
        scratch.enter();
        assertThatIllegalStateException()
                .isThrownBy(() -> model.predict(new float[1], 1, new float[1], scratch))
                .withMessageContaining("in use by another prediction");
        scratch.leave();
        model.predict(new float[1], 1, new float[1], scratch);
    }

    @Test
    void anotherModelsScratchAndAShortArrayAreRefused() {
        Model model = threeLines();
        float[] outputs = new float[1];
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        model.predict(new float[1], 1, outputs, threeLines().newScratch()))
                .withMessageContaining("another model's");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.predict(new float[2], 2, new float[2], new float[1], model.newScratch()))
                .withMessageContaining("needs an array of 2, got 1");
        Assertions.assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> model.predict(new float[] {1, Float.NaN}, 2, new float[2], model.newScratch()))
                .withMessageContaining("row 1 (the first is 0)");
    }
}
