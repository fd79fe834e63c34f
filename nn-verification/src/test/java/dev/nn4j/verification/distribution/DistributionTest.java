// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.verification.Built;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person gets who unpacks the distribution. */
class DistributionTest {
    private static final Path NN = Built.distribution();

    @Test
    void hasALauncherForEachKindOfSystem() throws IOException {
        assertThat(NN.resolve("bin/nn")).isExecutable();
        assertThat(Files.readString(NN.resolve("bin/nn")))
                .startsWith("#!/bin/sh\n")
                .doesNotContain("\r");
        assertThat(Files.readString(NN.resolve("bin/nn.bat")).lines()).isNotEmpty();
        assertThat(Files.readString(NN.resolve("bin/nn.bat")).replace("\r\n", ""))
                .doesNotContain("\n");
    }

    @Test
    void holdsEveryModuleAsItWasBuilt() throws IOException {
        SortedMap<String, Path> jars = Built.jars();
        assertThat(jars).isNotEmpty();
        for (Path jar : jars.values()) {
            boolean apart = jar.getFileName().toString().startsWith("nn-serve-");
            assertThat(NN.resolve(apart ? "lib/serve" : "lib").resolve(jar.getFileName()))
                    .hasSameBinaryContentAs(jar);
        }
        try (Stream<Path> lib = Files.walk(NN.resolve("lib"))) {
            assertThat(lib.filter(jar -> jar.getFileName().toString().startsWith("nn-")))
                    .hasSameSizeAs(jars.values());
        }
    }

    /** Of two versions of a module, the module path takes either. */
    @Test
    void holdsOneVersionOfEachLibrary() throws IOException {
        try (Stream<Path> lib = Files.walk(NN.resolve("lib"))) {
            List<String> modules = lib.filter(Files::isRegularFile)
                    .flatMap(jar -> ModuleFinder.of(jar).findAll().stream())
                    .map(ModuleReference::descriptor)
                    .map(module -> module.name())
                    .toList();
            assertThat(modules)
                    .doesNotHaveDuplicates()
                    .hasSizeGreaterThan(Built.jars().size());
        }
    }

    @Test
    void saysWhatItIsAndUnderWhichLicence() throws IOException {
        Path repository = Built.repository();
        assertThat(NN.resolve("LICENSE")).hasSameBinaryContentAs(repository.resolve("LICENSE"));
        assertThat(NN.resolve("README.md")).hasSameBinaryContentAs(repository.resolve("README.md"));
    }

    @Test
    void hasAPlaceForPluginsThatSaysWhatItIsFor() {
        assertThat(NN.resolve("plugins/README.txt")).content().contains("nn plugins");
    }

    @Test
    void holdsTheExamplesAsTheyStandInTheRepository() throws IOException {
        SortedMap<String, String> examples = new TreeMap<>(Tree.of(Built.examples()));
        examples.keySet().removeIf(name -> name.startsWith("target/") || name.contains("/target/"));
        assertThat(examples).isNotEmpty();
        assertThat(Tree.of(NN.resolve("examples"))).isEqualTo(examples);
    }

    @Test
    void theZipHoldsTheSameFiles(@TempDir Path directory) throws IOException {
        assertThat(Tree.of(Archives.unzip(directory))).isEqualTo(filesAsBuilt());
    }

    @Test
    void theTarHoldsTheSameFiles(@TempDir Path directory) throws IOException, InterruptedException {
        assertThat(Tree.of(Archives.untar(directory))).isEqualTo(filesAsBuilt());
    }

    /** Without the class data that a run may have left. */
    private static SortedMap<String, String> filesAsBuilt() throws IOException {
        SortedMap<String, String> files = new TreeMap<>(Tree.of(NN));
        files.keySet().removeIf(name -> name.startsWith("cache/"));
        return files;
    }
}
