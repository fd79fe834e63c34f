// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.config.starter.Starter;
import dev.nn4j.config.starter.Template;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.registry.ComponentRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written of an experiment is read as the same one. */
class WrittenConfigurationTest {
    private static final ComponentRegistry REGISTRY = ComponentRegistry.standard();

    private static final String LEAST =
            "{\"data\":{\"target\":\"y\"},\"network\":{\"layers\":[{\"outputDim\":1}]},\"loss\":\"mean-squared-error\"}";

    static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("../examples"))) {
            List<Path> found = files.filter(file -> file.endsWith("config.json"))
                    .filter(file -> !file.toString().contains("target"))
                    .toList();
            assertThat(found).hasSizeGreaterThan(4);
            return found;
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExample(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            requireSame(Configuration.read(bytes).experiment(REGISTRY));
        }
    }

    @ParameterizedTest
    @EnumSource(Template.class)
    void everyTemplate(Template template) {
        requireSame(Starter.of(template, "y").configuration().experiment(REGISTRY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data.target=[\"a\", \"b\"]",
                "data.ignore=[\"id\"]",
                "data.weight=w",
                "data.group=patient",
                "data={\"target\": \"y\", \"time\": \"day\", \"columns\": {\"day\": {\"type\": \"date-time\"}}}",
                "ensemble={\"kind\": \"seeds\", \"members\": 7}",
                "ensemble={}",
                "ensemble={\"kind\": \"pack\", \"members\": 3}",
                "ensemble={\"kind\": \"pack\", \"choose\": \"all\", \"draw\": {}}",
                "ensemble={\"kind\": \"pack\", \"draw\": {\"training.l2\": [0, 0.1],"
                        + " \"optimizer.learningRate\": {\"min\": 0.01, \"max\": 1, \"log\": true}}}",
                "data.missingTarget=skip",
                "data.missingMarks=[\"-\", \"-999\"]",
                "data.columns={\"a\": \"number\", \"b\": {\"decimal\": \",\", \"grouping\": \".\", \"unit\": \"€\"}}",
                "data.columns={\"a\": {\"missing\": \"median\", \"indicator\": true}, \"b\": {\"missing\": \"error\"}}",
                "data.columns={\"a\": {\"type\": \"category\", \"rare\": 3}, \"b\": {\"type\": \"category\"}}",
                "data.columns={\"a\": {\"type\": \"category\", \"categories\": [\"x\", \"y\"], \"unseen\": \"zeros\"}}",
                "data.columns={\"a\": {\"type\": \"boolean\", \"missing\": \"most-frequent\"}}",
                "data.columns={\"a\": {\"type\": \"date-time\", \"order\": \"day-month-year\", \"parts\": [\"year\"]}}",
                "data.columns={\"a\": {\"type\": \"date-time\", \"format\": \"dd.MM.yyyy HH:mm\"}}",
                "preprocessing={\"scaling\": \"min-max\", \"targetScaling\": \"standard\"}",
                "preprocessing={\"scaling\": \"robust-smooth\", \"scaleCategories\": true, \"targetScaling\": \"robust\"}",
                "data.columns={\"a\": {\"type\": \"category\", \"binary\": \"signed\"}}",
                "data.columns={\"a\": {\"type\": \"category\", \"categories\": [\"x\", \"y\"], \"binary\": \"signed\"}}",
                "data.columns={\"a\": {\"type\": \"category\", \"encoding\": \"index\"}}",
                "data.columns={\"a\": {\"type\": \"category\", \"embedFrom\": 20, \"binary\": \"signed\"}}",
                "data.columns={\"a\": {\"type\": \"category\", \"embedFrom\": 1, \"binary\": \"signed\"}}",
                "data.columns={\"a\": {\"type\": \"category\", \"categories\": [\"x\", \"y\"], \"encoding\": \"index\"}}",
                "network.layers=[{\"type\": \"category-embedding\", \"size\": 0, \"deviation\": 0.5},"
                        + "{\"type\": \"numeric-embedding\"}, {\"outputDim\": 1}]",
                "training={\"tableRate\": 0.5, \"decayTables\": true}",
                "network.layers[1]={\"outputDim\": 1, \"inputDim\": 1, \"bias\": false, \"initializer\": \"zeros\"}",
                "network.layers=[{\"outputDim\": 4, \"activation\": {\"type\": \"elu\", \"alpha\": 0.3}},"
                        + "{\"type\": \"batch-normalization\", \"momentum\": 0.2}, {\"type\": \"dropout\", \"rate\": 0.25},"
                        + "{\"type\": \"layer-normalization\"}, {\"type\": \"activation\", \"activation\": \"relu\"},"
                        + "{\"type\": \"activation\", \"activation\": {\"type\": \"elu\", \"alpha\": 0.3}}, {\"outputDim\": 1}]",
                "network.layers=[{\"type\": \"numeric-embedding\", \"bins\": 12, \"size\": 3}, {\"type\": \"scale\"},"
                        + "{\"type\": \"parametric\", \"activation\": {\"type\": \"elu\", \"alpha\": 0.3}},"
                        + "{\"outputDim\": 1}]",
                "network.layers=[{\"outputDim\": 3}, {\"type\": \"residual\", \"layers\": [{\"type\": \"residual\", \"layers\":"
                        + " [{\"outputDim\": 3}]}, {\"outputDim\": 5}, {\"outputDim\": 3}]}, {\"type\": \"residual\", \"layers\":"
                        + " [{\"type\": \"dropout\", \"rate\": 0.1}, {\"type\": \"scale\"}]}, {\"outputDim\": 1}]",
                "network.layers=[{\"type\": \"numeric-embedding\", \"kind\": \"periodic\", \"frequencies\": 5, \"sigma\": 0.5},"
                        + "{\"outputDim\": 1}]",
                "network.layers[0]={\"outputDim\": 1, \"initializer\": \"data-driven\", \"biasInitializer\":"
                        + " {\"type\": \"random-normal\", \"deviation\": 1}}",
                "loss={\"type\": \"huber\", \"delta\": 1e-3}",
                "optimizer={\"type\": \"adam\", \"learningRate\": 0.02, \"beta1\": 0.8}",
                "training={\"epochs\": 7, \"batchSize\": \"full\", \"shuffle\": false, \"seed\": -9223372036854775808}",
                "training={\"l1\": 1e-7, \"l2\": 0.1, \"clipNorm\": 3, \"clipValue\": 0.5, \"validationFraction\": 0.3}",
                "training.schedule={\"type\": \"step\", \"every\": 5}",
                "training.schedule=cosine",
                "training={\"warmUp\": 0.1, \"averageLast\": 0.25, \"schedule\": \"flat-cosine\"}",
                "training.schedule={\"type\": \"coslog\", \"cycles\": 3}",
                "training={\"batchSize\": \"auto\", \"dropLast\": true, \"frozen\": 1, \"dropoutSchedule\": \"one-cycle\"}",
                "training={\"fanInRates\": true, \"biasRate\": 0.1, \"scaleRate\": 6, \"decayBiases\": false}",
                "training={\"averageWeights\": 0.99, \"slopeRate\": 0, \"embeddingRate\": 0.1, \"decaySchedule\": {\"type\": \"flat-cosine\", \"flat\": 0.3}}",
                "training.earlyStopping={\"monitor\": \"loss\", \"patience\": 3, \"minDelta\": 0.01, \"restoreBest\": false}",
                "training={\"validationFraction\": 0.2, \"refit\": true}",
                "training.earlyStopping={\"factor\": 3, \"ties\": \"last\"}"
            })
    void everySetting(String setting) {
        requireSame(
                Configuration.parse(LEAST).with(List.of(Setting.parse(setting))).experiment(REGISTRY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "training.classWeights=balanced",
                "training.classWeights={\"a\": 2.5}",
                "training.labelSmoothing=0.1",
                "decision.maximize=recall@0.9",
                "decision.at=0.25",
                "decision.at={\"b\": 0.3}",
                "data.positive=7"
            })
    void everySettingOfClassifiers(String setting) {
        Configuration classifier = Starter.of(Template.BINARY, "y").configuration();
        requireSame(classifier.with(List.of(Setting.parse(setting))).experiment(REGISTRY));
    }

    @Test
    void whatIsTheDefaultIsLeftOut() {
        Experiment least = Configuration.parse(LEAST).experiment(REGISTRY);

        assertThat(Configuration.of(least).pretty()).isEqualTo("""
                {
                  "data": { "target": "y" },
                  "network": { "layers": [{ "outputDim": 1, "activation": "identity", "initializer": "xavier-uniform" }] },
                  "loss": "mean-squared-error",
                  "optimizer": {
                    "type": "adam",
                    "beta1": 0.9,
                    "beta2": 0.999,
                    "epsilon": 1E-8,
                    "weightDecay": 0,
                    "learningRate": 0.001
                  },
                  "training": { "epochs": 100, "batchSize": 32, "seed": 0 }
                }""");
    }

    private static void requireSame(Experiment experiment) {
        Configuration written = Configuration.of(experiment);

        assertThat(written.experiment(REGISTRY)).as(written.pretty()).isEqualTo(experiment);
        assertThat(Configuration.of(written.experiment(REGISTRY)).pretty()).isEqualTo(written.pretty());
    }
}
