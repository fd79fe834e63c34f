// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.core.cell.CellType;
import org.junit.jupiter.api.Test;

/** The columns of groups and times. */
class DividingColumnsTest {
    private static ExperimentBuilder numbers() {
        return Experiment.builder().target("y").loss("mean-squared-error").dense(1, "identity");
    }

    @Test
    void areReadAsTexts() {
        assertThat(numbers().group("g").build().cellType("g")).isEqualTo(CellType.TEXT);
        assertThat(numbers().time("t").ignore("t").build().cellType("t")).isEqualTo(CellType.TEXT);
        assertThat(numbers().time("t").build().settings()).containsEntry("data.time", "t");
    }

    @Test
    void haveOneRole() {
        assertThatThrownBy(() -> numbers().group("g").time("t").build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("data.time: cannot be together with data.group");
        assertThatThrownBy(() -> numbers().group("y").build())
                .hasMessageContaining("data.group: 'y' is also a target; a column has one role");
        assertThatThrownBy(() -> numbers().time("w").weight("w").build())
                .hasMessageContaining("data.time: 'w' is also the weight; a column has one role");
    }

    @Test
    void ofTimesAreNotForAnEnsembleOfFolds() {
        assertThatThrownBy(
                        () -> numbers().time("t").ensemble(Ensemble.ofFolds(3)).build())
                .hasMessageContaining("data.time: is not for an ensemble of folds");
        assertThat(numbers().time("t").ensemble(Ensemble.ofSeeds(3)).build().ensemble())
                .isPresent();
    }
}
