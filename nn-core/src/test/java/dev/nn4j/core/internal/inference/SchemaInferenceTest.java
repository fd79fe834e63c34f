// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.api.DataException;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.experiment.ExperimentBuilder;
import dev.nn4j.core.sample.Tables;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import dev.nn4j.core.table.Table;
import org.junit.jupiter.api.Test;

class SchemaInferenceTest {
    private static final String[] YES_NO = {"1,2,yes", "3,4,no", "5,6,yes"};

    private static Schema infer(ExperimentBuilder builder, String header, String... rows) {
        Experiment experiment = builder.build();
        Table table = Tables.of(experiment::cellType, header, rows);
        return new SchemaInference(experiment, table).schema(table);
    }

    private static ExperimentBuilder target(String... columns) {
        return Experiment.builder().target(columns);
    }

    @Test
    void whatIsNeitherTargetNorIgnoredNorWeightIsAFeature() {
        Schema schema = infer(target("t").ignore("id").weight("w"), "id,x,t,w,y", "a,1,no,1,2", "b,3,yes,1,4");
        assertThat(schema.featureNames()).containsExactly("x", "y");
        assertThat(schema.targets()).containsExactly("t");
        assertThat(schema.task()).isEqualTo(Task.BINARY);
        assertThat(schema.inventedNames()).isFalse();
    }

    @Test
    void theSecondLabelInOrderIsPositiveUnlessAnotherIsNamed() {
        assertThat(infer(target("t"), "x,y,t", YES_NO).labels()).containsExactly("no", "yes");
        assertThat(infer(target("t"), "x,y,t", YES_NO).positiveClass()).isEqualTo(1);
        assertThat(infer(target("t").positive("no"), "x,y,t", YES_NO).positiveClass())
                .isZero();
    }

    @Test
    void severalTargetsOfABinaryLossAreYesOrNoColumns() {
        Schema schema = infer(target("t", "u"), "t,x,u", "0,1,1", "1,2,0");
        assertThat(schema.task()).isEqualTo(Task.MULTILABEL);
        assertThat(schema.labels()).isEmpty();
        assertThat(schema.featureNames()).containsExactly("x");
    }

    @Test
    void columnsThatAreNotThereAreRefusedWithTheNearest() {
        assertData("data.csv:1:1: there is no column 'tt'; did you mean 't'?", target("tt"), "x,y,t", "1,2,3");
        assertData(
                "data.csv:1:1: there is no column 'z'; did you mean 'x'?",
                target("t").ignore("z"),
                "x,y,t",
                YES_NO);
        assertData(
                "data.csv:1:1: there is no column 'w'; did you mean 'x'?",
                target("t").weight("w"),
                "x,y,t",
                YES_NO);
    }

    @Test
    void somethingToLearnFromMustBeLeft() {
        assertData(
                "data.csv:1:2: there is no column left to learn from; add features",
                target("t").ignore("x"),
                "x,t",
                "1,yes",
                "2,no");
    }

    @Test
    void aMissingLabelIsRefusedWithItsPlace() {
        assertData(
                "data.csv:3:3: target 't' has a missing label here; fill it in or leave the row out",
                target("t"),
                "x,y,t",
                "1,2,yes",
                "3,4, ",
                "5,6,no");
    }

    @Test
    void oneLabelOnlyIsNothingToLearn() {
        assertData(
                "data.csv:1:2: target 't' holds one label only, [yes]; a classifier needs two",
                target("t"),
                "x,t",
                "1,yes",
                "2,yes");
    }

    @Test
    void moreThanTwoLabelsNeedAnotherLoss() {
        assertConfiguration(
                "loss: binary-cross-entropy tells two labels apart, target 't' holds 3 (a, b, c); use"
                        + " categorical-cross-entropy with 3 outputs and softmax",
                target("t"),
                "x,t",
                "1,a",
                "2,b",
                "3,c");
    }

    @Test
    void aLabelThatIsASlipIsNamedWithItsCell() {
        assertConfiguration(
                "loss: binary-cross-entropy tells two labels apart, target 't' holds 3 (0, 1, O); use"
                        + " categorical-cross-entropy with 3 outputs and softmax; 'O' is there once, in data.csv:4:2;"
                        + " correct it if it is a slip",
                target("t"),
                "x,t",
                "1,0",
                "2,1",
                "3,O",
                "4,0",
                "5,1");
        assertConfiguration(
                "loss: binary-cross-entropy tells two labels apart, target 't' holds 4 (No, Yes, no, yes), labels that"
                        + " differ only in case, blanks or the way a number is written, and are learnt as different ones:"
                        + " 'No' and 'no', 'Yes' and 'yes'; write them alike",
                target("t"),
                "x,t",
                "1,No",
                "2,no",
                "3,yes",
                "4,Yes");
    }

    @Test
    void manyLabelsAreNotAllShown() {
        String[] rows = new String[12];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = "1," + row;
        }
        assertConfiguration(
                "loss: binary-cross-entropy tells two labels apart, target 't' holds 12 (0, 1, 2, 3, 4, 5, 6, 7, 8, 9,"
                        + " …); use categorical-cross-entropy with 12 outputs and softmax",
                target("t"),
                "x,t",
                rows);
    }

    @Test
    void thePositiveLabelMustBeOne() {
        assertConfiguration(
                "data.positive: is 'yess', not a label; did you mean 'yes'?",
                target("t").positive("yess"),
                "x,y,t",
                YES_NO);
        assertConfiguration(
                "data.positive: is for binary tasks; this is a multi-class task; leave it out",
                target("t").loss("categorical-cross-entropy").positive("yes"),
                "x,y,t",
                YES_NO);
    }

    private static void assertData(String message, ExperimentBuilder experiment, String header, String... rows) {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> infer(experiment, header, rows))
                .withMessage(message);
    }

    private static void assertConfiguration(
            String message, ExperimentBuilder experiment, String header, String... rows) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> infer(experiment, header, rows))
                .withMessage(message);
    }
}
