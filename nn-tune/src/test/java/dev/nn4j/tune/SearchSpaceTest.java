// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.config.Configuration;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.tune.internal.space.FittedSpace;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchSpaceTest {
    private static final Configuration CONFIGURATION = Configuration.parse("""
            { "data": { "target": "t" },
              "network": { "layers": [ { "inputDim": 2, "outputDim": 8, "activation": "relu" },
                                       { "type": "dropout", "rate": 0.1 },
                                       { "outputDim": 1, "activation": "sigmoid" } ] },
              "optimizer": "adam", "training": { "epochs": 10 } }
            """);

    private static FittedSpace fitted(String json) {
        return new FittedSpace(CONFIGURATION, SearchSpace.parse(json).dimensions(), ComponentRegistry.standard());
    }

    @Test
    void aRangeIsWalkedEvenlyOrByItsLogarithm() {
        FittedSpace space = fitted("""
                { "training.l2": { "from": 0, "to": 1 }, "optimizer.learningRate": { "from": 0.001, "to": 0.1, "scale": "log" } }
                """);
        assertThat(space.texts(new double[] {0.5, 0.5})).containsExactly("0.5", "0.01");
        assertThat(space.texts(new double[] {1, 0})).containsExactly("1", "0.001");
    }

    @Test
    void whatIsCountedIsAWholeNumberThoughNobodySaysSo() {
        FittedSpace space = fitted("""
                { "training.batchSize": { "from": 16, "to": 64 }, "network.layers[1].rate": { "from": 0, "to": 1 } }
                """.replace("\"to\": 1 ", "\"to\": 0.9 "));
        assertThat(space.texts(new double[] {0.33, 0.33})).containsExactly("32", "0.297");
    }

    @Test
    void aStarIsEveryLayerThatHasItButTheOneThatAnswers() {
        FittedSpace space = fitted("""
                { "network.hiddenLayers": [1, 3], "network.layers[*].outputDim": [4, 16], "network.layers[*].rate": [0, 0.5] }
                """);
        assertThat(space.ownTexts()).containsExactly("1", "8", "0.1");
        String three = space.configuration(new double[] {1, 1, 1}).canonical();
        assertThat(three.split("\"outputDim\":16", -1)).hasSize(4);
        assertThat(three.split("\"rate\":0.5", -1)).hasSize(4);
        assertThat(three).contains("{\"outputDim\":1,").containsOnlyOnce("inputDim");
    }

    @Test
    void anOptionThatNoLayerSaysIsGivenToThoseThatTakeIt() {
        FittedSpace space = fitted("{ \"network.layers[*].bias\": [true, false] }");
        assertThat(space.configuration(new double[] {1}).canonical().split("\"bias\":false", -1))
                .hasSize(2);
    }

    @Test
    void aSpaceMadeInJavaIsThatOfTheFile() {
        SearchSpace made = SearchSpace.none()
                .logBetween("optimizer.learningRate", 0.001, 0.1)
                .between("training.l2", 0, 1)
                .among("network.layers[*].activation", List.of("relu", "tanh"));
        assertThat(made.dimensions()).isEqualTo(SearchSpace.parse("""
                { "optimizer.learningRate": { "from": 0.001, "to": 0.1, "scale": "log" },
                  "training.l2": { "from": 0.0, "to": 1.0, "scale": "linear" },
                  "network.layers[*].activation": ["relu", "tanh"] }
                """).dimensions());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}|names no setting",
                "[]|must be an object of paths",
                "{ \"training.l2\": 1 }|training.l2: must be a list of values, or a range",
                "{ \"training.l2\": [] }|training.l2: holds no value to choose from",
                "{ \"training.l2\": { \"from\": 0 } }|training.l2.to: is missing",
                "{ \"training.l2\": { \"from\": 1, \"to\": 0 } }|training.l2: from must be less than to",
                "{ \"training.l2\": { \"form\": 0, \"to\": 1 } }|did you mean 'from'?",
                "{ \"training.l2\": { \"from\": 0, \"to\": 1, \"scale\": \"lgo\" } }|must be linear or log, got \"lgo\"; did you mean 'log'?",
                "{ \"training.l2\": { \"from\": 0, \"to\": 1, \"scale\": \"log\" } }|from must be greater than 0",
                "{ \"training.l3\": [0, 1] }|training.l3: can be 0, but training.l3: unknown key; did you mean 'l1'?",
                "{ \"optimizer.beta1\": { \"from\": 0.5, \"to\": 1.5 } }|optimizer.beta1: can be 1.5, but optimizer.beta1: adam: beta1 must be in [0, 1), got 1.5",
                "{ \"network.layers[*].rat\": [0.1] }|no layer but the last takes 0.1 there; did you mean 'rate'?",
                "{ \"network.hiddenLayers\": [0] }|must be a whole number in [1, 100]",
                "{ \"training.seed\": [1, 2] }|training.seed: must be the same in all trials",
                "{ \"data.ignore\": [[], [\"x\"]] }|data.ignore: must be the same in all trials",
                "{ \"a b=c\": [1] }|a b=c: is no path"
            })
    void whatCannotBeIsRefusedByItsPathBeforeAnythingIsTrained(String json, String message) {
        assertThatThrownBy(() -> fitted(json))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(message);
    }

    @Test
    void namedSpacesFitWhatTheConfigurationHas() {
        for (NamedSpace named : NamedSpace.values()) {
            SearchSpace space = named.about(CONFIGURATION.experiment(ComponentRegistry.standard()));
            FittedSpace fitted = new FittedSpace(CONFIGURATION, space.dimensions(), ComponentRegistry.standard());
            assertThat(fitted.names()).as(named.word()).isNotEmpty().doesNotHaveDuplicates();
            assertThat(fitted.names()).noneMatch(path -> path.endsWith("bins") || path.endsWith("weightDecay"));
            assertThat(NamedSpace.of(named.word())).isEqualTo(named);
        }
        assertThatThrownBy(() -> NamedSpace.of("smal")).hasMessageContaining("did you mean 'small'?");
    }
}
