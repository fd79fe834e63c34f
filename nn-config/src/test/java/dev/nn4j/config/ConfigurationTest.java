// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nn4j.api.ComponentException;
import dev.nn4j.api.ConfigurationException;
import dev.nn4j.config.starter.Starter;
import dev.nn4j.config.starter.Template;
import dev.nn4j.core.encoding.Scaling;
import dev.nn4j.core.experiment.ClassWeights;
import dev.nn4j.core.experiment.EarlyStopping;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.experiment.Monitor;
import dev.nn4j.core.experiment.Schedules;
import dev.nn4j.core.experiment.TrainingOptions;
import dev.nn4j.core.network.ActivationSpec;
import dev.nn4j.core.network.BatchNormalizationSpec;
import dev.nn4j.core.network.CategoryEmbeddingSpec;
import dev.nn4j.core.network.DenseSpec;
import dev.nn4j.core.network.DropoutSpec;
import dev.nn4j.core.network.LayerNormalizationSpec;
import dev.nn4j.core.network.LayerSpec;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.network.NumericEmbeddingSpec;
import dev.nn4j.core.network.PeriodicEmbeddingSpec;
import dev.nn4j.core.network.ResidualSpec;
import dev.nn4j.core.network.ScaleSpec;
import dev.nn4j.core.registry.ComponentKind;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.schema.CategoryKind;
import dev.nn4j.core.schema.FoundCategories;
import dev.nn4j.core.schema.Task;
import dev.nn4j.core.schema.Unseen;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationTest {
    private static final String LEAST = "{\"data\":{\"target\":\"y\"},\"network\":{\"layers\":[{\"outputDim\":1,"
            + "\"activation\":\"sigmoid\"}]}}";

    private static final String FULL = """
            {
              "data":          { "target": "diagnosis", "ignore": ["id"], "positive": "malignant", "weight": "w" },
              "preprocessing": { "scaling": "standard" },
              "network":       { "layers": [
                  { "inputDim": 30, "outputDim": 32, "activation": "relu", "initializer": "he-normal" },
                  { "type": "dropout", "rate": 0.1 },
                  { "outputDim": 1, "activation": "sigmoid", "initializer": "xavier-uniform", "bias": false } ] },
              "loss":          "binary-cross-entropy",
              "optimizer":     { "type": "adam", "learningRate": 0.005, "beta1": 0.8 },
              "training":      { "epochs": 200, "batchSize": 16, "shuffle": false, "seed": 42,
                                 "validationFraction": 0.1, "l1": 0.001, "l2": 0.002, "clipNorm": 1, "clipValue": 2,
                                 "classWeights": {"malignant": 2}, "schedule": {"type": "step", "every": 5},
                                 "earlyStopping": { "monitor": "val_accuracy", "patience": 20, "minDelta": 0.01,
                                                    "restoreBest": false } }
            }""";

    @Test
    @SuppressWarnings("NullAway") // what a program in another language may do
    void nullIsSaidByWhatItStandsFor() {
        assertThatNullPointerException()
                .isThrownBy(() -> Configuration.read(null))
                .withMessage("configuration: the stream is null");
        assertThatNullPointerException()
                .isThrownBy(() -> Configuration.parse(null))
                .withMessage("configuration: the text is null");
        assertThatNullPointerException()
                .isThrownBy(() -> Configuration.of(null))
                .withMessage("configuration: the experiment is null");
        assertThatNullPointerException().isThrownBy(() -> Setting.parse(null)).withMessage("setting: it is null");
        assertThatNullPointerException()
                .isThrownBy(() -> Starter.of(null, "y"))
                .withMessage("starter: the template is null");
        assertThatNullPointerException()
                .isThrownBy(() -> Starter.of(Template.BINARY, null))
                .withMessage("starter: the target is null");
    }

    @Test
    void aTextMayBeginWithAByteOrderMark() {
        assertThat(Configuration.parse("\uFEFF{\"loss\": \"huber\"}").canonical())
                .isEqualTo("{\"loss\":\"huber\"}");
    }

    @Test
    void pairsOfCategoriesAreSignedWhereTheirColumnDoesNotSayOtherwise() {
        Experiment read = experiment(
                LEAST,
                "data.columns={\"sex\": \"category\", \"side\": {\"type\": \"category\", \"binary\": \"one-hot\"},"
                        + " \"hand\": {\"type\": \"category\", \"categories\": [\"l\", \"r\"], \"unseen\": \"rare\"},"
                        + " \"town\": {\"type\": \"category\", \"categories\": [\"a\", \"b\", \"c\"]}}",
                "preprocessing.binaryCategories=signed");
        assertThat(read.data().plan("sex").kind()).isEqualTo(new FoundCategories(0, Unseen.ERROR, true));
        assertThat(read.data().plan("side").kind()).isEqualTo(new FoundCategories(0, Unseen.ERROR));
        assertThat(read.data().plan("hand").kind()).isEqualTo(new CategoryKind(List.of("l", "r"), Unseen.ZEROS, true));
        assertThat(read.data().plan("town").kind()).isEqualTo(new CategoryKind(List.of("a", "b", "c"), Unseen.ERROR));
    }

    @Test
    void categoriesAreIndicesWhereThereAreManyOrTheirColumnSaysSo() {
        Experiment read = experiment(
                LEAST,
                "data.columns={\"shop\": \"category\", \"side\": {\"type\": \"category\", \"encoding\": \"one-hot\"},"
                        + " \"sex\": {\"type\": \"category\", \"encoding\": \"index\", \"unseen\": \"zeros\"},"
                        + " \"zip\": {\"type\": \"category\", \"embedFrom\": 100, \"binary\": \"one-hot\"},"
                        + " \"town\": {\"type\": \"category\", \"categories\": [\"a\", \"b\", \"c\"]}}",
                "preprocessing={\"binaryCategories\": \"signed\", \"embedFrom\": 3}",
                "network.layers=[{\"type\": \"category-embedding\", \"size\": 4}, {\"outputDim\": 1}]",
                "loss=mse");
        assertThat(read.data().plan("shop").kind()).isEqualTo(new FoundCategories(0, Unseen.ERROR, true, 3));
        assertThat(read.data().plan("side").kind()).isEqualTo(new FoundCategories(0, Unseen.ERROR, true));
        assertThat(read.data().plan("sex").kind()).isEqualTo(new FoundCategories(0, Unseen.ZEROS, false, 1));
        assertThat(read.data().plan("zip").kind()).isEqualTo(new FoundCategories(0, Unseen.ERROR, false, 100));
        assertThat(read.data().plan("town").kind())
                .isEqualTo(CategoryKind.indexed(List.of("a", "b", "c"), Unseen.ERROR));
        assertThat(read.layers().get(0)).isEqualTo(new CategoryEmbeddingSpec(4, 0, Optional.empty(), List.of()));
    }

    private static Experiment experiment(String json, String... settings) {
        List<Setting> changes = List.of(settings).stream().map(Setting::parse).toList();
        return Configuration.parse(json).with(changes).experiment(ComponentRegistry.standard());
    }

    @Test
    void everyKeyIsReadIntoTheExperiment() {
        Experiment read = experiment(FULL);

        assertThat(read.data().targets()).containsExactly("diagnosis");
        assertThat(read.data().ignore()).containsExactly("id");
        assertThat(read.data().positive()).contains("malignant");
        assertThat(read.data().weight()).contains("w");
        assertThat(read.scaling()).isEqualTo(Scaling.STANDARD);
        assertThat(read.task()).isEqualTo(Task.BINARY);
        assertThat(read.learningRate()).isEqualTo(0.005);
        assertThat(read.optimizer().hyperparameters().values()).containsEntry("beta1", 0.8);
        assertThat(read.options())
                .isEqualTo(TrainingOptions.builder()
                        .epochs(200)
                        .batchSize(16)
                        .shuffle(false)
                        .seed(42)
                        .validationFraction(0.1)
                        .l1(0.001)
                        .l2(0.002)
                        .clipValue(2)
                        .clipNorm(1)
                        .classWeights(ClassWeights.given(Map.of("malignant", 2.0)))
                        .schedule(new Schedules.Step(5, 0.1))
                        .earlyStopping(EarlyStopping.builder()
                                .monitor(Monitor.VALIDATION_ACCURACY)
                                .patience(20)
                                .minDelta(0.01)
                                .restoreBest(false)
                                .build())
                        .build());
    }

    @Test
    void layersAreReadWithTheirComponents() {
        List<LayerSpec> layers = experiment(FULL).layers();

        assertThat(layers).hasSize(3);
        assertThat(layers.get(0)).isInstanceOfSatisfying(DenseSpec.class, dense -> {
            assertThat(dense.inputs()).isEqualTo(30);
            assertThat(dense.outputs()).isEqualTo(32);
            assertThat(dense.activation().name()).isEqualTo("relu");
            assertThat(dense.initializer().name()).isEqualTo("he-normal");
            assertThat(dense.bias()).isTrue();
        });
        assertThat(layers.get(1)).isEqualTo(new DropoutSpec(0.1));
        assertThat(((DenseSpec) layers.get(2)).bias()).isFalse();
    }

    @Test
    void whatIsLeftOutKeepsTheDefaults() {
        Experiment read = experiment(LEAST);

        assertThat(read.options()).isEqualTo(TrainingOptions.defaults());
        assertThat(read.scaling()).isEqualTo(Scaling.NONE);
        assertThat(read.learningRate()).isEqualTo(read.optimizer().defaultRate());
        assertThat(((DenseSpec) read.layers().get(0)).initializer().name()).isEqualTo("xavier-uniform");
    }

    @Test
    void normalisationLayersHaveDefaults() {
        Experiment read = experiment(
                LEAST,
                "network.layers=[{\"type\": \"batch-normalization\"}, {\"type\": \"batch-normalization\", \"momentum\":"
                        + " 0.2, \"epsilon\": 1e-3}, {\"type\": \"layer-normalization\"}, {\"type\":"
                        + " \"layer-normalization\", \"epsilon\": 1e-6}, {\"outputDim\": 1}]",
                "loss=mse");

        assertThat(read.layers().subList(0, 4))
                .containsExactly(
                        new BatchNormalizationSpec(1e-5, 0.1),
                        new BatchNormalizationSpec(1e-3, 0.2),
                        new LayerNormalizationSpec(1e-5),
                        new LayerNormalizationSpec(1e-6));
    }

    @Test
    void numbersCanBeEmbeddedByWaves() {
        Experiment read = experiment(
                LEAST,
                "network.layers=[{\"type\": \"numeric-embedding\", \"kind\": \"periodic\", \"sigma\": 1, \"size\": 5},"
                        + " {\"outputDim\": 1}]",
                "loss=mse");

        assertThat(read.layers().get(0)).isEqualTo(new PeriodicEmbeddingSpec(1, 16, 5));
    }

    @Test
    void numbersCanBeEmbeddedAndScaled() {
        Experiment read = experiment(
                LEAST,
                "network.layers=[{\"type\": \"numeric-embedding\", \"kind\": \"piecewise\", \"size\": 4}, {\"type\":"
                        + " \"scale\"}, {\"outputDim\": 1}]",
                "loss=mse");

        assertThat(read.layers().subList(0, 2))
                .containsExactly(new NumericEmbeddingSpec("piecewise", 64, 4, Optional.empty()), new ScaleSpec());
    }

    @Test
    void aResidualBlockHoldsItsLayersAndStandsInTheNetworkBehindThem() {
        Experiment read = experiment(
                LEAST,
                "network.layers=[{\"outputDim\": 3}, {\"type\": \"residual\", \"layers\": [{\"type\": \"dropout\","
                        + " \"rate\": 0.5}, {\"type\": \"Residual\", \"layers\": [{\"type\": \"scale\"}]}]},"
                        + " {\"outputDim\": 1}]",
                "network.layers[1].layers[0].rate=0.25",
                "loss=mse");

        assertThat(read.layers().subList(1, 5))
                .containsExactly(new DropoutSpec(0.25), new ScaleSpec(), new ResidualSpec(1), new ResidualSpec(3));
        assertThat(read.settings()).containsEntry("network.layers[1].layers[1].layers[0]", "scale{}");
    }

    @Test
    void aFaultWithinABlockIsWhereTheConfigurationHasIt() {
        String block = "network.layers=[{\"outputDim\": 3}, {\"type\": \"scale\"}, {\"type\": \"residual\", \"layers\":"
                + " [{\"outputDim\": 4}, {\"outputDim\": 3, \"inputDim\": 5}]}, {\"outputDim\": 1}]";
        assertThatThrownBy(() ->
                        new NetworkSpec(2, experiment(LEAST, block, "loss=mse").layers()))
                .hasMessage(
                        "network.layers[2].layers[1].inputDim: must equal the output width of the layer before, 4, got 5");
    }

    @Test
    void anActivationCanBeALayer() {
        Experiment read = experiment(
                LEAST,
                "network.layers=[{\"outputDim\": 3}, {\"type\": \"batch-normalization\"}, {\"type\": \"activation\","
                        + " \"activation\": \"relu\"}, {\"type\": \"Activation\", \"activation\": {\"type\":"
                        + " \"leaky-relu\", \"alpha\": 0.25}}, {\"outputDim\": 1}]",
                "loss=mse");

        ComponentRegistry registry = ComponentRegistry.standard();
        assertThat(read.layers().subList(2, 4))
                .containsExactly(
                        new ActivationSpec(registry.activation("relu")),
                        new ActivationSpec(
                                registry.find(ComponentKind.ACTIVATION, "leaky-relu", Map.of("alpha", 0.25))));
    }

    @Test
    void aLayerWithoutActivationIsLinear() {
        Experiment read = experiment(LEAST, "network.layers=[{\"outputDim\": 1}]", "loss=mse");

        assertThat(((DenseSpec) read.layers().get(0)).activation().name()).isEqualTo("identity");
    }

    @Test
    void theTutorialsListIsValidAsItStands() {
        Experiment read = experiment("""
                {"data": {"target": "y"}, "network": {"layers": [
                    {"input_dim": 30, "output_dim": 16, "activation": "relu"},
                    {"input_dim": 16, "output_dim": 1, "activation": "sigmoid"}
                ]}}""");

        assertThat(read.layers())
                .extracting(layer -> ((DenseSpec) layer).inputs())
                .containsExactly(30, 16);
        assertThat(read.layers()).extracting(layer -> layer.outputs(1)).containsExactly(16, 1);
    }

    @ParameterizedTest
    @CsvSource({"Leaky_ReLU, leaky-relu", "swish, silu", "TANH, tanh"})
    void namesAreFoundWhateverTheirCaseAndByAlias(String given, String name) {
        Experiment read = experiment(LEAST, "network.layers[0].activation=" + given, "loss=mse");

        assertThat(((DenseSpec) read.layers().get(0)).activation().name()).isEqualTo(name);
    }

    @Test
    void aFullBatchIsAWord() {
        assertThat(experiment(LEAST, "training.batchSize=full").options().batchSize())
                .isEqualTo(TrainingOptions.FULL_BATCH);
    }

    @Test
    void schedulesAndClassWeightsHaveShortForms() {
        TrainingOptions options = experiment(LEAST, "training.schedule=warm_up", "training.classWeights=balanced")
                .options();

        assertThat(options.schedule()).contains(new Schedules.WarmUp());
        assertThat(options.classWeights()).isEqualTo(ClassWeights.balanced());
    }

    @Test
    void severalTargetsMayBeLearnt() {
        assertThat(experiment(LEAST, "data.target=[\"a\", \"b\"]").task()).isEqualTo(Task.MULTILABEL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "trainig={}|trainig: unknown key; did you mean 'training'?",
                "training.epoch=5|training.epoch: unknown key; did you mean 'epochs'?",
                "ensemble={\"kind\":\"pac\"}|ensemble.kind: unknown kind 'pac'; did you mean 'pack'?",
                "ensemble={\"choose\":\"greedy\"}|ensemble.choose: is for the kind \"pack\"",
                "ensemble={\"kind\":\"pack\",\"draw\":{\"training.l2\":1}}|ensemble.draw.training.l2: must be a list of values, or a range",
                "ensemble={\"kind\":\"pack\",\"draw\":{\"training.l2\":{\"min\":1}}}|ensemble.draw.training.l2.max: is missing; a range has min and max",
                "ensemble={\"kind\":\"pack\",\"draw\":{\"training.l2\":{\"low\":1}}}|ensemble.draw.training.l2.low: unknown key",
                "ensemble={\"kind\":\"pack\",\"draw\":{\"training.l3\":[1]}}|ensemble.draw.training.l3: is no value that can be drawn; did you mean",
                "network.layers[0].outputDm=5|network.layers[0].outputDm: unknown key; did you mean 'outputDim'?",
                "data.targets=x|data.targets: unknown key; did you mean 'target'?",
                "training.epochs=0|training.epochs: must be a whole number at least 1, got 0",
                "training.epochs=1e30|training.epochs: must be at most 2147483647, got 1e30",
                "training.epochs=\"5\"|training.epochs: must be a whole number at least 1, got \"5\"",
                "training.batchSize=0|training.batchSize: must be a whole number at least 1",
                "training.batchSize=2147483648|training.batchSize: must be at most 2147483647",
                "training.decaySchedule=cosine|training.decaySchedule: unknown schedule by step 'cosine'; there is coslog, flat-cosine, one-cycle, warm-up-cosine",
                "training.batchSize=all|training.batchSize: must be a whole number at least 1, \"full\" or \"auto\", got \"all\"",
                "training.seed=1.5|training.seed: must be a whole number",
                "training.shuffle=1|training.shuffle: must be true or false, got 1",
                "training.validationFraction=1|training.validationFraction: must be in [0, 1), got 1.0",
                "training.l2=-1|training.l2: must be at least 0",
                "training.classWeights={\"a\": \"b\"}|training.classWeights.a: must be a number, got \"b\"",
                "preprocessing.binaryCategories=1|preprocessing.binaryCategories: must be a text, got 1",
                "preprocessing.binaryCategories=sign|preprocessing.binaryCategories: must be \"one-hot\" or \"signed\", got \"sign\"",
                "preprocessing.embedFrom=-1|preprocessing.embedFrom: must be a whole number at least 0, got -1",
                "data.columns.a={\"type\": \"category\", \"encoding\": \"ix\"}|data.columns.a.encoding: must be \"one-hot\" or"
                        + " \"index\", got \"ix\"",
                "data.columns.a={\"type\": \"category\", \"encoding\": \"index\", \"embedFrom\": 9}|data.columns.a.embedFrom: says"
                        + " when to do what \"encoding\" says; remove one of the two",
                "data.columns.a={\"type\": \"category\", \"encoding\": \"index\", \"binary\": \"signed\"}|data.columns.a.encoding:"
                        + " cannot be \"index\" where \"binary\" is \"signed\"; remove one of the two",
                "data.columns.a={\"type\": \"number\", \"encoding\": \"index\"}|data.columns.a.encoding: unknown key",
                "network.layers[0]={\"type\":\"category-embeding\"}|network.layers[0].type: unknown layer \"category-embeding\"; did you mean",
                "network.layers[0]={\"type\":\"category-embedding\",\"size\":-1}|network.layers[0].size: category-embedding: size must be a whole number in [0, 1024], got -1",
                "network.layers[0]={\"type\":\"category-embedding\",\"deviation\":11}|network.layers[0].deviation: category-embedding: deviation must be in [0, 10], got 11.0",
                "preprocessing.scaleCategories=true|preprocessing.scaleCategories: is true where preprocessing.scaling is"
                        + " \"none\", by which nothing is scaled; choose a scaling or leave it out",
                "preprocessing.targetScaling=robust-smooth|preprocessing.targetScaling: cannot be robust-smooth, which bends"
                        + " numbers to within bounds from which answers do not come back; use \"robust\" or \"standard\"",
                "training.classWeights={\"a\": -1}|training.classWeights.a: must be finite and at least 0",
                "training.schedule=stp|training.schedule: unknown schedule 'stp'; did you mean 'step'?",
                "training.schedule={\"type\":\"step\",\"evry\":1}|training.schedule.evry: unknown key; did you mean 'every'?",
                "training.schedule={\"type\":\"step\",\"factor\":2}|training.schedule.factor: step: factor must be in (0, 1]",
                "training.earlyStopping.monitor=valloss|training.earlyStopping.monitor: unknown monitor 'valloss'; did you mean",
                "training.earlyStopping.patience=0|training.earlyStopping.patience: must be a whole number at least 1",
                "training.earlyStopping.minDelta=-1|training.earlyStopping.minDelta: must be at least 0",
                "optimizer=adm|optimizer: unknown optimizer 'adm'; did you mean 'adam'?",
                "optimizer={}|optimizer: must be a name or an object with a type",
                "optimizer=[]|optimizer: must be a name or an object with a type, got a list",
                "optimizer={\"type\":\"adam\",\"beta3\":1}|optimizer.beta3: unknown key; did you mean 'beta1'?",
                "optimizer={\"type\":\"adam\",\"beta1\":1}|optimizer.beta1: adam: beta1 must be in [0, 1), got 1.0",
                "optimizer={\"type\":\"adam\",\"learningRate\":\"0.1\"}|optimizer.learningRate: must be a number, got \"0.1\"",
                "optimizer={\"type\":\"adam\",\"learningRate\":1e999}|optimizer.learningRate: must be 0, or a number whose size is"
                        + " from 4.9e-324 to 1.7e308, got 1e999",
                "training={\"l1\":1e-999999999}|training.l1: must be 0, or a number whose size is from 4.9e-324 to 1.7e308,"
                        + " got 1e-999999999",
                "training={\"l1\":-1e99999999999}|training.l1: must be 0, or a number whose size is from 4.9e-324 to 1.7e308,"
                        + " got -1e99999999999",
                "training={\"classWeights\":{\"a\":1e999}}|training.classWeights.a: must be 0, or a number whose size is",
                "optimizer={\"type\":\"adam\",\"beta1\":1e-400}|optimizer.beta1: must be 0, or a number whose size is",
                "optimizer={\"type\":\"adam\",\"learningRate\":0}|optimizer.learningRate: must be greater than 0, got 0.0",
                "loss=null|loss: must be a name or an object with a type, got null",
                "loss=bcee|loss: unknown loss 'bcee'; did you mean 'bce'?",
                "preprocessing.scaling=std|preprocessing.scaling: unknown scaling 'std'; there is none, standard, min-max",
                "preprocessing.targetScaling=standard|preprocessing.targetScaling: is for regression only",
                "data.target=5|data.target: must be a text or a list of texts, got 5",
                "data.target=[]|data.target: must name at least one column",
                "data.ignore=[1]|data.ignore[0]: must be a text, got 1",
                "network.layers=[]|network.layers: holds no layer",
                "network.layers=5|network.layers: must be a list, got 5",
                "network.layers[0]=relu|network.layers[0]: must be an object, got \"relu\"",
                "network.layers[0].outputDim=0|network.layers[0].outputDim: must be a whole number at least 1, got 0",
                "network.layers[0].outputDim=20000000|network.layers[0].outputDim: must be at most 16777216",
                "network.layers[0].type=dens|network.layers[0].type: unknown layer \"dens\"; did you mean 'dense'?",
                "network.layers[0]={\"type\":\"dropout\"}|network.layers[0]: a dropout layer needs rate",
                "network.layers[0]={\"type\":\"dropout\",\"rate\":1}|network.layers[0].rate: dropout: rate must be in [0, 1), got 1.0",
                "network.layers[0]={\"type\":\"batch-normalisation\"}|network.layers[0].type: unknown layer \"batch-normalisation\"; did you mean 'batch-normalization'?",
                "network.layers[0]={\"type\":\"batch-normalization\",\"momentum\":0}|network.layers[0].momentum: batch-normalization: momentum must be in (0, 1], got 0.0",
                "network.layers[0]={\"type\":\"layer-normalization\",\"epsilon\":2}|network.layers[0].epsilon: layer-normalization: epsilon must be in (0, 1], got 2.0",
                "network.layers[0]={\"type\":\"layer-normalization\",\"momentum\":0.1}|network.layers[0].momentum: unknown key",
                "network.layers[0]={\"type\":\"numeric-embedding\",\"bins\":1}|network.layers[0].bins: numeric-embedding: bins must be a whole number in [2, 1024], got 1",
                "network.layers[0]={\"type\":\"numeric-embedding\",\"kind\":\"periodc\"}|network.layers[0].kind: numeric-embedding: kind must be one of piecewise, periodic, got periodc",
                "network.layers[0]={\"type\":\"numeric-embedding\",\"kind\":\"periodic\",\"bins\":8}|network.layers[0].bins: unknown key",
                "network.layers[0]={\"type\":\"numeric-embedding\",\"kind\":\"periodic\",\"sigma\":0}|network.layers[0].sigma: numeric-embedding: sigma must be in (0, 1000], got 0",
                "network.layers[0]={\"type\":\"numeric-embedding\",\"sigma\":1}|network.layers[0].sigma: unknown key",
                "network.layers[0]={\"type\":\"numeric-embedding\",\"columns\":[1]}|network.layers[0].columns: unknown key",
                "network.layers[0]={\"outputDim\":3,\"bias\":false,\"biasInitializer\":\"zeros\"}|network.layers[0].biasInitializer: there is no bias that it could fill; remove it, or bias false",
                "network.layers[0]={\"type\":\"residual\"}|network.layers[0]: a residual block needs layers, one or more",
                "network.layers[0]={\"type\":\"residual\",\"layers\":[]}|network.layers[0]: a residual block needs layers, one or more",
                "network.layers[0]={\"type\":\"residual\",\"layers\":2}|network.layers[0].layers: must be a list, got 2",
                "network.layers[0]={\"type\":\"residual\",\"layer\":[]}|network.layers[0].layer: unknown key; did you mean",
                "network.layers[0]={\"type\":\"residual\",\"layers\":[{\"type\":\"dropuot\"}]}|network.layers[0].layers[0].type: unknown layer \"dropuot\"; did you mean",
                "network.layers[0]={\"type\":\"residul\"}|network.layers[0].type: unknown layer \"residul\"; did you mean 'residual'?",
                "network.layers[0]={\"type\":\"parametric\"}|network.layers[0]: a parametric layer needs activation, the function",
                "network.layers[0]={\"type\":\"activation\"}|network.layers[0]: an activation layer needs activation, the function",
                "network.layers[0]={\"type\":\"activation\",\"activation\":\"rel\"}|network.layers[0].activation: unknown activation 'rel'; did you mean",
                "network.layers[0]={\"type\":\"activation\",\"activation\":\"relu\",\"outputDim\":3}|network.layers[0].outputDim: unknown key; there is type, activation",
                "network.layers[0]={\"type\":\"activatin\"}|network.layers[0].type: unknown layer \"activatin\"; did you mean 'activation'?",
                "decision.maximize=f2|decision.maximize: must be f1, balanced-accuracy, accuracy, youden, recall@P,",
                "decision.maximize=1|decision.maximize: must be a text, got 1",
                "decision.at=1|decision.at: must be in [0, 1), got 1.0",
                "decision.at={\"M\": -1}|decision.at: must be in [0, 1), got -1.0",
                "decision.at=often|decision.at: must be a number in [0, 1), or an object of label and number",
                "decision={\"at\": 0.3, \"maximize\": \"f1\"}|decision.maximize: chooses thresholds, and decision.at gives them",
                "decision.maximise=f1|decision.maximise: unknown key; did you mean 'maximize'?",
                "decision={}|decision.maximize: is missing; say what thresholds are to be best at, as in \"f1\"",
                "decision=f1|decision: must be an object, got \"f1\"",
                "network.layers[0]={\"activation\":\"relu\"}|network.layers[0]: a dense layer needs outputDim",
                "network.layers[0].output_dim=3|network.layers[0].output",
                "network.layers[0].activation={\"type\":\"leaky-relu\",\"alpha\":\"x\"}|network.layers[0].activation.alpha: leaky-relu: alpha must be",
                "network.layers[0].activation={\"type\":\"relu\",\"alpha\":1}|network.layers[0].activation.alpha: unknown key; there is type"
            })
    void whatCannotBeMeantIsRefusedWithItsPath(String setting, String message) {
        assertThatThrownBy(() -> experiment(LEAST, setting))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void aMissingThirdPartyIsNoMistakeOfTheConfiguration() {
        assertThatThrownBy(() -> experiment(LEAST, "network.layers[0].activation=acme:swish"))
                .isInstanceOf(ComponentException.class)
                .hasMessageContaining("network.layers[0].activation")
                .hasMessageContaining("acme:swish");
    }

    @Test
    void aRootThatIsNoObjectAndAMissingNetworkAreRefused() {
        assertThatThrownBy(() -> experiment("[1]")).hasMessage("must be an object, got a list");
        assertThatThrownBy(() -> experiment("{\"data\":{\"target\":\"y\"}}"))
                .hasMessageStartingWith("network.layers: holds no layer");
        assertThatThrownBy(() -> experiment(LEAST, "data={}")).hasMessageStartingWith("data.target: must name");
    }

    @Test
    void targetsOfTheCommandLineComeLastAndAreAlwaysTexts() {
        Configuration configuration = Configuration.parse(LEAST).withTargets(List.of("2024"));

        assertThat(configuration.canonical()).startsWith("{\"data\":{\"target\":\"2024\"}");
        assertThat(configuration.withTargets(List.of())).isEqualTo(configuration);
        assertThat(configuration.withTargets(List.of("a", "b")).canonical()).contains("\"target\":[\"a\",\"b\"]");
    }
}
