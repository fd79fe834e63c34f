// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nn4j.verification.Nn;
import dev.nn4j.verification.cli.Inside;
import dev.nn4j.verification.cli.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The configuration: every key takes effect, and what is wrong is told with its path. {@code --set} sets them. */
class ConfigurationTest {
    @TempDir
    private static Path folder;

    private static String usualHistory;

    private final Inside nn = Inside.in(folder);

    @BeforeAll
    static void train() throws IOException, InterruptedException {
        Sample.MULTICLASS.writeTo(folder);
        Files.writeString(folder.resolve("numbers.csv"), Sample.REGRESSION.csv());
        Files.writeString(folder.resolve("numbers.json"), Sample.REGRESSION.configuration());
        usualHistory = historyOf("training.epochs=4");
    }

    /** The history but for the seconds. */
    private static String historyOf(String... settings) throws IOException, InterruptedException {
        StringBuilder history = new StringBuilder();
        trainWith("config.json", "data.csv", "--history -", settings)
                .out()
                .lines()
                .forEach(line -> history.append(line, 0, line.lastIndexOf(',')).append('\n'));
        return history.toString();
    }

    private static Nn trainWith(String config, String data, String options, String... settings)
            throws IOException, InterruptedException {
        Nn run = tryWith(config, data, options, settings);
        assertThat(run.exit()).as(run.err()).isZero();
        return run;
    }

    private static Nn tryWith(String config, String data, String options, String... settings)
            throws IOException, InterruptedException {
        List<Object> arguments = new ArrayList<>(List.of("train", "--config", config, "--data", data));
        arguments.addAll(List.of(options.split(" ")));
        for (String setting : settings) {
            arguments.addAll(List.of("--set", setting));
        }
        return Inside.in(folder).run(arguments.toArray());
    }

    private JsonNode modelOf(String... settings) throws IOException, InterruptedException {
        trainWith("config.json", "data.csv", "--out m.nn", settings);
        return nn.json("inspect", "m.nn", "--json");
    }

    private static List<Double> column(String history, int index) {
        return history.lines()
                .skip(1)
                .map(line -> Double.valueOf(line.split(",", -1)[index]))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "training.batchSize=full",
                "training.batchSize=7",
                "training.shuffle=false",
                "training.seed=2",
                "training.l1=0.1",
                "training.l2=0.1",
                "training.clipNorm=0.001",
                "training.clipValue=0.001",
                "training.classWeights=balanced",
                "training.classWeights={\"low\": 3, \"high\": 0.5, \"middle\": 1}",
                "preprocessing.scaling=none",
                "preprocessing.scaling=min-max",
                "network.layers[0].bias=false",
                "network.layers[0].activation=relu",
                "network.layers[0].initializer=he-uniform",
                "network.layers[0].outputDim=5",
                "optimizer.learningRate=0.01",
                "optimizer.beta1=0.5"
            })
    void everyOptionChangesTheOutcome(String setting) throws IOException, InterruptedException {
        assertThat(historyOf("training.epochs=4", setting)).isNotEqualTo(usualHistory);
    }

    /** The exponential average of momentum and the adaptive rates are Adam's defaults, said or not. */
    @Test
    void whatIsSaidAsItIsByDefaultChangesNothing() throws IOException, InterruptedException {
        assertThat(historyOf(
                        "training.epochs=4",
                        "training.shuffle=true",
                        "network.layers[0].bias=true",
                        "network.layers[0].initializer=xavier-uniform",
                        "network.layers[0].inputDim=2",
                        "optimizer={\"type\": \"Adam\", \"learningRate\": 5e-2, \"beta1\": 0.9, \"epsilon\": 1e-8}",
                        "training.validationFraction=0"))
                .isEqualTo(usualHistory);
    }

    @ParameterizedTest
    @CsvSource({
        "gradient-descent, 0.01",
        "momentum, 0.01",
        "rmsprop, 0.01",
        "adagrad, 0.01",
        "adam, 0.001",
        "adamw, 0.001",
        "nadam, 0.002"
    })
    void everyOptimizerHasPyTorchsLearningRateByDefault(String optimizer, double rate)
            throws IOException, InterruptedException {
        String history = historyOf("training.epochs=2", "optimizer={\"type\": \"" + optimizer + "\"}");

        assertThat(column(history, 5)).containsOnly(rate);
        assertThat(column(history, 1)).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\": \"step\", \"every\": 2, \"factor\": 0.5}      | 0.1, 0.1, 0.05, 0.05",
                "{\"type\": \"exponential\", \"factor\": 0.5}             | 0.1, 0.05, 0.025, 0.0125",
                "\"exponential\"                                          | 0.1, 0.095, 0.09025, 0.0857375",
                "{\"type\": \"cosine\"}                                   | 0.1, 0.0853553, 0.05, 0.0146447",
                "{\"type\": \"warm-up\", \"epochs\": 2, \"start\": 0.5}   | 0.05, 0.075, 0.1, 0.1"
            })
    void aScheduleMovesTheLearningRate(String schedule, String expected) throws IOException, InterruptedException {
        List<Double> rates = column(
                historyOf("training.epochs=4", "optimizer.learningRate=0.1", "training.schedule=" + schedule), 5);

        String[] wanted = expected.split(", ");
        for (int epoch = 0; epoch < wanted.length; epoch++) {
            assertThat(rates.get(epoch)).isCloseTo(Double.parseDouble(wanted[epoch]), within(1e-6));
        }
    }

    @Test
    void aPlateauLowersTheRateOnceTheMonitorNoLongerFalls() throws IOException, InterruptedException {
        List<Double> rates = column(
                historyOf(
                        "training.epochs=4",
                        "training.validationFraction=0.2",
                        "training.schedule={\"type\": \"plateau\", \"patience\": 1, \"minDelta\": 100, \"factor\": 0.1}"),
                5);

        assertThat(rates.get(0)).isEqualTo(0.05);
        assertThat(rates.get(3)).isLessThan(0.05);
    }

    @Test
    void earlyStoppingStopsAndRestoresTheBestEpochUnlessToldNotTo() throws IOException, InterruptedException {
        String stopping = "training.earlyStopping={\"patience\": 3, \"minDelta\": 100, \"monitor\": \"val_loss\"}";
        JsonNode best = nn.json(jsonTraining(stopping));
        JsonNode last = nn.json(jsonTraining(stopping, "training.earlyStopping.restoreBest=false"));

        assertThat(best.get("stopReason").asText()).isEqualTo("early-stopping");
        assertThat(best.get("epochs").asInt()).isEqualTo(4);
        assertThat(best.get("bestEpoch").asInt()).isEqualTo(1);
        assertThat(last.get("epochs").asInt()).isEqualTo(4);
        assertThat(last.at("/training/loss").asDouble())
                .isLessThan(best.at("/training/loss").asDouble());
    }

    private static Object[] jsonTraining(String... settings) {
        List<Object> arguments = new ArrayList<>(List.of(
                "train",
                "--config",
                "config.json",
                "--data",
                "data.csv",
                "--json",
                "--set",
                "training.validationFraction=0.2"));
        for (String setting : settings) {
            arguments.addAll(List.of("--set", setting));
        }
        return arguments.toArray();
    }

    @Test
    void rowsOfWeightZeroCountForNothing() throws IOException, InterruptedException {
        String header = "x,y,kind,weight\n";
        String rows = Sample.MULTICLASS
                .csv()
                .lines()
                .skip(1)
                .map(line -> line.substring(line.indexOf(',') + 1) + ",2\n")
                .reduce("", String::concat);
        Files.writeString(folder.resolve("weighted-1.csv"), header + rows + "4,0,low,0\n");
        Files.writeString(folder.resolve("weighted-2.csv"), header + rows + "-4,1,high,0\n");
        String[] settings = {
            "data={\"target\": \"kind\", \"weight\": \"weight\"}",
            "preprocessing.scaling=none",
            "training.batchSize=full",
            "training.epochs=3"
        };

        String one = lossesOf("weighted-1.csv", settings);

        assertThat(lossesOf("weighted-2.csv", settings)).isEqualTo(one);
        settings[0] = "data={\"target\": \"kind\", \"ignore\": [\"weight\"]}";
        assertThat(lossesOf("weighted-1.csv", settings)).isNotEqualTo(one);
    }

    private static String lossesOf(String data, String... settings) throws IOException, InterruptedException {
        return column(trainWith("config.json", data, "--history -", settings).out(), 1)
                .toString();
    }

    @Test
    void targetScalingLeavesPredictionsAndMetricsInTheTargetsUnits() throws IOException, InterruptedException {
        Nn run = trainWith(
                "numbers.json", "numbers.csv", "--json", "preprocessing.targetScaling=min-max", "training.epochs=200");
        trainWith("numbers.json", "numbers.csv", "--out r.nn", "preprocessing.targetScaling=standard");

        assertThat(run.out()).containsPattern("\"r2\": (0.9|1)");
        assertThat(nn.json("inspect", "r.nn", "--json").get("targetScaling").asText())
                .isEqualTo("standard");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mse", "mae", "huber", "{\"type\": \"huber\", \"delta\": 2}"})
    void regressionLearnsWithEachOfItsLosses(String loss) throws IOException, InterruptedException {
        Nn run = trainWith(
                "numbers.json",
                "numbers.csv",
                "--json",
                "loss=" + loss,
                "preprocessing.targetScaling=standard",
                "training.epochs=100");

        assertThat(run.out()).containsPattern("\"r2\": (0.9|1)");
    }

    @Test
    void namesIgnoreCaseTakeUnderscoresAndHaveAliases() throws IOException, InterruptedException {
        JsonNode model = modelOf(
                "loss=CCE",
                "optimizer=SGD",
                "network.layers[0].activation=Leaky_ReLU",
                "network.layers[0].initializer=glorot-uniform",
                "training.epochs=1");

        assertThat(model.at("/loss/name").asText()).isEqualTo("categorical-cross-entropy");
        assertThat(model.at("/layers/0/activation/name").asText()).isEqualTo("leaky-relu");
        assertThat(model.at("/layers/0/initializer/name").asText()).isEqualTo("xavier-uniform");
    }

    @Test
    void theTutorialsListIsValidAsItStands() throws IOException, InterruptedException {
        String tutorial = """
                { "data": { "target": "kind", "ignore": "id" },
                  "network": { "layers": [
                    {"input_dim": 2, "output_dim": 4, "activation": "relu"},
                    {"input_dim": 4, "output_dim": 6, "activation": "relu"},
                    {"input_dim": 6, "output_dim": 6, "activation": "relu"},
                    {"input_dim": 6, "output_dim": 4, "activation": "relu"},
                    {"input_dim": 4, "output_dim": 3, "activation": "softmax"}
                  ] },
                  "loss": "categorical-cross-entropy" }
                """;

        Nn run = nn.reading(tutorial)
                .run("train", "--config", "-", "--data", "data.csv", "--out", "t.nn", "--set", "training.epochs=1");

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(nn.json("inspect", "t.nn", "--json").get("layers").findValuesAsText("outputDim"))
                .containsExactly("4", "6", "6", "4", "3");
    }

    @Test
    void dropoutStandsBetweenLayersAndSettingsReachIntoThem() throws IOException, InterruptedException {
        JsonNode model = modelOf(
                "network.layers[2]={\"outputDim\": 3, \"activation\": \"softmax\"}",
                "network.layers[1]={\"type\": \"dropout\", \"rate\": 0.1}",
                "network.layers[1].rate=0.25",
                "network.layers[0].outputDim=5",
                "network.layers[0].bias=false",
                "training.epochs=1");

        assertThat(model.get("layers"))
                .extracting(layer -> layer.get("type").asText())
                .containsExactly("dense", "dropout", "dense");
        assertThat(model.at("/layers/1/parameters/rate").asDouble()).isEqualTo(0.25);
        assertThat(model.get("parameterCount").asInt()).isEqualTo(2 * 5 + 5 * 3 + 3);
    }

    @Test
    void normalisationLayersAreTrainedStoredAndShown() throws IOException, InterruptedException {
        JsonNode model = modelOf(
                "network.layers[2]={\"type\": \"layer-normalization\"}",
                "network.layers[3]={\"outputDim\": 3, \"activation\": \"softmax\"}",
                "network.layers[1]={\"type\": \"batch-normalization\", \"momentum\": 0.2}",
                "network.layers[0].outputDim=5",
                "training.epochs=1");

        assertThat(model.get("layers"))
                .extracting(layer -> layer.get("type").asText())
                .containsExactly("dense", "batch-normalization", "layer-normalization", "dense");
        assertThat(model.at("/layers/1/parameters/momentum").asDouble()).isEqualTo(0.2);
        assertThat(model.at("/layers/1/parameters/epsilon").asDouble()).isEqualTo(1e-5);
        assertThat(model.at("/layers/1/parameterCount").asInt()).isEqualTo(10);
    }

    @Test
    void ignoredColumnsAndTheWeightAreNoFeatures() throws IOException, InterruptedException {
        JsonNode model = modelOf("data.ignore=[\"id\", \"y\"]", "training.epochs=1");

        assertThat(model.get("features")).extracting(JsonNode::asText).containsExactly("x");
    }

    @Test
    void aValueOfSetIsJsonWhereItParsesElseText() throws IOException, InterruptedException {
        JsonNode configuration = new com.fasterxml.jackson.databind.ObjectMapper()
                .readTree(modelOf(
                                "training.epochs=2",
                                "data.target=kind",
                                "data.ignore=[\"id\"]",
                                "training.shuffle=false",
                                "optimizer=\"adam\"",
                                "optimizer.learningRate=1e-2")
                        .at("/provenance/configuration")
                        .asText());

        assertThat(configuration.at("/training/epochs").isInt()).isTrue();
        assertThat(configuration.at("/data/target").asText()).isEqualTo("kind");
        assertThat(configuration.at("/data/ignore/0").asText()).isEqualTo("id");
        assertThat(configuration.at("/training/shuffle").isBoolean()).isTrue();
        assertThat(configuration.at("/optimizer/type").asText()).isEqualTo("adam");
        assertThat(configuration.at("/optimizer/learningRate").asDouble()).isEqualTo(0.01);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "data.targt=kind|data.targt: unknown key; did you mean 'target'?",
                "preprocessing.scalling=none|preprocessing.scalling: unknown key; did you mean 'scaling'?",
                "preprocessing.scaling=standart|preprocessing.scaling: unknown scaling 'standart'; did you mean 'standard'?",
                "network.layers=[]|network.layers: holds no layer",
                "network.layers[0].outputDim=0|network.layers[0].outputDim: must be a whole number at least 1, got 0",
                "network.layers[0].inputDim=7|network.layers[0].inputDim: ",
                "network.layers[1].outputDim=4|network.layers[1].outputDim: ",
                "network.layers[0].activation=relo|network.layers[0].activation: unknown activation 'relo'; did you mean 'relu'?",
                "network.layers[0].activation={\"type\":\"elu\",\"alpa\":1}|network.layers[0].activation.alpa: unknown key; did you mean 'alpha'?",
                "loss=binary-cross-entropy|loss: binary-cross-entropy tells two labels apart",
                "optimizer.learningRate=0|optimizer.learningRate: must be greater than 0, got 0",
                "training.epochs=many|training.epochs: must be a whole number at least 1, got \"many\"",
                "training.batchSize=half|training.batchSize: must be a whole number at least 1, \"full\" or \"auto\", got \"half\"",
                "training.validationFraction=1.5|training.validationFraction: ",
                "training.classWeights={\"lo\":1}|training.classWeights",
                "training.schedule=cosin|training.schedule: unknown schedule 'cosin'; did you mean 'cosine'?",
                "training.earlyStopping={\"monitor\":\"val_los\"}|training.earlyStopping.monitor: unknown monitor 'val_los'; did you mean 'val_loss'?",
                "training.earlyStopping={\"monitor\":\"val_loss\"}|training.earlyStopping"
            })
    void whatIsWrongIsToldWithFilePathAndTheNearestValid(String setting, String message)
            throws IOException, InterruptedException {
        Nn run = tryWith("config.json", "data.csv", "--quiet", setting);

        assertThat(run.exit()).as(run.err()).isEqualTo(5);
        assertThat(run.error()).startsWith("error: config.json: " + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"data\": {}, \"data\": {}}|data: line 1, column 14: the key is there twice",
                "{\"data\": {\"target\": \"a\", \"target\": \"b\"}}|data.target: ",
                "{\"data\": {},,}|",
                "{\"data\": {}} {}|",
                "[]|",
                "' '|is empty"
            })
    void jsonIsReadStrictly(String json, String message) throws IOException, InterruptedException {
        Nn run = nn.reading(json).run("train", "--config", "-", "--data", "data.csv");

        assertThat(run.exit()).as(run.err()).isEqualTo(5);
        assertThat(run.error()).startsWith("error: <stdin>: " + (message == null ? "" : message));
    }
}
