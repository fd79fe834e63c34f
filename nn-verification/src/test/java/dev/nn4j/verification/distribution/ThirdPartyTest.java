// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.verification.Built;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The licences of what the distribution bundles. A new version of a library is a reason to look at its licence. */
class ThirdPartyTest {
    private static final Path NN = Built.distribution();
    private static final Pattern JAR =
            Pattern.compile("^\\| (\\S+\\.jar) \\| \\S.* \\|.*\\]\\(.+\\).*\\|.*https://.*\\|$");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)]+)\\)");

    @Test
    void everyJarThatOthersWroteIsListedWithItsLicence() throws IOException {
        try (Stream<Path> lib = Files.walk(NN.resolve("lib"))) {
            List<String> foreign = lib.filter(Files::isRegularFile)
                    .map(jar -> jar.getFileName().toString())
                    .filter(jar -> !jar.startsWith("nn-"))
                    .sorted()
                    .toList();
            assertThat(foreign).isNotEmpty();
            assertThat(found(JAR))
                    .as("jars listed in nn-cli/src/dist/THIRD-PARTY.md; look up the licence of one that is new there")
                    .containsExactlyInAnyOrderElementsOf(foreign);
        }
    }

    @Test
    void theJarThatHoldsProtobufCarriesItsLicenceAndItsVersionIsNamed() throws IOException {
        Path text = NN.resolve("licenses/BSD-3-Clause-protobuf.txt");
        try (JarFile jar = new JarFile(Built.jars().get("nn-io").toFile());
                InputStream bundled = jar.getInputStream(jar.getEntry("META-INF/licenses/BSD-3-Clause-protobuf.txt"))) {
            assertThat(bundled.readAllBytes()).isEqualTo(Files.readAllBytes(text));
        }
        String pom = Files.readString(Built.repository().resolve("pom.xml"));
        String version = pom.replaceFirst("(?s).*<protobuf.version>(.*?)</protobuf.version>.*", "$1");
        assertThat(Files.readString(NN.resolve("THIRD-PARTY.md"))).contains("protobuf-java " + version + " as");
    }

    @Test
    void everyLicenceThatIsNamedIsThereAndEveryOneThatIsThereIsNamed() throws IOException {
        Set<String> linked = new TreeSet<>(found(LINK));
        assertThat(linked).allSatisfy(link -> assertThat(NN.resolve(link)).isNotEmptyFile());
        linked.remove("LICENSE");
        try (Stream<Path> texts = Files.list(NN.resolve("licenses"))) {
            Set<String> bundled =
                    texts.map(text -> "licenses/" + text.getFileName()).collect(Collectors.toSet());
            assertThat(linked).containsExactlyInAnyOrderElementsOf(bundled);
        }
    }

    private static List<String> found(Pattern pattern) throws IOException {
        return Files.readString(NN.resolve("THIRD-PARTY.md"))
                .lines()
                .flatMap(line -> pattern.matcher(line).results())
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
