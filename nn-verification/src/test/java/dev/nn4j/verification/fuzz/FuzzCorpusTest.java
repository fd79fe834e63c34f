// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/** Replays the committed inputs of every harness, findings of earlier runs among them; CONTRIBUTING.md says how to fuzz. */
class FuzzCorpusTest {
    /** A harness's entry. */
    private interface Harness {
        void run(byte[] input) throws IOException;
    }

    @TestFactory
    Stream<DynamicTest> modelBytes() {
        return replay("ModelBytes", ModelBytesHarness::fuzzerTestOneInput);
    }

    @TestFactory
    Stream<DynamicTest> modelMessage() {
        return replay("ModelMessage", ModelMessageHarness::fuzzerTestOneInput);
    }

    @TestFactory
    Stream<DynamicTest> csv() {
        return replay("Csv", CsvHarness::fuzzerTestOneInput);
    }

    @TestFactory
    Stream<DynamicTest> configuration() {
        return replay("Configuration", ConfigurationHarness::fuzzerTestOneInput);
    }

    @TestFactory
    Stream<DynamicTest> onnx() {
        return replay("Onnx", OnnxHarness::fuzzerTestOneInput);
    }

    @TestFactory
    Stream<DynamicTest> table() {
        return replay("Table", TableHarness::fuzzerTestOneInput);
    }

    private static Stream<DynamicTest> replay(String harness, Harness entry) {
        List<Path> inputs = inputs(Path.of("fuzz-corpus", harness));
        assertThat(inputs).as("inputs of %s", harness).isNotEmpty();
        return inputs.stream().map(input -> {
            Executable run = () -> entry.run(Files.readAllBytes(input));
            return DynamicTest.dynamicTest(input.getFileName().toString(), run);
        });
    }

    /** Tests run in their module's folder. */
    private static List<Path> inputs(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
