// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.config.starter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.config.Configuration;
import dev.nn4j.config.Setting;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpendingTest {
    private static Spending of(Preset preset, long rows) {
        return new Spending(preset, Template.BINARY, rows, rows / 2, HoldOut.SUITABLE);
    }

    private static Spending ofNumbers(Preset preset, long rows) {
        return new Spending(preset, Template.REGRESSION, rows, rows, HoldOut.SUITABLE);
    }

    @ParameterizedTest
    @CsvSource({
        "100, 100",
        "20000, 100",
        "40000, 50",
        "100000, 20",
        "250000, 8",
        "10000000, 8",
    })
    void moreRowsMakeFewerEpochsOfTheRecipe(long rows, int epochs) {
        assertThat(of(Preset.GOOD, rows).epochs()).isEqualTo(epochs);
        assertThat(of(Preset.BEST, rows).epochs()).isEqualTo(epochs);
        assertThat(of(Preset.FAST, rows).epochs()).isLessThan(epochs);
    }

    @ParameterizedTest
    @CsvSource({"999, 100", "1000, 40", "50000, 40", "100000, 20", "250000, 8"})
    void numbersOfEnoughRowsAreLearntInAShorterCourse(long rows, int epochs) {
        assertThat(ofNumbers(Preset.GOOD, rows).epochs()).isEqualTo(epochs);
    }

    @ParameterizedTest
    @CsvSource({"2499, 100", "2500, 150", "20000, 150", "40000, 75", "1000000, 8"})
    void severalLabelsOfEnoughRowsAreLearntInALongerCourse(long rows, int epochs) {
        assertThat(new Spending(Preset.GOOD, Template.MULTICLASS, rows, rows / 3, HoldOut.SUITABLE).epochs())
                .isEqualTo(epochs);
    }

    @ParameterizedTest
    @CsvSource({"49, 1", "50, 10", "19999, 10", "20000, 5", "100000, 5", "100001, 3"})
    void theBestIsSeveralNetworksAndFewerOfManyRows(long rows, int members) {
        assertThat(of(Preset.BEST, rows).folds()).isEqualTo(members);
        assertThat(ofNumbers(Preset.BEST, rows).folds()).isEqualTo(members);
        assertThat(of(Preset.FAST, rows).folds()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"49, 1", "50, 5", "2999, 5", "3000, 1"})
    void theGoodAsksFoldsForHowLongWhereRowsAreFew(long rows, int folds) {
        assertThat(of(Preset.GOOD, rows).folds()).isEqualTo(folds);
        assertThat(ofNumbers(Preset.GOOD, rows).folds()).isEqualTo(folds);
        assertThat(of(Preset.GOOD, rows).refits()).isEqualTo(rows >= 50);
    }

    @Test
    void whoeverDividesTheRowsThemselvesGetsOneNetwork() {
        for (Preset preset : Preset.values()) {
            Spending once = new Spending(preset, Template.BINARY, 1000, 500, HoldOut.ONCE);

            assertThat(once.folds()).isEqualTo(1);
            assertThat(once.validationFraction()).isEqualTo(0.2);
        }
    }

    @Test
    void whatIsDoneIsSaid() {
        assertThat(of(Preset.GOOD, 1000).inWords())
                .isEqualTo(
                        "preset good: 5 networks, each on all folds but one, of 2 × 128 units, at most 100 epochs of 800"
                                + " rows, then one on all 1000");
        assertThat(of(Preset.GOOD, 4000).inWords())
                .isEqualTo(
                        "preset good: one network of 2 × 128 units, at most 100 epochs of 3200 rows, then again on all"
                                + " 4000");
    }

    /** It said "then again on all" also where that had been set otherwise. */
    @Test
    void whatIsSetOtherwiseIsSaidAsItIsSet() {
        Starter starter = Starter.of(Template.REGRESSION, "y");
        Configuration proposed = starter.configuration();
        assertThat(starter.spendingInWords(proposed)).isEqualTo(starter.spendingInWords());
        String words = starter.spendingInWords(proposed.with(List.of(
                Setting.parse("training.refit=false"),
                Setting.parse("training.epochs=7"),
                Setting.parse("network.layers[2].outputDim=64"))));
        assertThat(starter.spendingInWords()).endsWith(", then one on all 99").contains("units");
        assertThat(words).isEqualTo("preset good: 5 networks, each on all folds but one, at most 7 epochs of 80 rows");
        assertThat(of(Preset.GOOD, 4000).inWords(new Spending.Settings(9, 0.25, true, true, false)))
                .isEqualTo(
                        "preset good: networks as they are set, of 2 × 128 units, at most 9 epochs of 3000 rows, then"
                                + " again on all 4000");
    }

    @Test
    void fewRowsMakeSmallBatches() {
        assertThat(of(Preset.GOOD, 99).batch()).hasValue(16);
        assertThat(of(Preset.GOOD, 499).batch()).hasValue(32);
        assertThat(of(Preset.GOOD, 500).batch()).isEmpty();
    }

    @Test
    void aLabelOfOneRowIsInNoFold() {
        assertThat(new Spending(Preset.BEST, Template.MULTICLASS, 1000, 1, HoldOut.SUITABLE).folds())
                .isEqualTo(1);
        assertThat(new Spending(Preset.BEST, Template.MULTICLASS, 1000, 2, HoldOut.SUITABLE).folds())
                .isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource({"49, 0", "2999, 0", "3000, 0.2", "100000, 0.2", "200000, 0.1", "1000000, 0.02", "100000000, 0.01"})
    void enoughRowsValidate(long rows, double share) {
        assertThat(of(Preset.GOOD, rows).validationFraction()).isEqualTo(share);
    }

    @Test
    void rowsThatAreGivenToValidateOnNeedNoOthers() {
        Spending given = new Spending(Preset.BEST, Template.MULTICLASS, 30, 10, HoldOut.GIVEN);

        assertThat(given.validates()).isTrue();
        assertThat(given.validationFraction()).isZero();
        assertThat(given.refits()).isFalse();
        assertThat(given.folds()).isEqualTo(1);
    }

    @Test
    void severalLabelsAndNumbersAreLearntByOneLayerMore() {
        assertThat(of(Preset.GOOD, 5000).hiddenLayers()).isEqualTo(2);
        assertThat(ofNumbers(Preset.GOOD, 5000).hiddenLayers()).isEqualTo(3);
        assertThat(new Spending(Preset.GOOD, Template.MULTICLASS, 5000, 100, HoldOut.SUITABLE).hiddenLayers())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"FAST, 5000, 64", "GOOD, 5000, 128", "BEST, 2999, 128", "BEST, 3000, 256"})
    void theBestHasWiderLayersWhereRowsAreNotFew(Preset preset, long rows, int units) {
        assertThat(ofNumbers(preset, rows).units()).isEqualTo(units);
        assertThat(new Spending(preset, Template.MULTICLASS, rows, 100, HoldOut.SUITABLE).units())
                .isEqualTo(units);
    }

    @Test
    void twoLabelsNeedNoWiderLayers() {
        assertThat(of(Preset.BEST, 5000).units()).isEqualTo(128);
    }

    @Test
    void whatItCostsIsSaidBeforehand() {
        assertThat(of(Preset.GOOD, 5000).inWords())
                .isEqualTo(
                        "preset good: one network of 2 × 128 units, at most 100 epochs of 4000 rows, then again on all"
                                + " 5000");
        assertThat(of(Preset.BEST, 5000).inWords())
                .isEqualTo(
                        "preset best: 10 networks, each on all folds but one, of 2 × 128 units, at most 100 epochs of"
                                + " 4500 rows");
        assertThat(of(Preset.FAST, 30).inWords())
                .isEqualTo("preset fast: one network of 2 × 64 units, 40 epochs of 30 rows");
    }
}
