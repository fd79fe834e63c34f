// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.model.stored;

import dev.nn4j.api.Component;
import dev.nn4j.io.internal.model.format.Faults;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A component as a file names it, whether or not it is registered here.
 *
 * @param name registry name
 * @param provider who registered it where the file was written; {@code nn4j} for the built-ins
 * @param providerVersion or empty
 * @param providerUrl where the provider can be had, or empty
 * @param spiVersion version of the service contract it was written under
 * @param parameters Double, Long, Boolean or String by name
 */
public record StoredComponent(
        String name,
        String provider,
        String providerVersion,
        String providerUrl,
        int spiVersion,
        Map<String, Object> parameters) {
    /** Copies the parameters, sorted by name as the file has them. */
    public StoredComponent {
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    }

    /** Refuses a component of which a parameter is missing: a default may have changed since the file was written. */
    public void requireParametersOf(Component prototype, String who) {
        for (String declared : prototype.hyperparameters().values().keySet()) {
            Faults.require(
                    parameters.containsKey(declared),
                    who + " " + Faults.quoted(name) + ": parameter '" + declared + "' is missing");
        }
    }
}
