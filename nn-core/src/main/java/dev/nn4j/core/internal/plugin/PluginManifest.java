// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.plugin;

import dev.nn4j.api.Component;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.Attributes.Name;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * What the manifest of a plugin says. All of it may be left out.
 *
 * @param name {@code NN-Plugin-Name}; else the module's name; else the jar's
 * @param version {@code NN-Plugin-Version}; else the module's or {@code Implementation-Version}; else empty
 * @param api {@code NN-Plugin-Api}, the {@link Component#SPI_VERSION} that it was written for; else empty
 * @param url {@code NN-Plugin-Url}, where to get it; else empty
 */
public record PluginManifest(String name, String version, String api, String url) {
    /** The oldest contract that this version still serves. */
    private static final int OLDEST_API = 1;
    /** The provider of the built-in components. */
    private static final String RESERVED = "nn4j";

    /** Reads the manifest of a jar; empty if the file is no jar. */
    public static Optional<PluginManifest> read(Path file) {
        try (JarFile jar = new JarFile(file.toFile())) {
            return Optional.of(of(file, jar, PluginJar.descriptor(jar)));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    static PluginManifest of(Path file, JarFile jar, Optional<ModuleDescriptor> module) throws IOException {
        Manifest manifest = jar.getManifest();
        Attributes attributes = manifest == null ? new Attributes() : manifest.getMainAttributes();
        return new PluginManifest(
                text(attributes, "NN-Plugin-Name")
                        .or(() -> module.map(ModuleDescriptor::name))
                        .orElseGet(() -> baseName(file)),
                text(attributes, "NN-Plugin-Version")
                        .or(() -> module.flatMap(ModuleDescriptor::rawVersion))
                        .or(() -> text(attributes, Name.IMPLEMENTATION_VERSION.toString()))
                        .orElse(""),
                text(attributes, "NN-Plugin-Api").orElse(""),
                text(attributes, "NN-Plugin-Url").orElse(""));
    }

    /** Why its components cannot be used with this nn4j, if they cannot. */
    public Optional<String> problem() {
        if (name.equals(RESERVED)) {
            return Optional.of("the name '" + RESERVED + "' is reserved; choose another NN-Plugin-Name");
        }
        if ((name + version + url).chars().anyMatch(Character::isISOControl)) {
            return Optional.of(
                    "its manifest has control characters in the plugin's name, version or address; remove them");
        }
        return api.isEmpty() ? Optional.empty() : apiProblem();
    }

    private Optional<String> apiProblem() {
        if (!api.matches("\\d{1,9}")) {
            return Optional.of("NN-Plugin-Api must be a whole number such as " + Component.SPI_VERSION + ", got '" + api
                    + "'; correct its manifest");
        }
        int written = Integer.parseInt(api);
        if (written > Component.SPI_VERSION) {
            return Optional.of("is written for version " + written + " of the plugin API, this nn4j has version "
                    + Component.SPI_VERSION + "; update nn4j or take an older version of the plugin");
        }
        return written >= OLDEST_API
                ? Optional.empty()
                : Optional.of("is written for version " + written + " of the plugin API, this nn4j serves no version"
                        + " before " + OLDEST_API + "; take a newer version of the plugin");
    }

    private static Optional<String> text(Attributes attributes, String name) {
        return Optional.ofNullable(attributes.getValue(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static String baseName(Path file) {
        return file.getFileName().toString().replaceFirst("\\.jar$", "");
    }
}
