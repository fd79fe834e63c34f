// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.registry;

import dev.nn4j.api.Component;
import java.lang.module.ModuleDescriptor;
import java.util.Optional;

/**
 * Where a component comes from.
 *
 * @param provider {@code nn4j} for the built-ins; else the plugin's or module's name; empty when the application made
 *     the object itself
 * @param version the provider's version, or empty
 * @param location the module or jar as a person would look for it
 */
public record Origin(String provider, String version, String location) {
    /** The provider name of the built-in components. */
    public static final String BUILT_IN = "nn4j";

    /** The origin that a component's class tells. */
    static Origin of(Component component) {
        Class<?> type = component.getClass();
        Module module = type.getModule();
        String location = module.isNamed() ? module.getName() : jarOf(type);
        return new Origin(isBuiltIn(type) ? BUILT_IN : location, versionOf(type), location);
    }

    /** Bare names are reserved for these. */
    boolean isBuiltIn() {
        return provider.equals(BUILT_IN);
    }

    private static boolean isBuiltIn(Class<?> type) {
        return type.getPackageName().startsWith("dev.nn4j.");
    }

    private static String versionOf(Class<?> type) {
        return Optional.ofNullable(type.getModule().getDescriptor())
                .flatMap(ModuleDescriptor::rawVersion)
                .or(() -> Optional.ofNullable(type.getPackage().getImplementationVersion()))
                .orElse("");
    }

    private static String jarOf(Class<?> type) {
        return Optional.ofNullable(type.getProtectionDomain().getCodeSource())
                .flatMap(source -> Optional.ofNullable(source.getLocation()))
                .map(location -> location.getPath().replaceFirst("/$", "").replaceFirst(".*/", ""))
                .orElse(type.getPackageName());
    }
}
