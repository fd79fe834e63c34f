// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.cli.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.cli.Main;
import dev.nn4j.cli.console.Console;
import dev.nn4j.cli.console.Interruption;
import dev.nn4j.cli.console.Terminal;
import dev.nn4j.verification.Built;
import dev.nn4j.verification.Nn;
import dev.nn4j.verification.cli.Launcher;
import dev.nn4j.verification.cli.Sample;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Bad plugin jars, by their numbers in the list of bad input: each is named and left out, and matters only when a run
 * needs it, verifies it or is strict. Here nn runs in this process, on the class path; {@link PluginHostsTest} has the
 * module path.
 */
class PluginCasesTest {
    private static final String EXIT = "static { System.exit(42); }";

    @TempDir
    private Path folder;

    @BeforeEach
    void data() throws IOException {
        Sample.REGRESSION.writeTo(folder);
    }

    @Test
    void case093_noZip() throws IOException {
        Path jar = Files.writeString(folder.resolve("text.jar"), "no jar at all");
        assertNamedAndLeftOut(jar, jar + ": is no readable jar (");
    }

    @Test
    void case094_truncated() throws IOException {
        byte[] whole =
                Files.readAllBytes(PluginSource.ofGate(folder, "acme:gate").jar("whole.jar"));
        Path jar = Files.write(folder.resolve("half.jar"), Arrays.copyOf(whole, whole.length / 2));
        assertNamedAndLeftOut(jar, jar + ": is no readable jar (");
    }

    @Test
    void case095_noProvider() throws IOException {
        Path plain = new PluginSource(folder).gate("Gate", "acme:gate", "").jar("plain.jar");
        assertNamedAndLeftOut(plain, "plain.jar): provides no component; name its classes in META-INF/services/");
        Path modular = PluginSource.ofGate(folder, "acme:gate")
                .module("module com.acme { requires dev.nn4j.api; }")
                .jar("modular.jar");
        assertNamedAndLeftOut(modular, "modular.jar): provides no component: its module-info names none");
    }

    @Test
    void case096_providerClassMissing() throws IOException {
        Path jar =
                new PluginSource(folder).service("Activation", "com.acme.Gone").jar("gone.jar");
        assertNamedAndLeftOut(jar, "gone.jar): ", "com.acme.Gone not found");
    }

    @Test
    void case097_constructorThrows() throws IOException {
        assertNamedAndLeftOut(
                gate("public Gate() { throw new IllegalStateException(\"no licence\"); }"),
                "com.acme.Gate could not be instantiated: java.lang.IllegalStateException: no licence");
    }

    @Test
    void case098_staticInitialiserThrowsAnError() throws IOException {
        assertNamedAndLeftOut(
                gate("static { if (true) throw new UnsatisfiedLinkError(\"libacme\"); }"),
                "com.acme.Gate could not be instantiated: java.lang.UnsatisfiedLinkError: libacme");
    }

    /** Kotlin and Scala have no checked exceptions; and an Error is thrown as easily. */
    @ParameterizedTest
    @ValueSource(strings = {"java.io.IOException", "InterruptedException", "ThreadDeath", "OutOfMemoryError"})
    void case097_throwsWhatItDoesNotDeclare(String thrown) throws IOException {
        String sneaky = "static <E extends Throwable> String sneak(Throwable e) throws E { throw (E) e; }";
        Path named = new PluginSource(folder)
                .gate("Base", "acme:gate", sneaky)
                .source("com/acme/Gate", """
                        package com.acme;
                        public class Gate extends Base {
                            public String name() { return Base.<RuntimeException>sneak(new %s()); }
                        }
                        """.formatted(thrown))
                .service("Activation", "com.acme.Gate")
                .jar("gate.jar");
        assertNamedAndLeftOut(named, "gate.jar)", "com.acme.Gate", thrown);

        Path made = gate(sneaky + " public Gate() { Gate.<RuntimeException>sneak(new " + thrown + "()); }");
        assertNamedAndLeftOut(made, "gate.jar)", "com.acme.Gate", thrown);
    }

    /** A kilobyte of zeros for each megabyte: what a jar declares of itself must be short before it is read. */
    @ParameterizedTest
    @ValueSource(strings = {"META-INF/services/dev.nn4j.api.Activation", "META-INF/MANIFEST.MF", "module-info.class"})
    void case094_whatItDeclaresIsABomb(String entry) throws IOException {
        byte[] lines = "a\n".repeat(16 << 20).getBytes(StandardCharsets.UTF_8);
        Path jar = folder.resolve("bomb.jar");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new ZipEntry(entry));
            out.write(lines);
        }
        assertThat(jar).satisfies(file -> assertThat(Files.size(file)).isLessThan(100_000));
        assertNamedAndLeftOut(jar, jar + ": " + entry + " holds more than ");
    }

    /** What is not in the jar is not the plugin's, whatever its manifest says. */
    @Test
    void case095_classPathOfTheManifestIsNotFollowed() throws IOException {
        PluginSource.ofGate(folder, "acme:gate").jar("beside.jar");
        Path jar = new PluginSource(folder)
                .service("Activation", "com.acme.Gate")
                .manifest("Class-Path", "beside.jar")
                .jar("empty.jar");
        assertNamedAndLeftOut(jar, "empty.jar): ", "com.acme.Gate not found");
        Path silent =
                new PluginSource(folder).manifest("Class-Path", "beside.jar").jar("silent.jar");
        assertNamedAndLeftOut(silent, "silent.jar): provides no component");
    }

    @Test
    void case099_classVersionFromTheFuture() throws IOException {
        PluginSource source = PluginSource.ofGate(folder, "acme:gate");
        byte[] code = source.compiled("com/acme/Gate.class");
        code[7] = 99;
        assertNamedAndLeftOut(
                source.entry("com/acme/Gate.class", code).jar("future.jar"), "com/acme/Gate", "class file version 99");
    }

    /** The manifest is read before a class is loaded, or this test would end here. */
    @Test
    void case100_apiTooNewOrTooOld() throws IOException {
        PluginSource source = new PluginSource(folder)
                .gate("Gate", "acme:gate", EXIT)
                .service("Activation", "com.acme.Gate")
                .manifest("NN-Plugin-Name", "acme-gates")
                .manifest("NN-Plugin-Version", "3.1");
        Path newer = source.manifest("NN-Plugin-Api", "2").jar("new.jar");
        assertNamedAndLeftOut(
                newer,
                "plugin acme-gates 3.1 (" + newer + "): is written for version 2 of the plugin API",
                "update nn4j");
        Path older = source.manifest("NN-Plugin-Api", "0").jar("old.jar");
        assertNamedAndLeftOut(older, "serves no version before 1; take a newer version of the plugin");
        Path other = source.manifest("NN-Plugin-Api", "one").jar("other.jar");
        assertNamedAndLeftOut(other, "NN-Plugin-Api must be a whole number such as 1, got 'one'");
    }

    @Test
    void case101_theSameNameInTwoJars() throws IOException {
        Path one = PluginSource.ofGate(folder, "acme:gate").jar("one.jar");
        Path other = PluginSource.ofGate(folder, "acme:gate").jar("other.jar");
        String[] path = {"--plugin-path", one.toString(), "--plugin-path", other.toString()};

        assertThat(nn(path, "plugins").err()).contains("'acme:gate'", one.toString(), other.toString());
        assertThat(train(path, "tanh").exit()).isZero();
        for (Nn refused : List.of(train(path, "acme:gate"), nn(path, "plugins", "--strict-plugins"))) {
            assertThat(refused.exit()).isEqualTo(6);
            assertThat(refused.error())
                    .contains("two components claim the activation name 'acme:gate'", one.toString(), other.toString());
        }
    }

    @Test
    void case101_theSameJarTwiceIsOne() throws IOException {
        Path jar = PluginSource.ofGate(folder, "acme:gate").jar("one.jar");
        Path link = Files.createSymbolicLink(folder.resolve("link.jar"), jar);
        String[] path = {"--plugin-path", jar.toString(), "--plugin-path", link.toString()};
        assertThat(nn(path, "plugins", "--strict-plugins").exit()).isZero();
    }

    @Test
    void case102_shadowsRelu() throws IOException {
        Path jar = PluginSource.ofGate(folder, "relu").jar("shadow.jar");
        assertNamedAndLeftOut(jar, "bare names are reserved for nn4j, got 'relu'; call it vendor:relu");
        assertThat(train(new String[] {"--plugin-path", jar.toString()}, "relu").exit())
                .isZero();
    }

    @Test
    void case102_callsItselfNn4jToShadowRelu() throws IOException {
        Path jar = PluginSource.ofGate(folder, "relu")
                .manifest("NN-Plugin-Name", "nn4j")
                .jar("shadow.jar");
        assertNamedAndLeftOut(jar, "the name 'nn4j' is reserved");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void case103_nullOrBlankName(String name) throws IOException {
        assertNamedAndLeftOut(
                PluginSource.ofGate(folder, name).jar("unnamed.jar"),
                "com.acme.Gate in ",
                "a name must be kebab-case with a vendor's prefix, such as acme:swish, got '" + name + "'");
    }

    /** It uses its own, and the model is read and written with nn's. */
    @Test
    void case104_bundlesAnotherProtobuf() throws IOException {
        Path jar = new PluginSource(folder)
                .source("com/google/protobuf/ByteString", """
                        package com.google.protobuf;
                        public class ByteString { public static String mine() { return "acme:bundled"; } }
                        """)
                .gate("Gate", "", "public String toString() { return com.google.protobuf.ByteString.mine(); }")
                .source("com/acme/Bundled", """
                        package com.acme;
                        public class Bundled extends Gate { public String name() { return toString(); } }
                        """)
                .service("Activation", "com.acme.Bundled")
                .jar("bundled.jar");
        String[] path = {"--plugin-path", jar.toString()};

        assertThat(train(path, "acme:bundled").err()).isEmpty();
        Nn verified = nn(path, "verify", folder.resolve("m.nn").toString());
        assertThat(verified.exit()).as(verified.err()).isZero();
    }

    @Test
    void case105_shipsClassesOfTheApi() throws IOException {
        PluginSource source = PluginSource.ofGate(folder, "acme:gate");
        try (JarFile api = new JarFile(Built.jars().get("nn-api").toFile())) {
            String name = "dev/nn4j/api/Activation.class";
            source.entry(name, api.getInputStream(api.getEntry(name)).readAllBytes());
        }
        assertNamedAndLeftOut(
                source.jar("shaded.jar"),
                "ships 1 classes of nn4j, such as dev/nn4j/api/Activation.class; build it with nn-api as a provided");
    }

    @Test
    void case106_aFolderCalledLikeAJar() throws IOException {
        Path jar = Files.createDirectory(folder.resolve("x.jar"));
        assertNamedAndLeftOut(jar, jar + ": is a folder called like a jar; rename it");
    }

    @Test
    void case106_subfoldersAndFoldersThatCannotBeRead() throws IOException {
        Path plugins = Files.createDirectories(folder.resolve("plugins"));
        Files.writeString(plugins.resolve("README.txt"), "no plugin");
        Files.createDirectory(plugins.resolve("notes"));
        PluginSource.ofGate(folder, "acme:gate").jar("plugins/gate.jar");
        Path sub = Files.createDirectory(plugins.resolve("sub"));
        PluginSource.ofGate(folder, "acme:hidden").jar("plugins/sub/hidden.jar");
        Path closed = Files.createDirectory(folder.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));

        Nn listed =
                nn(new String[] {"--plugin-path", plugins.toString(), "--plugin-path", closed.toString()}, "plugins");

        assertThat(listed.exit()).isZero();
        assertThat(listed.out()).contains("acme:gate").doesNotContain("acme:hidden");
        assertThat(listed.err()).contains("warning: " + sub + ": jars in folders of a plugin folder are not looked at");
        // Whoever may read everything has no closed folder.
        assertThat(listed.err().contains(closed + ": the folder cannot be read"))
                .isEqualTo(!Files.isReadable(closed));
        assertThat(listed.err()).doesNotContain("README", "notes");
    }

    @Test
    void case107_returnsNan() throws IOException {
        Path jar = new PluginSource(folder)
                .gate("Gate", "acme:gate", "")
                .source("com/acme/Nan", """
                        package com.acme;
                        public class Nan extends Gate {
                            public String name() { return "acme:nan"; }
                            public void forward(float[] z, float[] a, int from, int to, int width) {
                                java.util.Arrays.fill(a, from, to, Float.NaN);
                            }
                        }
                        """)
                .service("Activation", "com.acme.Nan")
                .jar("nan.jar");

        Nn trained = train(new String[] {"--plugin-path", jar.toString()}, "acme:nan");

        assertThat(trained.exit()).as(trained.err()).isEqualTo(8);
        assertThat(trained.error()).contains("epoch 1", "layer ", "acme:nan");
        assertThat(folder.resolve("m.nn")).doesNotExist();
        Nn verified = nn(new String[0], "plugins", "verify", jar.toString());
        assertThat(verified.exit()).isEqualTo(6);
        assertThat(verified.out()).containsPattern("FAILED +gives no NaN for finite input");
    }

    @Test
    void case107_writesOutOfItsSlice() throws IOException {
        Path jar = new PluginSource(folder)
                .gate("Gate", "acme:gate", "")
                .source("com/acme/Wide", """
                        package com.acme;
                        public class Wide extends Gate {
                            public String name() { return "acme:wide"; }
                            public void forward(float[] z, float[] a, int from, int to, int width) {
                                System.arraycopy(z, 0, a, 0, z.length);
                            }
                        }
                        """)
                .service("Activation", "com.acme.Wide")
                .jar("wide.jar");

        Nn verified = nn(new String[0], "plugins", "verify", jar.toString());

        assertThat(verified.exit()).isEqualTo(6);
        assertThat(verified.out())
                .containsPattern("FAILED +reads and writes nothing outside its slice")
                .contains("result  failed");
        assertThat(verified.error()).startsWith("error: " + jar + ": 1 of ").contains("checks failed");
    }

    /** Plugins are code; docs/writing-a-plugin.md says so. */
    @Test
    void case108_exitAtLoadIsDocumentedNotPrevented() throws IOException, InterruptedException {
        Path jar = gate(EXIT);

        Nn run = Launcher.in(folder).run("plugins", "--plugin-path", jar);

        assertThat(run.exit()).isEqualTo(42);
        assertThat(Files.readString(Built.repository().resolve("docs/writing-a-plugin.md")))
                .contains("System.exit");
    }

    private Path gate(String members) throws IOException {
        return new PluginSource(folder)
                .gate("Gate", "acme:gate", members)
                .service("Activation", "com.acme.Gate")
                .jar("gate.jar");
    }

    /** A run that does not need it only warns; one that needs what is missing, verifies it or is strict ends with 6. */
    private void assertNamedAndLeftOut(Path jar, String... words) {
        String[] path = {"--plugin-path", jar.toString()};
        Nn listed = nn(path, "plugins");
        assertThat(listed.exit()).as(listed.err()).isZero();
        assertThat(listed.err()).startsWith("warning: ").contains(words);
        assertThat(listed.out()).contains("sigmoid").doesNotContain("acme:");

        assertThat(train(path, "tanh").exit()).isZero();
        List<Nn> refusals = List.of(
                train(path, "acme:gate"),
                nn(path, "plugins", "--strict-plugins"),
                nn(new String[0], "plugins", "verify", jar.toString()));
        for (Nn refused : refusals) {
            assertThat(refused.exit()).as(refused.err()).isEqualTo(6);
            assertThat(refused.error()).contains(words);
            assertThat(refused.err()).doesNotContain("\tat ");
        }
    }

    private Nn train(String[] path, String activation) {
        return nn(
                path,
                "train",
                "--quiet",
                "--config",
                folder.resolve("config.json").toString(),
                "--data",
                folder.resolve("data.csv").toString(),
                "--out",
                folder.resolve("m.nn").toString(),
                "--set",
                "training.epochs=1",
                "--set",
                "network.layers[0].activation=" + activation);
    }

    private static Nn nn(String[] path, String... arguments) {
        String[] all = Arrays.copyOf(arguments, arguments.length + path.length);
        System.arraycopy(path, 0, all, arguments.length, path.length);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                InputStream.nullInputStream(),
                out,
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Terminal.none());
        int exit = Main.run(all, console, new Interruption());
        return new Nn(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
