// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.robustness;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What nn does with configurations that are none. */
class ConfigurationCasesTest {
    @TempDir
    private Path folder;

    private Bench bench;

    @BeforeEach
    void prepare() throws IOException {
        bench = Bench.in(folder);
    }

    @Test
    void case081_aConfigurationThatWasCutOffIsToldSoWithItsPlace() throws IOException {
        assertRefused("{\"data\": {\"target\": \"kind\"", "data.target: line 1, column ");
        assertRefused("{\"data\": {\"target\": \"ki", "data.target: line 1, column ");
        assertRefused("", "is empty; 'nn new' writes a configuration");
    }

    @Test
    void case082_aKeyThatIsThereTwiceIsRefusedAtAnyDepth() throws IOException {
        assertRefused("{\"data\": {}, \"data\": {}}", "data: line 1, column 14: the key is there twice; remove one");
        assertRefused(
                "{\"data\": {\"target\": \"a\", \"target\": \"b\"}}",
                "data.target: line 1, column 26: the key is there twice; remove one");
    }

    @Test
    void case083_anUnknownKeyIsAnsweredWithTheNearest() throws IOException {
        assertSettingRefused("training.epoch=3", "training.epoch: unknown key; did you mean 'epochs'?");
    }

    @Test
    void case084_tenThousandLevelsAreRefused() throws IOException {
        String deep = "[".repeat(10_000) + "]".repeat(10_000);
        assertRefused("{\"data\": " + deep + "}", "data[0][0]");
        assertRefused("{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000), "a.a.a.a.");
    }

    @Test
    void case085_aValueOfAnotherTypeIsRefused() throws IOException {
        assertSettingRefused("training.epochs=\"many\"", "training.epochs: must be a whole number at least 1");
        assertSettingRefused("training.shuffle=1", "training.shuffle: must be true or false, got 1");
        assertSettingRefused("network.layers=3", "network.layers: must be a list, got 3");
        assertSettingRefused("data=[]", "data: must be an object");
        assertRefused("[]", "must be an object, got a list");
    }

    @Test
    void case086_epochsAreAWholeNumberFromOne() throws IOException {
        for (String epochs : new String[] {"-1", "0", "2.5"}) {
            assertSettingRefused(
                    "training.epochs=" + epochs, "training.epochs: must be a whole number at least 1, got " + epochs);
        }
        assertSettingRefused("training.epochs=1e30", "training.epochs: must be at most 2147483647, got 1e30");
    }

    @Test
    void case087_theLearningRateIsANumberAboveZero() throws IOException {
        for (String rate : new String[] {"NaN", "\"0.1\""}) {
            assertSettingRefused("optimizer.learningRate=" + rate, "optimizer.learningRate: must be a number, got \"");
        }
        assertRefused("{\"optimizer\": {\"learningRate\": NaN}}", "optimizer.learningRate: line 1, column ");
        assertSettingRefused("optimizer.learningRate=-1", "optimizer.learningRate: must be greater than 0, got -1");
        assertSettingRefused("optimizer.learningRate=1e999", "optimizer.learningRate: ");
    }

    @Test
    void case088_aBatchOf2To31IsRefused() throws IOException {
        assertSettingRefused(
                "training.batchSize=2147483648", "training.batchSize: must be at most 2147483647, got 2147483648");
    }

    @Test
    void case089_anUnknownOptimizerIsAnsweredWithTheNames() throws IOException {
        assertSettingRefused("optimizer=adem", "optimizer: unknown optimizer 'adem'; did you mean 'adam'?");
        assertSettingRefused("optimizer=lion", "optimizer: unknown optimizer 'lion'; ");
    }

    @Test
    void case090_aLayerHasAtLeastOneUnit() throws IOException {
        assertSettingRefused(
                "network.layers[0].outputDim=0",
                "network.layers[0].outputDim: must be a whole number at least 1, got 0");
    }

    @Test
    void case091_anOutputThatDoesNotSuitTheLossIsExplained() throws IOException {
        assertSettingRefused(
                "network.layers[1].activation=tanh", "network.layers[1].activation: binary-cross-entropy needs ");
        assertSettingRefused("network.layers[1].outputDim=2", "network.layers[1].outputDim: must be 1, ");
    }

    @Test
    void case092_whatFollowsTheEndIsRefused() throws IOException {
        assertRefused("{\"data\": {}} {}", "line 1, column ");
        assertRefused("{\"data\": {}} x", "line 1, column 14: is no JSON");
    }

    private void assertRefused(String json, String words) throws IOException {
        Path file = bench.write("bad.json", json);
        bench.train("bad.json", "data.csv").refused(5, file + ": " + words);
    }

    private void assertSettingRefused(String setting, String words) throws IOException {
        bench.train("config.json", "data.csv", "--set", setting).refused(5, bench.file("config.json") + ": " + words);
    }
}
