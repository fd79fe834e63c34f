// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.nn4j.api.DataException;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.encoding.Scaler;
import dev.nn4j.core.encoding.Scaling;
import dev.nn4j.core.metrics.Answers;
import dev.nn4j.core.metrics.ClassificationEvaluation;
import dev.nn4j.core.metrics.Evaluator;
import dev.nn4j.core.metrics.RegressionEvaluation;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.sample.Architectures;
import dev.nn4j.core.sample.Tables;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import dev.nn4j.core.table.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What takes a predictor takes one that is no model. */
class PredictorTest {
    private static final String[] ROWS = {"t,y,x,w", "yes,0,2,1", "no,0,-1,2", "no,1,3,1", "yes,2,0,0.5"};

    /** The mean of two models. */
    private record Mean(Model one, Model two) implements Predictor {
        /** What both need. */
        private record Both(Scratch one, Scratch two, float[] second) implements Scratch {}

        @Override
        public Schema schema() {
            return one.schema();
        }

        @Override
        public Scratch newScratch(KernelChoice kernels) {
            return new Both(one.newScratch(kernels), two.newScratch(kernels), new float[1 << 14]);
        }

        @Override
        public void predict(float[] rows, int count, float[] outputs, Scratch scratch) {
            Both both = (Both) scratch;
            two.predict(rows, count, both.second, both.two);
            one.predict(rows, count, outputs, both.one);
            for (int i = 0; i < count * schema().outputs(); i++) {
                outputs[i] = (outputs[i] + both.second[i]) / 2;
            }
        }
    }

    private static Model model(Task task, float... parameters) {
        Schema schema = Schema.builder(task)
                .features(Feature.numbers("x", "y"))
                .targets(List.of("t"))
                .labels(task == Task.BINARY ? List.of("no", "yes") : List.of())
                .positiveClass(task == Task.BINARY ? 1 : 0)
                .build();
        String activation = task == Task.BINARY ? "sigmoid" : "identity";
        String loss = task == Task.BINARY ? "binary-cross-entropy" : "mean-squared-error";
        Network network = Network.of(
                Architectures.inputs(2).dense(schema.outputs(), activation).spec(), parameters);
        return Model.builder(schema, network, ComponentRegistry.standard().loss(loss))
                .build();
    }

    private static Table table(Evaluator evaluator, String... lines) {
        return Tables.of(evaluator::cellType, lines[0], Arrays.copyOfRange(lines, 1, lines.length));
    }

    @Test
    void aMeanOfOneModelWithItselfEvaluatesAsTheModel() {
        Model model = model(Task.BINARY, 1, 0.5f, 0.25f);
        Evaluator ofModel = Evaluator.of(model).withWeight("w");
        Answers expected = ofModel.answers(table(ofModel, ROWS));
        Evaluator ofMean = Evaluator.of(new Mean(model, model)).withWeight("w");
        Answers answers = ofMean.answers(table(ofMean, ROWS));
        assertThat(answers.outputs()).isEqualTo(expected.outputs());
        assertThat(answers.isWeighted()).isTrue();
        ClassificationEvaluation found = (ClassificationEvaluation) answers.evaluation();
        ClassificationEvaluation wanted = (ClassificationEvaluation) expected.evaluation();
        assertThat(found.logLoss()).isEqualTo(wanted.logLoss());
        assertThat(found.loss()).as("without a loss of its own, log-loss").isEqualTo(found.logLoss());
        assertThat(wanted.loss()).isNotEqualTo(found.loss()).isCloseTo(found.loss(), within());
    }

    private static Offset<Double> within() {
        return Offset.offset(1e-6);
    }

    @Test
    void aRegressionWithoutALossIsMeasuredBySquaredErrors() {
        Predictor mean = new Mean(model(Task.REGRESSION, 1, 0, 0), model(Task.REGRESSION, 3, 0, 0));
        Evaluator evaluator = Evaluator.of(mean);
        RegressionEvaluation evaluation =
                (RegressionEvaluation) evaluator.evaluation(table(evaluator, "x,y,t", "1,0,3", "2,0,7"));
        assertThat(evaluation.mse()).isEqualTo((1 + 9) / 2.0);
        assertThat(evaluation.loss()).isEqualTo(evaluation.mse());
    }

    @Test
    void manyRowsAreAskedBlockByBlock() {
        String[] lines = new String[1001];
        lines[0] = "x,y,t";
        for (int row = 1; row < lines.length; row++) {
            lines[row] = row + ",0," + 2 * row;
        }
        Predictor mean = new Mean(model(Task.REGRESSION, 1, 0, 0), model(Task.REGRESSION, 3, 0, 0));
        Evaluator evaluator = Evaluator.of(mean);
        RegressionEvaluation evaluation = (RegressionEvaluation) evaluator.evaluation(table(evaluator, lines));
        assertThat(evaluation.rows()).isEqualTo(1000);
        assertThat(evaluation.mse()).isZero();
    }

    @Test
    void aRowThatCannotBePredictedIsNamedByItsPlace() {
        Model model = Model.builder(
                        model(Task.REGRESSION, 1, 0, 0).schema(),
                        model(Task.REGRESSION, 1, 0, 0).network(),
                        ComponentRegistry.standard().loss("mean-squared-error"))
                .inputScaler(Scaler.of(Scaling.STANDARD, new float[] {0, 0}, new float[] {1e-30f, 1}))
                .build();
        String[] lines = {"x,y,t", "0,0,0", "1e20,0,0"};
        DataException byModel = refused(model, lines);
        assertThat(refused(new Mean(model, model), lines)).hasMessage(byModel.getMessage());
        assertThat(byModel.location())
                .get()
                .extracting(DataException.Location::line)
                .isEqualTo(3L);
    }

    private static DataException refused(Predictor predictor, String... lines) {
        Evaluator evaluator = Evaluator.of(predictor);
        Table table = table(evaluator, lines);
        return catchThrowableOfType(DataException.class, () -> evaluator.answers(table));
    }

    @Test
    void rowsOfNamesAreAnsweredByAnyPredictor() {
        Predictor mean = new Mean(model(Task.REGRESSION, 1, 0, 0), model(Task.REGRESSION, 3, 0, 1));
        assertThat(mean.predict(Map.of("x", 4, "y", 0)).number()).isEqualTo(8.5);
        assertThat(mean.predict(4f, 0f).number()).isEqualTo(8.5);
        assertThat(mean.predictAll(List.of(Map.of("x", 4, "y", 0), Map.of("x", 0, "y", 0))))
                .extracting(Prediction::number)
                .containsExactly(8.5, 0.5);
        assertThat(mean.task()).isEqualTo(Task.REGRESSION);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mean.predict(1f))
                .withMessage("model: a row has 2 features (x, y), got 1");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> mean.predict(Map.of("x", 4)))
                .withMessageStartingWith("feature 'y' is missing");
    }

    @Test
    void aModelTakesNoScratchButANetworks() {
        Model model = model(Task.REGRESSION, 1, 0, 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.predict(new float[2], 1, new float[1], new Mean(model, model).newScratch()))
                .withMessageStartingWith("network: the scratch is another network's");
    }
}
