// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.verification.Built;
import dev.nn4j.verification.Nn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ./nn} of a checkout builds when it must and no oftener. A stand-in for Maven counts its calls. */
class CheckoutScriptTest {
    private static final String SOURCE = "nn-core/src/main/java/Core.java";
    private static final String MAVEN = """
            #!/bin/sh
            echo called >>maven.calls
            echo "what Maven says"
            [ ! -e broken ] || exit 1
            mkdir -p nn-cli/target/nn/bin
            printf '#!/bin/sh\\nprintf "%%s\\\\n" "$@"\\nexit 7\\n' >nn-cli/target/nn/bin/nn
            chmod +x nn-cli/target/nn/bin/nn
            : >nn-cli/target/nn-1.zip
            [ ! -e during ] || sh ./during
            """;

    @TempDir
    Path checkout;

    @BeforeEach
    void aCheckoutThatHasNotBeenBuilt() throws IOException {
        for (String file : List.of(
                SOURCE,
                "nn-cli/src/dist/bin/nn",
                "nn-core/pom.xml",
                "pom.xml",
                "examples/a.csv",
                "LICENSE",
                "README.md",
                "nn-core/src/test/java/CoreTest.java",
                "docs/cli.md")) {
            Files.createDirectories(checkout.resolve(file).getParent());
            Files.writeString(checkout.resolve(file), file);
            touch(file, Duration.ofHours(-1));
        }
        executable("nn", Files.readString(Built.repository().resolve("nn")));
        executable("stand-in/mvn", MAVEN);
    }

    @Test
    void theFirstCallBuildsAndTheNextDoesNot() throws IOException, InterruptedException {
        Nn first = nn("train", "two words");
        assertThat(first.err()).isEqualTo("nn: building the distribution (nn-cli/target/nn)\n");
        assertThat(first.out()).isEqualTo("train\ntwo words\n");
        assertThat(first.exit()).as("the launcher's exit code").isEqualTo(7);

        Nn second = nn("train");
        assertThat(second.err()).isEmpty();
        assertThat(second.exit()).isEqualTo(7);
        assertThat(builds()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {SOURCE, "nn-cli/src/dist/bin/nn", "nn-core/pom.xml", "pom.xml", "examples/a.csv", "LICENSE"})
    void whatIsNewerThanTheDistributionIsBuilt(String file) throws IOException, InterruptedException {
        nn();
        touch(file, Duration.ofSeconds(2));
        nn();
        assertThat(builds()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nn-core/src/test/java/CoreTest.java", "docs/cli.md"})
    void whatTheDistributionIsNotMadeOfDoesNotMatter(String file) throws IOException, InterruptedException {
        nn();
        touch(file, Duration.ofSeconds(2));
        nn();
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void aNewFileIsBuilt() throws IOException, InterruptedException {
        nn();
        Files.writeString(checkout.resolve("nn-core/src/main/java/New.java"), "new");
        touch("nn-core/src/main/java/New.java", Duration.ofSeconds(2));
        nn();
        assertThat(builds()).isEqualTo(2);
    }

    /** Here the edit comes half an hour after the build began, and half an hour before it ended. */
    @Test
    void anEditDuringTheBuildIsBuiltNextTime() throws IOException, InterruptedException {
        for (String minutes : List.of("30", "60")) {
            Files.createFile(checkout.resolve(minutes));
            touch(minutes, Duration.ofMinutes(Long.parseLong(minutes)));
        }
        Files.writeString(
                checkout.resolve("during"),
                "touch -r 30 " + SOURCE + "; touch -r 60 nn-cli/target/nn-1.zip; rm during\n");
        nn();
        assertThat(checkout.resolve("during")).doesNotExist();
        nn();
        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void aDistributionWithoutItsArchiveIsNotTrusted() throws IOException, InterruptedException {
        nn();
        Files.delete(checkout.resolve("nn-cli/target/nn-1.zip"));
        nn();
        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void aBuildThatFailsShowsWhatMavenSaid() throws IOException, InterruptedException {
        Files.createFile(checkout.resolve("broken"));
        Nn failed = nn("--version");
        assertThat(failed.exit()).isEqualTo(1);
        assertThat(failed.out()).isEmpty();
        assertThat(failed.err())
                .isEqualTo("nn: building the distribution (nn-cli/target/nn)\nwhat Maven says\n\n"
                        + "error: nn: the distribution could not be built; Maven's output is above\n");
    }

    private Nn nn(String... arguments) throws IOException, InterruptedException {
        String path = "PATH=" + checkout.resolve("stand-in") + ":" + System.getenv("PATH");
        List<String> command =
                new ArrayList<>(List.of("env", path, checkout.resolve("nn").toString()));
        command.addAll(List.of(arguments));
        Path elsewhere = Files.createDirectories(checkout.resolve("elsewhere"));
        return Nn.run(elsewhere, command);
    }

    private int builds() throws IOException {
        return Files.readAllLines(checkout.resolve("maven.calls")).size();
    }

    private void touch(String file, Duration fromNow) throws IOException {
        Files.setLastModifiedTime(
                checkout.resolve(file), FileTime.from(Instant.now().plus(fromNow)));
    }

    private void executable(String file, String content) throws IOException {
        Path path = checkout.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
