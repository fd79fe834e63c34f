// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.schema;

import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.nn4j.core.fit.StateKeeping;
import dev.nn4j.core.table.TargetGaps;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a caller without null checks may hand over is refused where it is handed over. */
@SuppressWarnings("NullAway")
class NullsTest {
    @Test
    void aRecordThatKeepsWhatItIsGivenRefusesNull() {
        assertThatNullPointerException()
                .isThrownBy(() -> new NumberKind(null))
                .withMessage("number: the format is null; NumberFormat.PLAIN is what programs write");
        assertThatNullPointerException()
                .isThrownBy(() -> new Missing(MissingPolicy.ERROR, false, List.of(), null))
                .withMessageStartingWith("missing: the marks are null");
        assertThatNullPointerException()
                .isThrownBy(() -> new TargetGaps(null, true))
                .withMessageStartingWith("target gaps: the marks are null");
        assertThatNullPointerException()
                .isThrownBy(() -> new StateKeeping(1, null))
                .withMessage("checkpoints: what takes the states is null");
    }
}
