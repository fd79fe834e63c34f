// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OrtException;
import dev.nn4j.api.ModelFormatException;
import dev.nn4j.core.Model;
import dev.nn4j.core.encoding.Scaling;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.schema.ColumnPlan;
import dev.nn4j.core.schema.MissingPolicy;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.training.Training;
import dev.nn4j.io.Csv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers with offsets are inputs and outputs of doubles, which ONNX Runtime tells apart as the model does. */
class OnnxOffsetTest {
    private static final long SEED = 20261129;
    private static final int ROWS = 200;

    @TempDir
    private Path folder;

    private final double[] times = new double[ROWS];
    private final double[] gaps = new double[ROWS];
    private final float[] small = new float[ROWS];

    private Model model() throws IOException {
        Experiment experiment =
                experiment(ColumnPlan.number().withMissing(MissingPolicy.MEAN).withIndicator());
        Path csv = csv(random -> -1_000_000_000_000L + random.nextInt(1000));
        return Training.of(experiment).run(Csv.read(csv, experiment::cellType)).model();
    }

    private static Experiment experiment(ColumnPlan gap) {
        return Experiment.builder()
                .target("y")
                .column("gap", gap)
                .scaling(Scaling.STANDARD)
                .targetScaling(Scaling.STANDARD)
                .loss("mean-squared-error")
                .dense(5, "tanh")
                .dense(1, "identity")
                .training(training -> training.epochs(3))
                .build();
    }

    private Path csv(ToLongFunction<Random> target) throws IOException {
        Random random = new Random(SEED);
        StringBuilder csv = new StringBuilder("time,gap,small,y\n");
        for (int row = 0; row < ROWS; row++) {
            times[row] = 1_700_000_000_000.0 + random.nextInt(60_000);
            gaps[row] = row % 5 == 0 ? Double.NaN : 1e9 + random.nextInt(100) / 100.0;
            small[row] = random.nextInt(10);
            csv.append((long) times[row])
                    .append(',')
                    .append(row % 5 == 0 ? "" : Double.toString(gaps[row]))
                    .append(',')
                    .append(small[row])
                    .append(',')
                    .append(target.applyAsLong(random))
                    .append('\n');
        }
        return Files.writeString(folder.resolve("data.csv"), csv);
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 17, 22})
    void agreeWithOnnxRuntime(int opset) throws IOException, OrtException {
        Model model = model();
        Path file = folder.resolve("offsets.onnx");
        OnnxFile.write(model, file, opset);
        try (OnnxRun run = OnnxRun.of(file)) {
            double[] theirs = (double[]) run.columns(Map.of("time", times, "gap", gaps, "small", small))
                    .get("prediction");
            for (int row = 0; row < ROWS; row++) {
                assertThat(theirs[row])
                        .isCloseTo(
                                model.predict(times[row], gaps[row], small[row]).number(), within(1e-2));
            }
            assertThat(Arrays.stream(theirs).distinct().count()).isGreaterThan(ROWS / 2);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void offsetsOfFeaturesAreReadBackWithTheirAnswers(boolean indicator) throws IOException {
        ColumnPlan gap = ColumnPlan.number().withMissing(MissingPolicy.MEAN);
        Experiment experiment = experiment(indicator ? gap.withIndicator() : gap);
        Model model = Training.of(experiment)
                .run(Csv.read(csv(random -> random.nextInt(10)), experiment::cellType))
                .model();
        Path file = folder.resolve("features.onnx");
        OnnxFile.write(model, file);

        Model read = OnnxFile.read(file).model();
        assertThat(read.schema().features()).isEqualTo(model.schema().features());
        assertThat(read.schema().offsetColumns()).containsExactlyInAnyOrder("time", "gap");
        for (int row = 0; row < ROWS; row++) {
            assertThat(read.predict(times[row], gaps[row], small[row]).number())
                    .isEqualTo(model.predict(times[row], gaps[row], small[row]).number());
        }
    }

    @Test
    void aTargetsOffsetIsNotReadBackAsAFloat() throws IOException {
        StringBuilder csv = new StringBuilder("x,y\n");
        for (int x = 0; x < 50; x++) {
            csv.append(x).append(',').append(1_700_000_000_000L + x).append('\n');
        }
        for (Scaling scaling : List.of(Scaling.NONE, Scaling.STANDARD, Scaling.MIN_MAX, Scaling.ROBUST)) {
            Experiment experiment = Experiment.builder()
                    .target("y")
                    .targetScaling(scaling)
                    .loss("mean-squared-error")
                    .dense(1, "identity")
                    .training(training -> training.epochs(1))
                    .build();
            Table table = Csv.read(Files.writeString(folder.resolve("data.csv"), csv), experiment::cellType);
            Path file = folder.resolve("target.onnx");
            OnnxFile.write(Training.of(experiment).run(table).model(), file);
            assertThatThrownBy(() -> OnnxFile.read(file))
                    .isInstanceOf(ModelFormatException.class)
                    .hasMessageContaining("which 32-bit floats cannot hold");
        }
    }

    @Test
    void areDoublesInTheFile() throws IOException {
        Path file = folder.resolve("offsets.onnx");
        OnnxFile.write(model(), file);
        assertThat(OnnxFile.describe(file).inputs())
                .extracting(input -> input.name() + " " + input.type())
                .containsExactly("time DOUBLE", "gap DOUBLE", "small FLOAT");
        assertThat(OnnxFile.describe(file).outputs())
                .extracting(output -> output.name() + " " + output.type())
                .containsExactly("prediction DOUBLE");
    }
}
