// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.sink;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Finds who writes to a location that is no file of CSV. Immutable and safe for all threads.
 *
 * @since 0.1.0
 */
public final class RowSinks {
    private final List<RowSinkProvider> providers;

    private RowSinks(List<RowSinkProvider> providers) {
        this.providers = List.copyOf(providers);
    }

    /** All that is found as a service beside this library. */
    public static RowSinks installed() {
        ClassLoader loader = Objects.requireNonNull(RowSinks.class.getClassLoader(), "application loader");
        return new RowSinks(ServiceLoader.load(RowSinkProvider.class, loader).stream()
                .map(ServiceLoader.Provider::get)
                .toList());
    }

    /** Who writes there; nobody if it is a file of CSV. */
    public Optional<RowSinkProvider> of(String location) {
        return providers.stream().filter(provider -> provider.writes(location)).findFirst();
    }
}
