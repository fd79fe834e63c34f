// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.cli.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.verification.Built;
import dev.nn4j.verification.Nn;
import dev.nn4j.verification.cli.Launcher;
import dev.nn4j.verification.cli.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Modular and plain plugins in real processes with nn4j on the module path and on the class path: all four work alike. */
class PluginHostsTest {
    /** Its component is named after the first of the host's classes that it can see. */
    private static final String PRYING = """
            private static String seen() {
                for (String type : new String[] {
                        "dev.nn4j.core.Model", "dev.nn4j.cli.Main", "dev.nn4j.api.internal.math.SliceFunctions",
                        "dev.nn4j.activations.Relu", "dev.nn4j.io.internal.protobuf.ByteString", "picocli.CommandLine" }) {
                    try {
                        return "acme:sees-" + Class.forName(type).getSimpleName().toLowerCase();
                    } catch (ClassNotFoundException hidden) {
                        continue;
                    }
                }
                return "acme:" + (java.util.ServiceLoader.load(dev.nn4j.api.Activation.class,
                        Prying.class.getClassLoader()).stream().count() == 2 ? "gate" : "sees-providers");
            }
            """;

    private static final String MODULE = """
            module com.acme {
                requires dev.nn4j.api;
                uses dev.nn4j.api.Activation;
                provides dev.nn4j.api.Activation with com.acme.Plain, com.acme.Prying;
            }
            """;

    /** Where nn4j runs. */
    enum Host {
        MODULE_PATH,
        CLASS_PATH
    }

    @TempDir
    private static Path folder;

    private static Path modular;
    private static Path plain;

    @BeforeAll
    static void plugins() throws IOException {
        plain = source().jar("plain.jar");
        modular = source().module(MODULE).jar("modular.jar");
        Sample.REGRESSION.writeTo(folder);
    }

    /** A module provides by its descriptor, everything else by its service files; each has both. */
    private static PluginSource source() {
        return new PluginSource(folder)
                .gate("Plain", "acme:plain", "")
                .gate("Gate", "", PRYING.replace("Prying", "Gate") + "protected String name = seen();")
                .source("com/acme/Prying", """
                        package com.acme;
                        public class Prying extends Gate { public String name() { return name; } }
                        """)
                .service("Activation", "com.acme.Plain", "com.acme.Prying")
                .manifest("NN-Plugin-Name", "acme-gates")
                .manifest("NN-Plugin-Version", "1.2")
                .manifest("NN-Plugin-Api", "1")
                .manifest("NN-Plugin-Url", "https://acme.example/gates");
    }

    @ParameterizedTest
    @CsvSource({"MODULE_PATH, modular", "MODULE_PATH, plain", "CLASS_PATH, modular", "CLASS_PATH, plain"})
    void aPluginIsLoadedApartFromTheHostAndItsModelIsReadBack(Host host, String kind)
            throws IOException, InterruptedException {
        Path jar = kind.equals("plain") ? plain : modular;

        Nn listed = nn(host, "plugins", "--strict-plugins", "--type", "activation", "--plugin-path", jar);
        assertThat(listed.exit()).as(listed.err()).isZero();
        assertThat(listed.out())
                .contains("acme:plain", "acme:gate", "acme-gates 1.2 (" + jar + ")")
                .doesNotContain("acme:sees");

        String model = host + "-" + kind + ".nn";
        Nn trained = nn(
                host,
                "train",
                "--config",
                "config.json",
                "--data",
                "data.csv",
                "--out",
                model,
                "--set",
                "network.layers[0].activation=acme:gate",
                "--set",
                "training.epochs=2",
                "--plugin-path",
                jar);
        assertThat(trained.exit()).as(trained.err()).isZero();
        assertThat(nn(host, "verify", model, "--plugin-path", jar).exit()).isZero();
        assertThat(nn(host, "verify", model).error())
                .contains("'acme:gate' from 'acme-gates' 1.2, to be had at https://acme.example/gates");
    }

    @Test
    void allFourTrainTheSameModel() throws IOException, InterruptedException {
        List<String> digests = new ArrayList<>();
        for (Host host : Host.values()) {
            for (Path jar : List.of(modular, plain)) {
                Nn trained = nn(
                        host,
                        "train",
                        "--config",
                        "config.json",
                        "--data",
                        "data.csv",
                        "--history",
                        "-",
                        "--set",
                        "network.layers[0].activation=acme:gate",
                        "--set",
                        "training.epochs=3",
                        "--plugin-path",
                        jar);
                digests.add(trained.out().replaceAll("(?m),[^,]*$", ""));
            }
        }
        assertThat(digests).hasSize(4).doesNotContain("").containsOnly(digests.get(0));
    }

    /** An application may as well have the jar on its own path. */
    @Test
    void aPluginOnTheHostsOwnPathHasTheOriginThatItsManifestTells() throws IOException, InterruptedException {
        assertThat(run(
                                "-p",
                                Built.distribution().resolve("lib") + java.io.File.pathSeparator + modular,
                                "--add-modules",
                                "com.acme",
                                "-m",
                                "dev.nn4j.cli/dev.nn4j.cli.Main",
                                "plugins")
                        .out())
                .contains("acme:plain", "acme-gates 1.2 (com.acme)");
        assertThat(run(
                                "-cp",
                                Built.distribution().resolve("lib") + "/*" + java.io.File.pathSeparator + plain,
                                "dev.nn4j.cli.Main",
                                "plugins")
                        .out())
                .contains("acme:plain", "acme-gates 1.2 (plain.jar)");
    }

    @ParameterizedTest
    @EnumSource(Host.class)
    void aModuleThatRequiresAModuleOfTheHostIsRefused(Host host) throws IOException, InterruptedException {
        Path jar = requiring("dev.nn4j.activations");
        assertThat(nn(host, "plugins", "--plugin-path", jar, "--strict-plugins").error())
                .contains(jar
                        + "): requires the module dev.nn4j.activations, but plugins see only dev.nn4j.api and the JDK");
    }

    /** The class path brings all of the JDK's modules, the module path those that somebody requires. */
    @Test
    void aModuleOfTheJdkThatIsNotThereIsNamed() throws IOException, InterruptedException {
        Path jar = requiring("jdk.net");
        assertThat(nn(Host.MODULE_PATH, "plugins", "--plugin-path", jar, "--strict-plugins")
                        .error())
                .contains("requires the module jdk.net, which this program runs without; start it with --add-modules"
                        + " jdk.net");
        assertThat(nn(Host.CLASS_PATH, "plugins", "--plugin-path", jar).out()).contains("acme:gate");
    }

    private static Path requiring(String module) throws IOException {
        return PluginSource.ofGate(folder, "acme:gate")
                .module("module com.acme { requires dev.nn4j.api; requires static java.sql; requires " + module
                        + "; provides dev.nn4j.api.Activation with com.acme.Gate; }")
                .jar(module + ".jar");
    }

    @ParameterizedTest
    @EnumSource(Host.class)
    void ofManyBrokenPluginsEachIsNamedAndTheGoodOneLives(Host host) throws IOException, InterruptedException {
        Path plugins = Files.createDirectories(folder.resolve(host.name()));
        Files.writeString(plugins.resolve("text.jar"), "no jar");
        PluginSource.ofGate(plugins, "acme:good").jar("good.jar");
        PluginSource.ofGate(plugins, "relu").jar("shadow.jar");
        PluginSource.ofGate(plugins, null).jar("unnamed.jar");
        PluginSource.ofGate(plugins, "acme:new").manifest("NN-Plugin-Api", "7").jar("new.jar");
        String module =
                "module com.acme { requires dev.nn4j.api; provides dev.nn4j.api.Activation with com.acme.Gate; }";
        new PluginSource(plugins)
                .gate("Gate", "acme:thrower", "public Gate() { throw new IllegalStateException(\"boom\"); }")
                .module(module)
                .jar("thrower.jar");
        PluginSource future = PluginSource.ofGate(plugins, "acme:future").module(module);
        byte[] code = future.compiled("com/acme/Gate.class");
        code[7] = 99;
        future.entry("com/acme/Gate.class", code).jar("future.jar");

        Nn listed = nn(host, "plugins", "--plugin-path", plugins);

        assertThat(listed.exit()).isZero();
        assertThat(listed.out()).contains("acme:good").doesNotContain("acme:new", "acme:thrower", "acme:future");
        assertThat(listed.messages())
                .filteredOn(line -> line.startsWith("warning: "))
                .hasSize(6)
                .anyMatch(line -> line.contains("text.jar"))
                .anyMatch(line -> line.contains("shadow.jar"))
                .anyMatch(line -> line.contains("unnamed.jar"))
                .anyMatch(line -> line.contains("new.jar"))
                .anyMatch(line -> line.contains("thrower.jar") && line.contains("boom"))
                .anyMatch(line -> line.contains("future.jar") && line.contains("99"));
    }

    private static Nn nn(Host host, Object... arguments) throws IOException, InterruptedException {
        List<Object> words = new ArrayList<>();
        Path lib = Built.distribution().resolve("lib");
        words.addAll(
                host == Host.MODULE_PATH
                        ? List.of("-p", lib, "-m", "dev.nn4j.cli/dev.nn4j.cli.Main")
                        : List.of("-cp", lib + "/*", "dev.nn4j.cli.Main"));
        words.addAll(List.of(arguments));
        return run(words.toArray());
    }

    private static Nn run(Object... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1"));
        for (Object word : words) {
            command.add(word.toString());
        }
        return Launcher.in(folder).runCommand(command);
    }
}
