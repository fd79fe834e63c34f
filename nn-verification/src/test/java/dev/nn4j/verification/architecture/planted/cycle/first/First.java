// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.architecture.planted.cycle.first;

import dev.nn4j.verification.architecture.planted.cycle.second.Second;

/** One half of a circle. */
public final class First {
    public void callsTheSecond() {
        new Second().callsTheFirst();
    }
}
