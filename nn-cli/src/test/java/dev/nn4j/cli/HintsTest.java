// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a training that went wrong in one way says may be done. */
class HintsTest {
    private static final long SEED = 20261124;

    @TempDir
    private Path folder;

    private static final String NOT_HELD_OUT = "hint: these figures are of the very rows that the model learnt from";

    private final Random random = new Random(SEED);

    @Test
    void aTrainingThatWentWellHintsAtNothing() throws IOException {
        assertThat(hints(this::separable, "adam", 0.05, "\"epochs\": 60")).isEmpty();
    }

    @Test
    void aNetworkThatLearntNothingIsToldSo() throws IOException {
        assertThat(hints(this::separable, "gradient-descent", 1e-12, "\"epochs\": 6"))
                .singleElement()
                .asString()
                .startsWith("hint: the network has learnt nothing: its accuracy is ")
                .contains("optimizer.learningRate");
    }

    @Test
    void aLossThatRisesForGoodIsDiverging() throws IOException {
        assertThat(hints(this::coin, "gradient-descent", 50, "\"epochs\": 20, \"clipNorm\": 1"))
                .first()
                .asString()
                .startsWith("hint: the training is diverging: its loss rose from ")
                .contains("(now 50.0)", "training.clipNorm");
    }

    @Test
    void whatIsLearntByHeartIsOverfitting() throws IOException {
        assertThat(hints(this::coin, "adam", 0.02, "\"epochs\": 150, \"validationFraction\": 0.3"))
                .first()
                .asString()
                .startsWith("hint: the network is overfitting: its validation loss was least in epoch ")
                .contains("training.earlyStopping");
    }

    @Test
    void aRareLabelThatIsMissedHintsAtWeights() throws IOException {
        assertThat(hints(
                        row -> random.nextInt(100) + ",0," + (row % 20 == 0 ? "rare" : "usual"),
                        "adam",
                        0.001,
                        "\"epochs\": 4"))
                .singleElement()
                .asString()
                .startsWith("hint: the classes are out of balance: label 'rare' has 6 of 120 rows");
    }

    @Test
    void aLossThatStillFellHintsAtMoreEpochs() throws IOException {
        assertThat(hints(this::nearlySeparable, "gradient-descent", 0.03, "\"epochs\": 5"))
                .singleElement()
                .asString()
                .startsWith("hint: the loss was still falling at the end")
                .endsWith("try more training.epochs");
    }

    @Test
    void aLossThatStillFellWhereAllIsRightHintsAtNothing() throws IOException {
        assertThat(hints(this::separable, "gradient-descent", 0.3, "\"epochs\": 5"))
                .isEmpty();
    }

    /** One row in thirty has the other label. */
    private String nearlySeparable(int row) {
        String cells = separable(row);
        return row % 30 == 0 ? cells.replace(",a", ",b") : cells;
    }

    private String separable(int row) {
        double x = row % 2 == 0 ? 2 : -2;
        return x + random.nextGaussian() / 4 + "," + random.nextGaussian() + "," + (row % 2 == 0 ? "a" : "b");
    }

    private String coin(int row) {
        return random.nextGaussian() + "," + random.nextGaussian() + "," + (random.nextBoolean() ? "a" : "b");
    }

    private List<String> hints(IntFunction<String> row, String optimizer, double rate, String training)
            throws IOException {
        List<String> lines = new ArrayList<>(List.of("x,y,t"));
        IntStream.range(0, 120).mapToObj(row).forEach(lines::add);
        Path data = Files.write(folder.resolve("data.csv"), lines);
        Path config = Files.writeString(folder.resolve("config.json"), """
                { "data": { "target": "t" },
                  "network": { "layers": [
                    { "outputDim": 32, "activation": "tanh" }, { "outputDim": 1, "activation": "sigmoid" } ] },
                  "loss": "binary-cross-entropy",
                  "optimizer": { "type": "%s", "learningRate": %s },
                  "training": { %s } }
                """.formatted(optimizer, rate, training));
        CliRun run = CliRun.of("train", "--config", config, "--data", data, "--threads", 1);
        assertThat(run.exit()).as(run.err()).isZero();
        List<String> hints =
                run.err().lines().filter(line -> line.startsWith("hint: ")).toList();
        if (training.contains("validationFraction")) {
            assertThat(hints).noneMatch(hint -> hint.startsWith(NOT_HELD_OUT));
            return hints;
        }
        assertThat(hints).last().asString().startsWith(NOT_HELD_OUT).contains("--folds 5");
        return hints.subList(0, hints.size() - 1);
    }

    private String house(int row) {
        double size = 500 + 3500 * random.nextDouble();
        return size + "," + row % 5 + "," + (50_000 + 150 * size + 20_000 * (row % 5));
    }

    private CliRun regression(String output, String targetScaling) throws IOException {
        List<String> lines = new ArrayList<>(List.of("size,beds,price"));
        IntStream.range(0, 120).mapToObj(this::house).forEach(lines::add);
        Path data = Files.write(folder.resolve("house.csv"), lines);
        Path config = Files.writeString(folder.resolve("house.json"), """
                { "data": { "target": "price" },
                  "preprocessing": { "scaling": "standard", "targetScaling": "%s" },
                  "network": { "layers": [
                    { "outputDim": 16, "activation": "relu" }, { "outputDim": 1, "activation": "%s" } ] },
                  "loss": "mse", "optimizer": "adam",
                  "training": { "epochs": 20, "seed": 1 } }
                """.formatted(targetScaling, output));
        CliRun run = CliRun.of("train", "--config", config, "--data", data);
        assertThat(run.exit()).as(run.err()).isZero();
        return run;
    }

    @Test
    void aTargetThatIsNotScaledIsToldBeforeAndItsCureIsTheFirstHint() throws IOException {
        CliRun run = regression("identity", "none");

        assertThat(run.err().lines().filter(line -> line.startsWith("warning: ")))
                .singleElement()
                .asString()
                .startsWith("warning: target 'price' runs from ")
                .endsWith("set preprocessing.targetScaling to \"standard\"");
        assertThat(run.err().lines().filter(line -> line.startsWith("hint: ")))
                .first()
                .asString()
                .contains("preprocessing.targetScaling");
        assertThat(regression("identity", "standard").err()).doesNotContain("targetScaling");
    }

    @ParameterizedTest
    @CsvSource({
        "sigmoid, standard, (0 to 1)",
        "tanh, none, (-1 to 1)",
        "relu, standard, (0 and more)",
        "softplus, standard, (0 and more)"
    })
    void anOutputActivationThatCannotReachTheTargetIsTold(String output, String scaling, String reach)
            throws IOException {
        assertThat(regression(output, scaling).err())
                .contains("which the output activation " + output + " " + reach + " cannot reach; use identity");
    }

    @ParameterizedTest
    @CsvSource({"sigmoid, min-max", "relu, min-max", "leaky-relu, standard"})
    void anOutputActivationThatReachesTheTargetIsLeftInPeace(String output, String scaling) throws IOException {
        assertThat(regression(output, scaling).err()).doesNotContain("cannot reach");
    }
}
