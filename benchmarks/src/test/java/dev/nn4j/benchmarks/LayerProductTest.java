// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.nn4j.core.internal.kernels.ScalarKernels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LayerProductTest {
    @ParameterizedTest
    @EnumSource
    void aProductByTheKernelsHasNoErrorToSpeakOf(LayerProduct.Kind kind) {
        LayerProduct product = LayerProduct.ofShape(kind, "19x23x41");
        product.multiply(new ScalarKernels());
        assertThat(product.error()).isLessThan(1e-5);
    }

    @ParameterizedTest
    @EnumSource
    void aProductThatWasNotComputedIsWrong(LayerProduct.Kind kind) {
        assertThat(LayerProduct.ofShape(kind, "19x23x41").error()).isGreaterThan(0.1);
    }

    @Test
    void itsArithmeticIsAMultiplicationAndAnAdditionForEachRowInputAndOutput() {
        assertThat(LayerProduct.ofShape(LayerProduct.Kind.FORWARD, "2x3x5").operations())
                .isEqualTo(60);
    }

    @Test
    void aShapeHasThreeSizes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LayerProduct.ofShape(LayerProduct.Kind.FORWARD, "2x3"))
                .withMessageContaining("2x3");
    }
}
