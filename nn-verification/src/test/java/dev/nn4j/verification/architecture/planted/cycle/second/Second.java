// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.architecture.planted.cycle.second;

import dev.nn4j.verification.architecture.planted.cycle.first.First;

/** The other half. */
public final class Second {
    public void callsTheFirst() {
        new First().callsTheSecond();
    }
}
