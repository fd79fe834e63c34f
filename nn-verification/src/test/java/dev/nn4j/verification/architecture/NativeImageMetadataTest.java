// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nn4j.verification.Built;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What GraalVM's native-image is told of a jar is what code loads: every file that is no class, and nothing that is not there.
 * GraalVM itself is not asked.
 */
class NativeImageMetadataTest {
    /** An application, and what tests components: neither goes into an image. */
    private static final List<String> NOT_FOR_IMAGES = List.of("nn-cli", "nn-testkit");

    /** What goes with a jar, and what readers in other languages want; no code loads it. */
    private static final Pattern NOT_LOADED =
            Pattern.compile("META-INF/(MANIFEST\\.MF|LICENSE|licenses/.*|maven/dev\\.nn4j/.*|nn4j/.*|native-image/.*)");

    static List<String> modules() {
        return Built.jars().keySet().stream()
                .filter(module -> !NOT_FOR_IMAGES.contains(module))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void everyResourceAndServiceFileIsToldAndNothingElse(String module) throws IOException {
        try (JarFile jar = new JarFile(Built.jars().get(module).toFile())) {
            List<String> globs = globs(jar, module);
            List<String> files = jar.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .filter(name -> !name.endsWith(".class")
                            && !NOT_LOADED.matcher(name).matches())
                    .toList();

            assertThat(files).as("files of %s", module).allMatch(file -> matches(globs, file));
            List<String> libraries = ofLibraries();
            assertThat(globs)
                    .allMatch(glob -> Stream.concat(files.stream(), libraries.stream())
                            .anyMatch(file -> matches(List.of(glob), file)));
        }
    }

    private static List<String> globs(JarFile jar, String module) throws IOException {
        ZipEntry entry = jar.getEntry("META-INF/native-image/dev.nn4j/" + module + "/reachability-metadata.json");
        List<String> globs = new ArrayList<>();
        if (entry != null) {
            try (InputStream in = jar.getInputStream(entry)) {
                JsonNode metadata = new ObjectMapper().readTree(in);
                assertThat(metadata.fieldNames()).toIterable().containsExactly("resources");
                metadata.get("resources")
                        .forEach(one -> globs.add(one.get("glob").asText()));
            }
            assertThat(globs).doesNotHaveDuplicates().isNotEmpty();
        }
        return globs;
    }

    /** A star is anything within a folder, two are any folders: GraalVM's globs have no more. */
    private static boolean matches(List<String> globs, String file) {
        return globs.stream()
                .map(glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob))
                .anyMatch(matcher -> matcher.matches(Path.of(file)));
    }

    /** What lies in the WebJar of the charts. */
    private static List<String> ofLibraries() throws IOException {
        List<String> names = new ArrayList<>();
        try (Stream<Path> jars = Files.list(Built.distribution().resolve("lib"))) {
            for (Path library : jars.filter(
                            file -> file.getFileName().toString().startsWith("uplot"))
                    .toList()) {
                try (JarFile jar = new JarFile(library.toFile())) {
                    jar.stream().map(ZipEntry::getName).forEach(names::add);
                }
            }
        }
        return names;
    }
}
