// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.architecture.planted;

import dev.nn4j.core.network.NetworkSpec;
import java.util.List;
import org.slf4j.Logger;

/** A component that knows the engine, and a library. */
public final class Entangled {
    final List<NetworkSpec> specs = List.of();

    void logs(Logger logger) {
        logger.info("never called");
    }

    int asks(NetworkSpec network) {
        return network.hashCode();
    }
}
