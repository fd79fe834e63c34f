// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.nn4j.api.ConfigurationException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassWeightsTest {
    private static final List<String> LABELS = List.of("benign", "malignant");

    @Test
    void ofSeveralFaultsTheFirstInOrderIsNamed() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> ClassWeights.given(Map.of("d", -1.0, "b", -2.0, "c", -3.0, "e", -4.0)))
                .withMessageStartingWith("training.classWeights.b: ");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> ClassWeights.given(Map.of("d", 1.0, "b", 2.0, "c", 3.0, "e", 4.0))
                        .of(LABELS, new int[] {1, 1}))
                .withMessageStartingWith("training.classWeights: unknown label 'b'");
    }

    @Test
    void noneWeighOne() {
        assertThat(ClassWeights.none().of(LABELS, new int[] {7, 1})).containsExactly(1, 1);
    }

    @Test
    void balancedClassesWeighTheSameAsAWhole() {
        // As scikit-learn's "balanced": rows / (classes · rows of the class).
        assertThat(ClassWeights.balanced().of(LABELS, new int[] {6, 2}))
                .containsExactly((float) (8 / 12.0), (float) (8 / 4.0));
    }

    @Test
    void aClassWithoutRowsHasSomeWeightAllTheSame() {
        assertThat(ClassWeights.balanced().of(LABELS, new int[] {6, 0})).containsExactly(0.5f, 1);
    }

    @Test
    void givenWeightsCountAndTheOthersAreOne() {
        assertThat(ClassWeights.given(Map.of("malignant", 2.5)).of(LABELS, new int[] {1, 1}))
                .containsExactly(1, 2.5f);
    }

    @Test
    void anUnknownLabelIsRefusedWithTheNearest() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> ClassWeights.given(Map.of("malignent", 2.0)).of(LABELS, new int[] {1, 1}))
                .withMessage("training.classWeights: unknown label 'malignent'; did you mean 'malignant'?");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY, 1e300})
    void aWeightMustBeAFiniteFloatNotBelowZero(double weight) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> ClassWeights.given(Map.of("benign", weight)))
                .withMessage("training.classWeights.benign: must be finite and at least 0, got " + weight);
    }
}
