// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nn4j.core.GoldenRows;
import dev.nn4j.core.Model;
import dev.nn4j.core.Network;
import dev.nn4j.core.Provenance;
import dev.nn4j.core.data.Feature;
import dev.nn4j.core.data.Scaler;
import dev.nn4j.core.data.Schema;
import dev.nn4j.core.data.Task;
import dev.nn4j.core.network.LayerSpec;
import dev.nn4j.core.network.NetworkSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
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
        Schema hostile = new Schema(
                Feature.numbers("a", "\u001b[2J", "c"), false, List.of("k"), Task.BINARY, List.of("x", "y"), 1);
        Path file = folder.resolve("model.nn");

        assertThatThrownBy(() -> ModelFile.write(diverged, file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the model cannot be stored: tensor 'l0/weight': value 3 must be finite, got NaN");
        assertThatThrownBy(() -> ModelFile.write(with(model, model.network(), hostile), file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the model cannot be stored: feature '\\u001b[2J': control characters are not allowed");
        assertThatThrownBy(() -> ModelFile.write(
                        model.withProvenance(new Provenance("", "x".repeat(5 << 20), "", "", Map.of())), file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("4194304");
        assertThat(folder).isEmptyDirectory();
    }

    private static Model wide(int features, String cell) {
        Model model = TestModels.binary();
        List<String> names = IntStream.range(0, features).mapToObj(i -> "f" + i).toList();
        Schema schema = new Schema(Feature.numbers(names), false, List.of("k"), Task.BINARY, List.of("x", "y"), 1);
        LayerSpec open = new LayerSpec.Dense(
                0, 1, TestModels.REGISTRY.activation("sigmoid"), TestModels.REGISTRY.initializer("he-normal"), true);
        return new Model(
                schema,
                Scaler.none(),
                Scaler.none(),
                Network.initialized(new NetworkSpec(features, List.of(open)), 1),
                model.loss(),
                new GoldenRows(Collections.nCopies(features * 2, cell), List.of(0.5f, 0.5f)),
                Provenance.none());
    }

    private static Model with(Model model, Network network, Schema schema) {
        return new Model(
                schema,
                model.inputScaler(),
                model.targetScaler(),
                network,
                model.loss(),
                model.golden(),
                model.provenance());
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
