// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** One jar that gets in nobody's way on a cluster's class path. */
class BundleTest {
    static final Path JAR =
            Path.of(System.getProperty("nn.spark.bundle")).toAbsolutePath().normalize();

    private static List<String> names() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            return jar.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .toList();
        }
    }

    @Test
    void allClassesAreInPackagesOfNn4j() throws IOException {
        assertThat(names())
                .filteredOn(name -> name.endsWith(".class"))
                .hasSizeGreaterThan(2000)
                .allMatch(name -> name.startsWith("dev/nn4j/"));
    }

    @Test
    void servicesAreThoseOfAllModules() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            for (String service : List.of(
                    "dev.nn4j.api.Activation",
                    "dev.nn4j.api.Loss",
                    "dev.nn4j.api.Optimizer",
                    "dev.nn4j.core.internal.kernels.KernelsProvider")) {
                assertThat(jar.getEntry("META-INF/services/" + service))
                        .as(service)
                        .isNotNull();
            }
            String jackson = "META-INF/services/dev.nn4j.spark.bundle.jackson.core.JsonFactory";
            assertThat(new String(jar.getInputStream(jar.getEntry(jackson)).readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("dev.nn4j.spark.bundle.jackson.core.");
        }
    }

    @Test
    void theLicencesOfOthersAreInIt() throws IOException {
        assertThat(names())
                .contains("META-INF/licenses/BSD-3-Clause-protobuf.txt", "META-INF/LICENSE")
                .filteredOn(name -> name.startsWith("META-INF/licenses/MIT-"))
                .isNotEmpty();
    }
}
