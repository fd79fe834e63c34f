// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.nn4j.verification.Built;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A jar is whole, says what it is, and comes out the same wherever and whenever it is built. */
class JarTest {
    static List<BuiltModule> modules() {
        return BuiltModule.all();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void carriesTheLicence(BuiltModule module) throws IOException {
        try (JarFile jar = new JarFile(module.jar().toFile())) {
            ZipEntry licence = jar.getEntry("META-INF/LICENSE");
            assertThat(licence).as("META-INF/LICENSE").isNotNull();
            try (InputStream in = jar.getInputStream(licence)) {
                assertThat(in.readAllBytes())
                        .isEqualTo(Files.readAllBytes(Built.repository().resolve("LICENSE")));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("modules")
    void isAnExplicitModule(BuiltModule module) {
        assertThat(module.descriptor().isAutomatic()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void theManifestNamesItAndNothingOfTheMachineThatBuiltIt(BuiltModule module) throws IOException {
        try (JarFile jar = new JarFile(module.jar().toFile())) {
            Attributes manifest = jar.getManifest().getMainAttributes();
            assertThat(manifest.getValue("Implementation-Title")).startsWith("nn4j: nn-");
            assertThat(manifest.getValue("Implementation-Version")).isEqualTo(System.getProperty("nn.version"));
            assertThat(manifest.keySet())
                    .extracting(Object::toString)
                    .isSubsetOf(
                            "Manifest-Version",
                            "Created-By",
                            "Java-Version",
                            "Build-Jdk-Spec",
                            "Implementation-Title",
                            "Implementation-Version",
                            "Main-Class");
        }
    }

    @ParameterizedTest
    @MethodSource("modules")
    void everyEntryBearsTheTimeThatThePomFixes(BuiltModule module) throws IOException {
        try (JarFile jar = new JarFile(module.jar().toFile())) {
            assertThat(jar.stream().map(ZipEntry::getTimeLocal).distinct()).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("modules")
    void holdsClassesOfItsOwnModuleAlone(BuiltModule module) throws IOException {
        String root = module.descriptor().name().replace('.', '/') + "/";
        try (JarFile jar = new JarFile(module.jar().toFile())) {
            List<String> classes = jar.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.endsWith(".class") && !name.equals("module-info.class"))
                    .toList();
            assertThat(classes).isNotEmpty().allMatch(name -> name.startsWith(root));
        }
    }

    /** The rules of this package are about classes that ArchUnit has read; it must have read all. */
    @Test
    void theRulesSeeEveryClass() throws IOException {
        long inJars = 0;
        for (BuiltModule module : modules()) {
            try (JarFile jar = new JarFile(module.jar().toFile())) {
                inJars += jar.stream()
                        .filter(entry -> entry.getName().endsWith(".class"))
                        .filter(entry -> !entry.getName().equals("module-info.class"))
                        .filter(entry -> !entry.getName().startsWith("dev/nn4j/io/internal/protobuf/")) // not ours
                        .count();
            }
        }
        assertThat(BuiltClasses.all()).hasSize(Math.toIntExact(inJars)).allMatch(JarTest::isFromAJar);
    }

    private static boolean isFromAJar(JavaClass type) {
        return type.getSource()
                .map(source -> source.getUri().getScheme().equals("jar"))
                .orElse(false);
    }
}
