// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a registry's components may come from; nn-verification tests real plugin jars. */
class RegistryBuilderTest {
    @TempDir
    private Path directory;

    @Test
    void aLayerBringsItsOwnProvidersAndThoseOfItsParents() {
        ComponentRegistry registry =
                ComponentRegistry.builder().addProviders(ModuleLayer.boot()).build();
        assertThat(registry.faults()).isEmpty();
        assertThat(names(registry)).isEqualTo(names(ComponentRegistry.standard()));
    }

    @Test
    void aLoaderAndALayerThatOverlapBringEachComponentOnce() {
        ComponentRegistry registry = ComponentRegistry.builder()
                .addProviders(ModuleLayer.boot())
                .addProviders(ComponentRegistry.class.getClassLoader())
                .addProviders(ModuleLayer.boot())
                .build();
        assertThat(names(registry)).isEqualTo(names(ComponentRegistry.standard()));
    }

    @Test
    void withoutPluginsThereAreTheStandardComponents() throws IOException {
        Path empty = Files.createDirectory(directory.resolve("plugins"));
        ComponentRegistry registry = ComponentRegistry.withPlugins(List.of(empty));
        assertThat(registry.faults()).isEmpty();
        assertThat(names(registry)).isEqualTo(names(ComponentRegistry.standard()));
    }

    @Test
    void anEntryThatIsNoPluginIsNamed() throws IOException {
        Path zip = Files.writeString(directory.resolve("x.zip"), "");
        ComponentRegistry registry = ComponentRegistry.withPlugins(List.of(directory.resolve("none"), zip));
        assertThat(registry.faults())
                .containsExactly(
                        directory.resolve("none") + ": there is no such jar or folder",
                        zip + ": is no plugin; a plugin's name ends in .jar");
        assertThat(registry.activation("relu").name()).isEqualTo("relu");
    }

    private static List<String> names(ComponentRegistry registry) {
        return registry.registrations().stream()
                .map(registration ->
                        registration.kind() + " " + registration.component().name())
                .toList();
    }
}
