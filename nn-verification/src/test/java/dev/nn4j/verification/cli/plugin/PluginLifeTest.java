// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.cli.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nn4j.verification.Built;
import dev.nn4j.verification.Nn;
import dev.nn4j.verification.cli.Launcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The life of a plugin with one component of each kind: trained with from JSON with parameters, saved, inspected without
 * it, missed, predicted with, stopped and resumed.
 */
class PluginLifeTest {
    private static final Path EXAMPLE = Built.examples().resolve("plugin-acme");
    private static final String DATA =
            Built.examples().resolve("diabetes/diabetes.csv").toString();
    private static final String CONFIG = EXAMPLE.resolve("train.json").toString();

    @TempDir
    private static Path folder;

    private static Path jar;

    private final Launcher nn = Launcher.in(folder);

    @BeforeAll
    static void trainAModelThatNeedsThePlugin() throws IOException, InterruptedException {
        PluginSource source = new PluginSource(folder)
                .module(Files.readString(EXAMPLE.resolve("src/main/java/module-info.java")))
                .manifest("NN-Plugin-Name", "acme-plugin")
                .manifest("NN-Plugin-Version", "1.0.0")
                .manifest("NN-Plugin-Api", "1")
                .manifest("NN-Plugin-Url", "https://acme.example/acme-plugin");
        for (String type : List.of("Lion", "PRelu", "PseudoHuber", "ScaledTanh", "SparseNormal")) {
            String file = "com/acme/" + type;
            source.source(file, Files.readString(EXAMPLE.resolve("src/main/java/" + file + ".java")));
        }
        jar = source.jar("acme.jar");
        Launcher.in(folder).succeed("train", "--config", CONFIG, "--data", DATA, "--out", "m.nn", "--plugin-path", jar);
    }

    @Test
    void inspectTellsItsComponentsParametersAndOriginWithoutThePlugin() throws IOException, InterruptedException {
        JsonNode model = nn.json("inspect", "m.nn", "--json");

        assertComponent(model.at("/layers/0/activation"), "acme:scaled-tanh", "{\"slope\":0.5}");
        assertComponent(model.at("/layers/0/initializer"), "acme:sparse-normal", "{\"density\":0.5}");
        assertComponent(model.at("/layers/2/activation"), "acme:prelu", "{\"slope\":0.25}");
        assertComponent(model.at("/loss"), "acme:pseudo-huber", "{\"delta\":1.5}");
        assertThat(model.at("/provenance/configuration").asText())
                .contains("{\"type\":\"acme:lion\",\"beta1\":0.95,\"learningRate\":0.001}");
        assertThat(nn.succeed("inspect", "m.nn").out())
                .contains("acme:scaled-tanh (slope 0.5)", "acme-plugin 1.0.0 (https://acme.example/acme-plugin)");
    }

    @Test
    void whatNeedsThePluginSaysWhichAndWhereToGetIt() throws IOException, InterruptedException {
        for (List<String> command : List.of(
                List.of("predict", "--model", "m.nn", "--data", DATA),
                List.of("evaluate", "--model", "m.nn", "--data", DATA),
                List.of("verify", "m.nn"),
                List.of("train", "--config", CONFIG, "--data", DATA, "--init", "m.nn"))) {
            Nn run = nn.run(command.toArray());
            assertThat(run.exit()).as(command + run.err()).isEqualTo(6);
            assertThat(run.out()).isEmpty();
            assertThat(run.error())
                    .startsWith("error: m.nn: needs layer 'l0': activation 'acme:scaled-tanh' from 'acme-plugin' 1.0.0,"
                            + " to be had at https://acme.example/acme-plugin: ");
        }
    }

    @Test
    void withThePluginItPredictsReproducesItsGoldenRowsAndTrainsOn() throws IOException, InterruptedException {
        assertThat(nn.succeed("predict", "--model", "m.nn", "--data", DATA, "--plugin-path", jar)
                        .out()
                        .lines())
                .hasSize(443);
        assertThat(nn.json("evaluate", "--model", "m.nn", "--data", DATA, "--plugin-path", jar, "--json")
                        .get("r2")
                        .asDouble())
                .isGreaterThan(0.4);
        assertThat(nn.succeed("verify", "m.nn", "--plugin-path", jar).out()).contains("reproduced bit for bit");
        assertThat(nn.run("train", "--config", CONFIG, "--data", DATA, "--init", "m.nn", "--plugin-path", jar)
                        .exit())
                .isZero();
    }

    /** The optimizer keeps a momentum, for the saving of which it has no line of code. */
    @Test
    void itsOptimizerResumesToTheSameBits() throws IOException, InterruptedException {
        Object[] start = {"train", "--config", CONFIG, "--data", DATA, "--plugin-path", jar};
        nn.succeed(and(start, "--set", "training.epochs=9", "--out", "straight.nn"));
        nn.succeed(and(start, "--set", "training.epochs=4", "--checkpoint", "c.nn"));
        Object[] resume = {"train", "--resume", "c.nn", "--config", CONFIG, "--data", DATA, "--set", "training.epochs=9"
        };

        Nn missing = nn.run(resume);
        nn.succeed(and(resume, "--out", "resumed.nn", "--plugin-path", jar));

        assertThat(missing.exit()).isEqualTo(6);
        assertThat(missing.error()).contains("'acme-plugin' 1.0.0, to be had at https://acme.example/acme-plugin");
        assertThat(nn.succeed("inspect", "c.nn").out()).contains("acme:lion");
        assertThat(tensors("resumed.nn")).isEqualTo(tensors("straight.nn"));
        assertThat(predictions("resumed.nn")).isEqualTo(predictions("straight.nn"));
    }

    private String tensors(String model) throws IOException, InterruptedException {
        return nn.json("inspect", model, "--weights", "--json").get("tensors").toString();
    }

    private String predictions(String model) throws IOException, InterruptedException {
        return nn.succeed("predict", "--model", model, "--data", DATA, "--plugin-path", jar)
                .out();
    }

    private static Object[] and(Object[] words, Object... more) {
        return Stream.concat(Stream.of(words), Stream.of(more)).toArray();
    }

    @Test
    void aParameterIsCheckedAsThoseOfTheBuiltIns() throws IOException, InterruptedException {
        assertRefused("loss.delta=-1", "loss.delta: acme:pseudo-huber: delta must be in [1.0E-6, 1000000], got -1");
        assertRefused("optimizer.beta3=0.5", "optimizer.beta3: unknown key; did you mean 'beta1'?");
    }

    private void assertRefused(String setting, String message) throws IOException, InterruptedException {
        Nn run = nn.run("train", "--config", CONFIG, "--data", DATA, "--plugin-path", jar, "--set", setting);
        assertThat(run.exit()).as(run.err()).isEqualTo(5);
        assertThat(run.error()).contains(message);
    }

    private static void assertComponent(JsonNode component, String name, String parameters) {
        assertThat(component.get("name").asText()).isEqualTo(name);
        assertThat(component.get("parameters").toString()).isEqualTo(parameters);
        assertThat(component.get("provider").asText()).isEqualTo("acme-plugin");
        assertThat(component.get("providerVersion").asText()).isEqualTo("1.0.0");
        assertThat(component.get("providerUrl").asText()).isEqualTo("https://acme.example/acme-plugin");
    }
}
