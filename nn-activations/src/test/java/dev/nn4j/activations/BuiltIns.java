// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.activations;

import dev.nn4j.api.Activation;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/** The activations of this module, found as their users find them: the tests run inside it, where nothing uses them. */
final class BuiltIns {
    private BuiltIns() {}

    static List<Activation> all() {
        BuiltIns.class.getModule().addUses(Activation.class);
        return ServiceLoader.load(Activation.class).stream()
                .filter(provider -> provider.type().getPackage() == Identity.class.getPackage())
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(Activation::name))
                .toList();
    }

    static Activation named(String name) {
        return all().stream()
                .filter(activation -> activation.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
