// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nn4j.core.GoldenRows;
import dev.nn4j.core.Model;
import dev.nn4j.core.Network;
import dev.nn4j.core.Provenance;
import dev.nn4j.core.network.DenseSpec;
import dev.nn4j.core.network.LayerSpec;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import dev.nn4j.io.ModelFile;
import dev.nn4j.io.ModelVerification;
import dev.nn4j.io.TestModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelRoundTripTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"binary", "multi-class", "multi-label", "regression", "normalized", "mixed"})
    void everyPartOfAModelComesBackBitForBit(String kind) throws IOException {
        Model model = TestModels.all().get(kind);
        Model read = ModelFile.read(written(model));

        assertThat(read.schema()).isEqualTo(model.schema());
        assertThat(read.inputScaler()).isEqualTo(model.inputScaler());
        assertThat(read.targetScaler()).isEqualTo(model.targetScaler());
        assertThat(bits(read.network().parameters()))
                .isEqualTo(bits(model.network().parameters()));
        assertThat(read.network().spec()).isEqualTo(model.network().spec());
        assertThat(read.loss()).isEqualTo(model.loss());
        assertThat(read.golden()).isEqualTo(model.golden());
        assertThat(read.provenance()).isEqualTo(model.provenance());
    }

    @ParameterizedTest
    @ValueSource(strings = {"binary", "multi-class", "multi-label", "regression", "normalized", "mixed"})
    void aModelThatWasReadPredictsAndIsWrittenTheSame(String kind) throws IOException {
        Model model = TestModels.all().get(kind);
        Path first = written(model);
        Model read = ModelFile.read(first);
        Path second = folder.resolve("second.nn");
        ModelFile.write(read, second);

        assertThat(Files.readAllBytes(second)).isEqualTo(Files.readAllBytes(first));
        ModelVerification verified = ModelFile.verify(second, TestModels.REGISTRY);
        assertThat(verified.passed()).isTrue();
        assertThat(verified.goldenRows()).isEqualTo(3);
    }

    @Test
    void aModelWithoutGoldenRowsAndProvenanceComesBack() throws IOException {
        Model bare = TestModels.binary().withGolden(GoldenRows.none()).withProvenance(Provenance.none());
        Model read = ModelFile.read(written(bare));

        assertThat(read.golden()).isEqualTo(GoldenRows.none());
        assertThat(read.provenance()).isEqualTo(Provenance.none());
        assertThat(ModelFile.verify(folder.resolve("model.nn"), TestModels.REGISTRY)
                        .goldenRows())
                .isZero();
    }

    @Test
    void aTensorLargerThanTheBufferComesBack() throws IOException {
        Model wide = wide(40_000, "1");
        Model read = ModelFile.read(written(wide));

        assertThat(bits(read.network().parameters()))
                .isEqualTo(bits(wide.network().parameters()));
    }

    @Test
    void goldenRowsBeyondAMebibyteOfCellsAreLeftOut() throws IOException {
        Model read = ModelFile.read(written(wide(40_000, "0.12345678901234567890")));

        assertThat(read.golden().cells()).hasSize(40_000);
        assertThat(read.golden().outputs()).hasSize(1);
    }

    @Test
    void theWriterRefusesWhatNoReaderWouldTake() throws IOException {
        Model model = TestModels.binary();
        float[] broken = model.network().parameters();
        broken[3] = Float.NaN;
        Model diverged = with(model, Network.of(model.network().spec(), broken), model.schema());
        Schema hostile = Schema.builder(Task.BINARY)
                .features(Feature.numbers("a", "\u001b[2J", "c"))
                .targets(List.of("k"))
                .labels(List.of("x", "y"))
                .positiveClass(1)
                .build();
        Path file = folder.resolve("model.nn");

        assertThatThrownBy(() -> ModelFile.write(diverged, file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the model cannot be stored: tensor 'l0/weight': value 3 must be finite, got NaN");
        assertThatThrownBy(() -> ModelFile.write(with(model, model.network(), hostile), file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the model cannot be stored: feature '\\u001b[2J': control characters are not allowed");
        assertThatThrownBy(() -> ModelFile.write(
                        model.withProvenance(Provenance.builder()
                                .configuration("x".repeat(5 << 20))
                                .build()),
                        file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("4194304");
        assertThat(folder).isEmptyDirectory();
    }

    private static Model wide(int features, String cell) {
        Model model = TestModels.binary();
        List<String> names = IntStream.range(0, features).mapToObj(i -> "f" + i).toList();
        Schema schema = Schema.builder(Task.BINARY)
                .features(Feature.numbers(names))
                .targets(List.of("k"))
                .labels(List.of("x", "y"))
                .positiveClass(1)
                .build();
        LayerSpec open = new DenseSpec(
                0, 1, TestModels.REGISTRY.activation("sigmoid"), TestModels.REGISTRY.initializer("he-normal"), true);
        return Model.builder(schema, Network.initialized(new NetworkSpec(features, List.of(open)), 1), model.loss())
                .golden(new GoldenRows(Collections.nCopies(features * 2, cell), List.of(0.5f, 0.5f)))
                .build();
    }

    private static Model with(Model model, Network network, Schema schema) {
        return Model.builder(schema, network, model.loss())
                .inputScaler(model.inputScaler())
                .targetScaler(model.targetScaler())
                .golden(model.golden())
                .provenance(model.provenance())
                .build();
    }

    private Path written(Model model) throws IOException {
        Path file = folder.resolve("model.nn");
        ModelFile.write(model, file);
        return file;
    }

    private static int[] bits(float[] values) {
        int[] bits = new int[values.length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = Float.floatToRawIntBits(values[i]);
        }
        return bits;
    }
}
