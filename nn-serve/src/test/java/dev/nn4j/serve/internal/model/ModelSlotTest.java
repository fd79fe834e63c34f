// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.io.ModelFile;
import dev.nn4j.serve.ServedSpecimens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file that changes is taken, if it can be served; else the old model goes on answering. */
class ModelSlotTest {
    @TempDir
    private Path folder;

    @Test
    void aNewFileIsTakenAndABrokenOneLeavesTheOldOneServing() throws IOException {
        Path file = folder.resolve("customers.nn");
        ModelFile.write(ServedSpecimens.customers(0), file);
        ModelSlot slot = new ModelSlot(ModelName.of(file), file, ComponentRegistry.standard(), Execution.defaults());
        ServedModel first = slot.current();
        slot.refresh();
        assertThat(slot.current()).isSameAs(first);

        ModelFile.write(ServedSpecimens.customers(1), file);
        slot.refresh();
        ServedModel second = slot.current();
        assertThat(second.description().sha256())
                .isNotEqualTo(first.description().sha256());
        assertThat(slot.reloads()).isOne();

        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 5000));
        slot.refresh();
        assertThat(slot.current()).isSameAs(second);
        assertThat(slot.failure().orElseThrow()).contains("customers.nn");
        assertThat(slot.failures()).isOne();

        ModelFile.write(ServedSpecimens.diabetes(), file);
        slot.refresh();
        assertThat(slot.current()).isSameAs(second);
        assertThat(slot.failure().orElseThrow()).contains("other features");

        Files.delete(file);
        slot.refresh();
        assertThat(slot.current()).isSameAs(second);

        ModelFile.write(ServedSpecimens.customers(0), file);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1));
        slot.refresh();
        assertThat(slot.failure()).isEmpty();
        assertThat(slot.current().description().sha256())
                .isEqualTo(first.description().sha256());
    }

    @ParameterizedTest
    @CsvSource({"churn.nn,churn,1", "churn@2.nn,churn,2", "my.model.nn,my.model,1", "plain,plain,1"})
    void theNameIsTheFilesWithoutItsEnding(String file, String name, String version) {
        assertThat(ModelName.of(Path.of("models", file))).isEqualTo(new ModelName(name, version));
    }

    @Test
    void versionTenComesAfterNineAndOddNamesAreRefused() {
        assertThat(new ModelName("a", "10")).isGreaterThan(new ModelName("a", "9"));
        assertThatThrownBy(() -> ModelName.of(Path.of("../a?b.nn")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rename the file");
    }
}
