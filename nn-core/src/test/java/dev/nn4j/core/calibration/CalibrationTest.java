// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.nn4j.core.GoldenRows;
import dev.nn4j.core.Model;
import dev.nn4j.core.Network;
import dev.nn4j.core.decision.Decision;
import dev.nn4j.core.metrics.Answers;
import dev.nn4j.core.metrics.Evaluator;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.sample.Architectures;
import dev.nn4j.core.sample.Tables;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Probabilities as sure as rows say they may be. */
class CalibrationTest {
    /** A sigmoid of its one input, which is the logit. */
    private static Model identity(int members) {
        Schema schema = Schema.builder(Task.BINARY)
                .features(Feature.numbers("z"))
                .targets(List.of("malignant"))
                .labels(List.of("0", "1"))
                .positiveClass(1)
                .build();
        Network network = Network.of(Architectures.inputs(1).dense(1, "sigmoid").spec(), new float[] {1, 0});
        return Model.builder(
                        schema,
                        Collections.nCopies(members, network),
                        ComponentRegistry.standard().loss("binary-cross-entropy"))
                .golden(new GoldenRows(List.of("0.5"), List.of(0.62245935f)))
                .build();
    }

    /** The logits of scikit-learn's breast cancer data. */
    private static Function<Model, Answers> asked(boolean weighted) {
        Answers stated = StatedProbabilities.ofBreastCancer(true);
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < stated.rows(); row++) {
            double p = stated.output(row, 0);
            rows.add(String.format(
                    Locale.ROOT, "%.9g,%d,%s", StrictMath.log(p / (1 - p)), stated.label(row), stated.weight(row)));
        }
        return model -> {
            Evaluator plain = Evaluator.of(model);
            Evaluator evaluator = weighted ? plain.withWeight("w") : plain;
            return evaluator.answers(Tables.of(evaluator::cellType, "z,malignant,w", rows.toArray(String[]::new)));
        };
    }

    /** Values of scikit-learn 1.2 (LogisticRegression without penalty, log_loss, brier_score_loss) and SciPy. */
    @ParameterizedTest
    @CsvSource({
        "AFFINE, false, 0.5664275077967715, -0.5189073151755388, 0.37818508794903655, 0.12053308112715057, 0.08927116619153475",
        "AFFINE, true, 0.5451088146067324, -0.6838651610128965, 0.38555748484496827, 0.1229932104758864, 0.09229800538578199",
        "TEMPERATURE, false, 0.5847013892997492, 0, 0.3946744655289412, NaN, NaN",
        "TEMPERATURE, true, 0.5662769725019571, 0, 0.415333033006112, NaN, NaN"
    })
    void scikitLearnAgrees(
            Calibration.Kind kind,
            boolean weighted,
            double factor,
            double shift,
            double loss,
            double brier,
            double error) {
        Calibration found = Calibration.of(identity(1), kind, asked(weighted));
        Calibration.Line line = found.lines().get(0);
        assertThat(line.factor()).isCloseTo(factor, within(2e-5));
        assertThat(line.shift()).isCloseTo(shift, within(2e-5));
        assertThat(found.isApplied()).isTrue();
        assertThat(found.before().logLoss())
                .isCloseTo(weighted ? 0.4653288647724496 : 0.43871714819561314, within(1e-6));
        assertThat(found.before().calibrationError())
                .isCloseTo(weighted ? 0.13986593766739255 : 0.1218178875200325, within(1e-5));
        assertThat(found.after().logLoss()).isCloseTo(loss, within(1e-6));
        if (!Double.isNaN(brier)) {
            assertThat(found.after().brier()).isCloseTo(brier, within(1e-6));
            assertThat(found.after().calibrationError()).isCloseTo(error, within(1e-5));
        }
        assertThat(found.model().network().parameters()).containsExactly((float) line.factor(), (float) line.shift());
    }

    @Test
    void whatIsCalibratedAlreadyStaysAsItIs() {
        Model once = Calibration.of(identity(1), Calibration.Kind.AFFINE, asked(false))
                .model();
        Calibration again = Calibration.of(once, Calibration.Kind.AFFINE, asked(false));
        assertThat(again.isApplied()).isFalse();
        assertThat(again.model("rows")).isSameAs(once);
        assertThat(again.after()).isEqualTo(again.before());
    }

    @Test
    void theModelSaysItAndItsGoldenRowsAndThresholdsFollow() {
        Model careful = identity(1).withDecision(Decision.above(0.25f));
        Calibration found = Calibration.of(careful, Calibration.usual(careful), asked(false));
        Model model = found.model("rows of may.csv");
        assertThat(found.kind()).isEqualTo(Calibration.Kind.AFFINE);
        assertThat(model.decision()).isEqualTo(Decision.MORE_LIKELY);
        assertThat(model.provenance().extra())
                .containsEntry("calibrated", "by 0.5664 and -0.5189 on 143 rows of may.csv: log-loss 0.4387 → 0.3782");
        assertThat(model.golden().cells()).containsExactly("0.5");
        assertThat(model.golden().outputs()).containsExactly(model.predict(0.5f).outputs()[0]);
    }

    @Test
    void eachNetworkOfAnEnsembleHasItsOwn() {
        Calibration found = Calibration.of(identity(3), Calibration.Kind.TEMPERATURE, asked(false));
        assertThat(found.lines()).hasSize(3);
        assertThat(found.model().networks())
                .allSatisfy(network -> assertThat(network.parameters()[0]).isCloseTo(0.5847f, within(1e-4f)));
    }

    @Test
    void severalClassesAndSeveralLabelsHaveATemperature() {
        ComponentRegistry registry = ComponentRegistry.standard();
        Schema classes = Schema.builder(Task.MULTICLASS)
                .features(Feature.numbers("x"))
                .targets(List.of("t"))
                .labels(List.of("a", "b", "c"))
                .build();
        Model sure = Model.builder(
                        classes,
                        Network.of(Architectures.inputs(1).dense(3, "softmax").spec(), new float[] {-6, 0, 6, 0, 1, 0}),
                        registry.loss("categorical-cross-entropy"))
                .build();
        Function<Model, Answers> rows = model -> Evaluator.of(model)
                .answers(Tables.of(
                        model.schema()::cellType,
                        "x,t",
                        "-1,a",
                        "-1,b",
                        "0,b",
                        "0,b",
                        "0.5,c",
                        "1,c",
                        "1,a",
                        "-0.5,a"));
        Calibration found = Calibration.of(sure, Calibration.usual(sure), rows);
        assertThat(found.kind()).isEqualTo(Calibration.Kind.TEMPERATURE);
        assertThat(found.isApplied()).isTrue();
        assertThat(found.lines().get(0).factor()).isBetween(0.05, 0.9);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Calibration.of(sure, Calibration.Kind.AFFINE, rows))
                .withMessage("calibration: affine is for binary models whose last layer has a bias; use temperature");
    }

    @Test
    void rowsThatAModelGetsAllRightCalibrateNothing() {
        Function<Model, Answers> rows = model -> Evaluator.of(model)
                .answers(Tables.of(model.schema()::cellType, "z,malignant", "-1,0", "-2,0", "1,1", "3,1"));
        for (Calibration.Kind kind : Calibration.Kind.values()) {
            assertThat(Calibration.of(identity(1), kind, rows).isApplied())
                    .as("%s", kind)
                    .isFalse();
        }
    }
}
