// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor.Provides;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** On the class path a component is found by META-INF/services, on the module path by the descriptor. */
class ServiceFilesTest {
    private static final String DIRECTORY = "META-INF/services/";

    static List<BuiltModule> modules() {
        return BuiltModule.all();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void theServiceFilesNameWhatTheDescriptorProvides(BuiltModule module) throws IOException {
        assertThat(serviceFiles(module))
                .as("META-INF/services of %s and the `provides` of its module-info", module)
                .isEqualTo(provided(module));
    }

    @Test
    void someModulesProvideServices() {
        assertThat(modules()).anyMatch(module -> !provided(module).isEmpty());
    }

    private static SortedMap<String, List<String>> provided(BuiltModule module) {
        SortedMap<String, List<String>> provided = new TreeMap<>();
        for (Provides provides : module.descriptor().provides()) {
            provided.put(
                    provides.service(), provides.providers().stream().sorted().toList());
        }
        return provided;
    }

    private static SortedMap<String, List<String>> serviceFiles(BuiltModule module) throws IOException {
        SortedMap<String, List<String>> services = new TreeMap<>();
        try (JarFile jar = new JarFile(module.jar().toFile())) {
            List<JarEntry> files = jar.stream()
                    .filter(entry -> entry.getName().startsWith(DIRECTORY) && !entry.isDirectory())
                    .toList();
            for (JarEntry file : files) {
                services.put(file.getName().substring(DIRECTORY.length()), providers(jar, file));
            }
        }
        return services;
    }

    private static List<String> providers(JarFile jar, JarEntry file) throws IOException {
        try (InputStream in = jar.getInputStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .sorted()
                    .toList();
        }
    }
}
