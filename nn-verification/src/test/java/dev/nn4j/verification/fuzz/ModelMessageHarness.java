// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.fuzz;

import java.io.IOException;

/**
 * A sound model whose messages are edited as the input says, with checksums and lengths made right again: so what comes
 * after the checksums is reached. {@link ModelEdits} says what an input means.
 */
public final class ModelMessageHarness {
    private ModelMessageHarness() {}

    /** Jazzer's entry. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        ModelRoundTrip.run(ModelEdits.apply(new Choices(input)));
    }
}
