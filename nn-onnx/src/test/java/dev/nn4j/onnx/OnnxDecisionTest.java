// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtException;
import dev.nn4j.core.Model;
import dev.nn4j.core.decision.Decision;
import dev.nn4j.core.encoding.Scaling;
import dev.nn4j.onnx.internal.proto.ModelProto;
import dev.nn4j.onnx.internal.proto.StringStringEntryProto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A model's thresholds decide in ONNX too, and come back. */
class OnnxDecisionTest {
    private static final float[] ROWS = OnnxModels.rows(Scaling.NONE);

    @TempDir
    private Path folder;

    private Path written(Model model) throws IOException {
        Path file = folder.resolve("model.onnx");
        OnnxFile.write(model, file);
        return file;
    }

    private List<String> theirs(Model model) throws IOException, OrtException {
        try (OnnxRun run = OnnxRun.of(written(model))) {
            return run.labels(ROWS, OnnxModels.ROWS, 3);
        }
    }

    /** Between two probabilities that the model gives, so that roundings decide nothing. */
    private static float between(Model model, int rank) {
        float[] sorted = OnnxAgreement.outputs(model, ROWS).clone();
        Arrays.sort(sorted);
        int at = sorted.length * rank / 4;
        return (sorted[at - 1] + sorted[at]) / 2;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void aBinaryModelDecidesByItsThreshold(int rank) throws IOException, OrtException {
        Model usual = GoldenModels.binary();
        Model model = usual.withDecision(Decision.above(between(usual, rank)));
        float[] ours = OnnxAgreement.outputs(model, ROWS);
        List<String> expected = new ArrayList<>();
        for (int row = 0; row < OnnxModels.ROWS; row++) {
            expected.add(model.schema().labels().get(model.schema().decide(ours, row)));
        }
        assertThat(theirs(model)).isEqualTo(expected).isNotEqualTo(theirs(usual));
    }

    @Test
    void eachLabelOfSeveralHasItsOwn() throws IOException, OrtException {
        Model model = GoldenModels.thresholds();
        float[] ours = OnnxAgreement.outputs(model, ROWS);
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < ours.length; i++) {
            expected.add(ours[i] > (i % 2 == 0 ? 0.75f : 0.86f) ? "1" : "0");
        }
        assertThat(theirs(model)).isEqualTo(expected);
    }

    @Test
    void thresholdsComeBack() throws IOException {
        for (Model model : List.of(
                GoldenModels.thresholds(),
                GoldenModels.binary().withDecision(Decision.above(0.1f)),
                GoldenModels.signed().withDecision(Decision.above(0.1f)))) {
            OnnxImport read = OnnxFile.read(written(model));
            assertThat(read.notes()).isEmpty();
            assertThat(read.model().schema()).isEqualTo(model.schema());
        }
    }

    @Test
    void whereAllIsUsualTheFileSaysNothingOfIt() throws IOException {
        assertThat(metadata(written(GoldenModels.binary()))).doesNotContainKey("thresholds");
        assertThat(metadata(written(GoldenModels.thresholds()))).containsEntry("thresholds", "[\"0.75\",\"0.86\"]");
    }

    private static Map<String, String> metadata(Path file) throws IOException {
        return ModelProto.parseFrom(Files.readAllBytes(file)).getMetadataPropsList().stream()
                .collect(Collectors.toMap(StringStringEntryProto::getKey, StringStringEntryProto::getValue));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[\"0.3\"]", "[\"0.3\",\"1\"]", "[\"0.3\",\"NaN\"]", "[\"0.3\",\"high\"]", "0.3", ""})
    void wordsThatAreNoThresholdsAreNotReadAndThatIsSaid(String wrong) throws IOException {
        Path file = written(GoldenModels.thresholds());
        ModelProto.Builder forged = ModelProto.parseFrom(Files.readAllBytes(file)).toBuilder();
        for (StringStringEntryProto.Builder entry : forged.getMetadataPropsBuilderList()) {
            if (entry.getKey().equals("thresholds")) {
                entry.setValue(wrong);
            }
        }
        Files.write(file, forged.build().toByteArray());
        OnnxImport read = OnnxFile.read(file);
        assertThat(read.notes()).singleElement().asString().contains("its metadata 'thresholds' is not read");
        assertThat(read.model().decision()).isEqualTo(Decision.MORE_LIKELY);
    }
}
