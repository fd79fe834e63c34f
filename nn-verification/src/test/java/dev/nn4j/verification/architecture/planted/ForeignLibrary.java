// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.architecture.planted;

import org.assertj.core.api.Assertions;

/** Uses a library that no module has a home for. */
public final class ForeignLibrary {
    void calls() {
        Assertions.fail("never called");
    }

    Runnable refersTo() {
        return Assertions::useDefaultDateFormatsOnly;
    }
}
