// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.fuzz;

import dev.nn4j.api.ComponentException;
import dev.nn4j.api.ConfigurationException;
import dev.nn4j.config.Configuration;
import dev.nn4j.core.registry.ComponentRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Any bytes, read as a configuration; one that was read is the same after its one-line text is read. */
public final class ConfigurationHarness {
    private static final ComponentRegistry REGISTRY = ComponentRegistry.standard();
    private static final Oracle ORACLE = new Oracle(List.of(ConfigurationException.class, ComponentException.class));

    private ConfigurationHarness() {}

    /** Jazzer's entry. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        if (ORACLE.accepts(input.length, () -> read(input))) {
            String once = read(input).canonical();
            String again = read(once.getBytes(StandardCharsets.UTF_8)).canonical();
            if (!once.equals(again)) {
                throw new AssertionError("a configuration that is written and read again differs: " + once);
            }
            ORACLE.accepts(input.length, () -> read(input).experiment(REGISTRY));
        }
    }

    private static Configuration read(byte[] bytes) throws IOException {
        return Configuration.read(new ByteArrayInputStream(bytes));
    }
}
