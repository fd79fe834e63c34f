// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.registry;

import dev.nn4j.api.Component;
import dev.nn4j.core.internal.plugin.PluginJar;
import dev.nn4j.core.internal.plugin.PluginManifest;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.util.Optional;

/**
 * Where a component comes from.
 *
 * @param provider {@code nn4j} for the built-ins; else the name in the plugin's manifest, whatever path it came by; a jar
 *     without one is named by its module or file
 * @param version the provider's version, or empty
 * @param location the module or jar as a person would look for it
 * @param url where the manifest says that the plugin can be had, or empty
 * @since 0.1.0
 */
public record Origin(String provider, String version, String location, String url) {
    /** The provider name of the built-in components. */
    public static final String BUILT_IN = "nn4j";

    /** The origin that a component's class tells. */
    static Origin of(Component component) {
        Class<?> type = component.getClass();
        if (type.getPackageName().startsWith("dev.nn4j.")) {
            return new Origin(BUILT_IN, versionOf(type), locationOf(type), "");
        }
        return CodeLocation.file(type)
                .filter(Files::isRegularFile)
                .flatMap(PluginManifest::read)
                .filter(manifest -> manifest.problem().isEmpty())
                .map(manifest -> of(manifest, locationOf(type)))
                .orElseGet(() -> new Origin(locationOf(type), versionOf(type), locationOf(type), ""));
    }

    /** The origin of a plugin's components. */
    static Origin of(PluginJar plugin) {
        return of(plugin.manifest(), plugin.file().toString());
    }

    private static Origin of(PluginManifest manifest, String location) {
        return new Origin(manifest.name(), manifest.version(), location, manifest.url());
    }

    /** Bare names are reserved for these. */
    boolean isBuiltIn() {
        return provider.equals(BUILT_IN);
    }

    private static String versionOf(Class<?> type) {
        return Optional.ofNullable(type.getModule().getDescriptor())
                .flatMap(ModuleDescriptor::rawVersion)
                .or(() -> Optional.ofNullable(type.getPackage().getImplementationVersion()))
                .orElse("");
    }

    private static String locationOf(Class<?> type) {
        return type.getModule().isNamed()
                ? type.getModule().getName()
                : CodeLocation.name(type).orElse(type.getPackageName());
    }
}
