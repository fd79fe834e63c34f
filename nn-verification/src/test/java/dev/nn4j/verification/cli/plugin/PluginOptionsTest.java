// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.cli.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nn4j.verification.Nn;
import dev.nn4j.verification.cli.ForeignModel;
import dev.nn4j.verification.cli.Launcher;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --plugin-path}, {@code NN_PLUGIN_PATH}, the distribution's folder, and {@code nn plugins verify --json}. */
class PluginOptionsTest {
    private static final String URL = "https://acme.example/gates";

    @TempDir
    private static Path folder;

    private static Path one;
    private static Path two;

    private final Launcher nn = Launcher.in(folder);

    @BeforeAll
    static void plugins() throws IOException {
        Files.createDirectories(folder.resolve("home/plugins"));
        one = PluginSource.ofGate(folder, "acme:one")
                .manifest("NN-Plugin-Name", "acme-gates")
                .manifest("NN-Plugin-Version", "1.2")
                .manifest("NN-Plugin-Url", URL)
                .jar("one.jar");
        two = PluginSource.ofGate(folder, "acme:two").jar("two.jar");
        PluginSource.ofGate(folder, "acme:three").jar("home/plugins/three.jar");
    }

    @Test
    void theOptionTheVariableAndTheDistributionsFolderAddUp() throws IOException, InterruptedException {
        Nn listed = nn.with("NN_PLUGIN_PATH", File.pathSeparator + two + File.pathSeparator)
                .with("NN_JAVA_OPTS", "-Dnn.home=" + folder.resolve("home"))
                .run("plugins", "--plugin-path", "one.jar", "--strict-plugins");
        assertThat(listed.exit()).as(listed.err()).isZero();
        assertThat(listed.out()).contains("acme:one", "acme:two", "acme:three");
    }

    @Test
    void theOptionIsRepeatableAndMayStandBeforeTheCommand() throws IOException, InterruptedException {
        assertThat(nn.succeed("--plugin-path", one, "plugins", "--plugin-path", two)
                        .out())
                .contains("acme:one", "acme:two");
    }

    @Test
    void theVariableMayNameSeveral() throws IOException, InterruptedException {
        assertThat(nn.with("NN_PLUGIN_PATH", one + File.pathSeparator + two)
                        .succeed("plugins")
                        .out())
                .contains("acme:one", "acme:two");
    }

    @Test
    void jsonTellsWhereAComponentComesFrom() throws IOException, InterruptedException {
        JsonNode components = nn.json("plugins", "--json", "--plugin-path", one).get("components");
        assertThat(components)
                .filteredOn(one -> one.get("name").asText().equals("acme:one"))
                .singleElement()
                .satisfies(found -> assertThat(found.get("origin").toString())
                        .isEqualTo("{\"provider\":\"acme-gates\",\"version\":\"1.2\",\"location\":\"" + one
                                + "\",\"url\":\"" + URL + "\"}"));
    }

    @Test
    void verifyTellsEachVerdictInJsonToo() throws IOException, InterruptedException {
        JsonNode report = nn.json("plugins", "verify", "--json", one);
        assertThat(report.get("passed").asBoolean()).isTrue();
        assertThat(report.get("plugin").toString())
                .isEqualTo("{\"name\":\"acme-gates\",\"version\":\"1.2\",\"url\":\"" + URL + "\"}");
        assertThat(report.at("/components/0/name").asText()).isEqualTo("acme:one");
        assertThat(report.at("/components/0/type").asText()).isEqualTo("activation");
        assertThat(report.at("/components/0/checks")).hasSizeGreaterThan(10).allSatisfy(check -> {
            assertThat(check.get("passed").asBoolean()).isTrue();
            assertThat(check.get("problem").isNull()).isTrue();
        });
    }

    @Test
    void aFindingIsInTheJsonOfVerifyAndEndsItWithSix() throws IOException, InterruptedException {
        Path jar = new PluginSource(folder)
                .gate("Gate", "acme:gate", "public Gate() { throw new IllegalStateException(\"no licence\"); }")
                .service("Activation", "com.acme.Gate")
                .jar("gate.jar");
        Nn run = nn.run("plugins", "verify", jar, "--json");
        assertThat(run.exit()).isEqualTo(6);
        JsonNode report = new ObjectMapper().readTree(run.out());
        assertThat(report.get("passed").asBoolean()).isFalse();
        assertThat(report.at("/faults/0").asText()).contains("no licence");
    }

    @Test
    void aJarThatIsNotThereCannotBeVerified() throws IOException, InterruptedException {
        Nn run = nn.run("plugins", "verify", "none.jar");
        assertThat(run.exit()).isEqualTo(7);
        assertThat(run.error()).isEqualTo("error: none.jar: there is no such file or folder");
    }

    @Test
    void aMissingPluginComesWithAHint() throws IOException, InterruptedException {
        ForeignModel.write(folder.resolve("foreign.nn"));
        assertThat(nn.run("verify", "foreign.nn").messages())
                .last()
                .isEqualTo("hint: --plugin-path JAR adds a plugin; 'nn plugins' lists what there is");
    }
}
