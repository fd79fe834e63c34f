// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.architecture.planted;

import java.util.function.IntConsumer;

/** A library that ends the process. */
public final class Ending {
    void exits() {
        System.exit(1);
    }

    void exitsTheRuntime() {
        Runtime.getRuntime().exit(1);
    }

    void halts() {
        Runtime.getRuntime().halt(1);
    }

    IntConsumer refersToExit() {
        return System::exit;
    }
}
