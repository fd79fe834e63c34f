// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.fuzz;

import java.io.IOException;

/** Any bytes, read as a model. */
public final class ModelBytesHarness {
    private ModelBytesHarness() {}

    /** Jazzer's entry. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        ModelRoundTrip.run(input);
    }
}
