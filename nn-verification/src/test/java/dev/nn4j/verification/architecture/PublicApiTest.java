// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.verification.Built;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What others compile against changes on purpose or not at all. {@code -Dnn.api.write=true} writes the texts anew; their
 * difference belongs to the commit that makes it.
 */
class PublicApiTest {
    private static final String EXPECTED = "nn-verification/src/test/resources/dev/nn4j/verification/api";

    static List<BuiltModule> modules() {
        return BuiltModule.all();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void thePublicTypesAndMembersAreTheExpectedOnes(BuiltModule module) throws IOException {
        String actual = PublicApiText.of(module.descriptor());
        Path expected =
                Built.repository().resolve(EXPECTED).resolve(module.descriptor().name() + ".txt");
        if (Boolean.getBoolean("nn.api.write")) {
            Files.createDirectories(expected.getParent());
            Files.writeString(expected, actual);
        }
        assertThat(expected)
                .as("the public API of %s; -Dnn.api.write=true writes it", module)
                .exists();
        assertThat(actual.lines())
                .as("the public API of %s; if the change is meant, -Dnn.api.write=true writes it", module)
                .containsExactlyElementsOf(Files.readAllLines(expected));
    }
}
