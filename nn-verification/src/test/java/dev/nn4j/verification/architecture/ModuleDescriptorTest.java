// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.verification.Built;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a module exports, requires and provides is a promise: it changes on purpose or not at all. */
class ModuleDescriptorTest {
    private static final String EXPECTED = "nn-verification/src/test/resources/dev/nn4j/verification/modules";

    static List<BuiltModule> modules() {
        return BuiltModule.all();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void theDescriptorIsTheExpectedOne(BuiltModule module) throws IOException {
        String actual = DescriptorText.of(module.descriptor());
        Path expected = directory().resolve(module.descriptor().name() + ".txt");
        assertThat(expected).as("%s is expected to be\n%s", module, actual).exists();
        assertThat(actual)
                .as(
                        "the descriptor of %s. If the change is meant, %s/%s must be\n%s",
                        module, EXPECTED, expected.getFileName(), actual)
                .isEqualTo(Files.readString(expected));
    }

    @Test
    void everyExpectedModuleIsBuilt() throws IOException {
        List<String> built = modules().stream()
                .map(module -> module.descriptor().name() + ".txt")
                .toList();
        try (Stream<Path> files = Files.list(directory())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .as("files in %s; remove those of modules that were given up", EXPECTED)
                    .containsExactlyInAnyOrderElementsOf(built);
        }
    }

    @Test
    void theNameIsTheRootPackageAndFollowsTheDirectory() {
        assertThat(Built.jars()).isNotEmpty();
        Built.jars()
                .keySet()
                .forEach(directory -> assertThat(modules().stream()
                                .filter(module -> module.toString().startsWith(directory + "-"))
                                .findFirst())
                        .hasValueSatisfying(module -> {
                            String name = "dev.nn4j." + directory.substring("nn-".length());
                            assertThat(module.descriptor().name()).isEqualTo(name);
                            assertThat(module.descriptor().packages())
                                    .allMatch(inModule -> (inModule + ".").startsWith(name + "."));
                        }));
    }

    private static Path directory() {
        return Built.repository().resolve(EXPECTED);
    }
}
