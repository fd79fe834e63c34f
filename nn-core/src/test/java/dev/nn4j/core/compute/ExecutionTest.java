// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ExecutionTest {
    @Test
    void threadsAreBounded() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Execution(0, KernelChoice.AUTO))
                .withMessage("execution: threads must be at least 1, got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Execution(1025, KernelChoice.AUTO))
                .withMessage("execution: threads must be at most 1024, got 1025");
        assertThat(new Execution(Execution.MOST_THREADS, KernelChoice.SCALAR).threads())
                .isEqualTo(1024);
        assertThat(Execution.defaults().threads()).isBetween(1, Execution.MOST_THREADS);
    }
}
