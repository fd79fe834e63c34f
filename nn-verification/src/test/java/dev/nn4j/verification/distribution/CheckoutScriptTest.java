// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.verification.Built;
import dev.nn4j.verification.Nn;
import dev.nn4j.verification.PseudoTerminal;
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
    private static final String BUILDING = """
        nn: building the distribution (nn-cli/target/nn)
        nn: module 1 of 2: nn-core
        nn: module 2 of 2: nn-cli
        """;
    private static final String MAVEN = """
        #!/bin/sh
        echo called >>maven.calls
        echo "$@" >maven.arguments
        echo "what Maven says"
        echo "[INFO] Building nn4j: nn-core 0.1.0-SNAPSHOT                   [1/2]"
        echo "[INFO] --- maven-jar-plugin:3.5.1:jar (default-jar) @ nn-core ---"
        echo "[INFO] Building nn4j: nn-cli 0.1.0-SNAPSHOT                    [2/2]"
        echo "[INFO] --- maven-jar-plugin:3.5.1:jar (default-jar) @ nn-cli ---"
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
        assertThat(first.err()).isEqualTo(BUILDING);
        assertThat(first.out()).isEqualTo("train\ntwo words\n");
        assertThat(first.exit()).as("the launcher's exit code").isEqualTo(7);

        Nn second = nn("train");
        assertThat(second.err()).isEmpty();
        assertThat(second.exit()).isEqualTo(7);
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void aQuietCallBuildsWithoutAWord() throws IOException, InterruptedException {
        Nn quiet = nn("train", "--quiet");
        assertThat(quiet.err()).isEmpty();
        assertThat(quiet.out()).isEqualTo("train\n--quiet\n");
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void aQuietCallThatCannotBuildSaysSo() throws IOException, InterruptedException {
        Files.createFile(checkout.resolve("broken"));
        assertThat(nn("train", "--quiet").error()).contains("could not be built");
    }

    @Test
    void onlyWhatTheDistributionIsMadeOfIsBuiltAndNothingIsTested() throws IOException, InterruptedException {
        nn();
        assertThat(Files.readString(checkout.resolve("maven.arguments")))
                .contains("-pl nn-cli -am package", "-Dmaven.test.skip=true");
    }

    /** The line moves: it is drawn over itself, with the seconds so far, and is gone when the build is done. */
    @Test
    void onATerminalOneLineMoves() throws IOException, InterruptedException {
        Nn shown = PseudoTerminal.run(checkout, 80, List.of("env", path(), "./nn"));
        String screen = shown.out().replaceAll("\\d+ s so far", "N s so far");
        assertThat(screen)
                .contains("\r\033[Knn: module 1 of 2: nn-core, N s so far\r\033[Knn: module 1 of 2: nn-core, N s so far"
                        + "\r\033[Knn: module 2 of 2: nn-cli, N s so far")
                .contains("nn-cli, N s so far\r\033[K\r\n");
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
                .startsWith(BUILDING + "what Maven says\n")
                .endsWith("\n\nerror: nn: the distribution could not be built; Maven's output is above\n");
    }

    private Nn nn(String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("env", path(), checkout.resolve("nn").toString()));
        command.addAll(List.of(arguments));
        Path elsewhere = Files.createDirectories(checkout.resolve("elsewhere"));
        return Nn.run(elsewhere, command);
    }

    private String path() {
        return "PATH=" + checkout.resolve("stand-in") + ":" + System.getenv("PATH");
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
