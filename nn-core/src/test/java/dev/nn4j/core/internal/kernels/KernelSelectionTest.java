// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.compute.KernelsUnavailableException;
import org.junit.jupiter.api.Test;

/** Here nn-vector is out of sight. */
class KernelSelectionTest {
    @Test
    void scalarAndAutoGiveTheKernelsInPlainJava() {
        assertThat(KernelSelection.of(KernelChoice.SCALAR).get()).isInstanceOf(ScalarKernels.class);
        assertThat(KernelSelection.of(KernelChoice.AUTO).get()).isInstanceOf(ScalarKernels.class);
    }

    @Test
    void everyCallerGetsScratchMemoryOfItsOwn() {
        assertThat(KernelSelection.of(KernelChoice.AUTO).get())
                .isNotSameAs(KernelSelection.of(KernelChoice.AUTO).get());
    }

    @Test
    void aForcedChoiceThatCannotBeMetFailsAndSaysWhatIsMissing() {
        assertThatExceptionOfType(KernelsUnavailableException.class)
                .isThrownBy(() -> KernelSelection.of(KernelChoice.VECTOR))
                .withMessage("kernels: vector was asked for, but the module jdk.incubator.vector is not there: add"
                        + " nn-vector to the module path, or run with --add-modules jdk.incubator.vector; or ask for"
                        + " auto or scalar");
    }
}
