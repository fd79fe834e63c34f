// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nn4j.io.ModelDescription;
import dev.nn4j.io.ModelFile;
import dev.nn4j.io.TensorDescription;
import dev.nn4j.verification.Built;
import dev.nn4j.verification.Nn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script of docs/python.md, where a Python with protobuf is found; elsewhere the report says that it is not. */
class PythonPageTest {
    private static final List<String> PYTHONS = List.of("python3", "/usr/bin/python3");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private String python;

    @BeforeEach
    void findPython() throws IOException, InterruptedException {
        Optional<String> found = Optional.empty();
        for (String candidate : PYTHONS) {
            found = found.or(() -> hasProtobuf(candidate) ? Optional.of(candidate) : Optional.empty());
        }
        assumeTrue(found.isPresent(), "no python3 with the package protobuf is here; docs/python.md is not tried");
        python = found.get();
    }

    private static boolean hasProtobuf(String python) {
        try {
            return new ProcessBuilder(python, "-c", "import google.protobuf")
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void theScriptReadsEveryValueBitForBit() throws IOException, InterruptedException {
        Path file = golden("v1-binary.nn");
        ModelDescription expected = ModelFile.describe(file);

        List<String> lines = run(file).out().lines().toList();

        assertThat(lines).hasSameSizeAs(expected.tensors());
        for (int i = 0; i < lines.size(); i++) {
            JsonNode line = JSON.readTree(lines.get(i));
            TensorDescription tensor = expected.tensors().get(i);
            assertThat(line.get("name").asText()).isEqualTo(tensor.name());
            assertThat(line.get("shape")).extracting(JsonNode::asLong).containsExactlyElementsOf(tensor.dims());
            assertThat(line.get("values")).hasSize(tensor.count());
            for (int v = 0; v < tensor.count(); v++) {
                assertThat(line.get("values").get(v).asDouble()).isEqualTo(tensor.value(v));
            }
        }
    }

    @Test
    void theScriptRefusesADamagedFile() throws IOException, InterruptedException {
        byte[] bytes = Files.readAllBytes(golden("v1-binary.nn"));
        bytes[bytes.length - 80] ^= 1;
        Path file = Files.write(folder.resolve("damaged.nn"), bytes);

        Nn run = run(file);

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.error()).startsWith("error: " + file + ": is damaged: ");
    }

    private Nn run(Path model) throws IOException, InterruptedException {
        return Nn.run(
                folder,
                Arrays.asList(
                        python,
                        Built.repository().resolve("docs/read_weights.py").toString(),
                        golden("nn-model.desc").toString(),
                        model.toString()));
    }

    private static Path golden(String name) {
        return Built.repository()
                .resolve("nn-io/src/test/resources/dev/nn4j/io")
                .resolve(name);
    }
}
