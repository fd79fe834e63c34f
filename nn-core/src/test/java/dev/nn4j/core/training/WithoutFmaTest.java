// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.api.internal.math.Fma;
import dev.nn4j.core.Network;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.experiment.TrainingOptions;
import dev.nn4j.core.fit.NetworkResult;
import dev.nn4j.core.fit.NetworkTraining;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.sample.Architectures;
import dev.nn4j.core.sample.Rows;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A JVM that may not use the processor's fma trains to the same bits, by way of doubles. */
class WithoutFmaTest {
    @Test
    void trainedWeightsAreTheSameToTheBit() throws IOException, InterruptedException {
        assertThat(trainedInChild("-XX:-UseFMA")).endsWith("fma in hardware: false, weights " + trained());
    }

    private static String trainedInChild(String option) throws IOException, InterruptedException {
        String classPath = Stream.of("jdk.module.path", "java.class.path")
                .map(System::getProperty)
                .filter(path -> path != null && !path.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
        Process child = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        option,
                        "-cp",
                        classPath,
                        WithoutFmaTest.class.getName()))
                .redirectErrorStream(false)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(child.waitFor(5, TimeUnit.MINUTES)).isTrue();
        return said.strip();
    }

    /** Trains, and prints what came of it. */
    public static void main(String[] arguments) {
        System.out.println("fma in hardware: " + Fma.IN_HARDWARE + ", weights " + trained());
    }

    /** A hash of the weights of a network that has one of everything that is made of fma. */
    private static int trained() {
        ComponentRegistry registry = ComponentRegistry.standard();
        NetworkSpec spec = Architectures.inputs(9)
                .dense(33, "tanh")
                .batchNormalization()
                .dense(17, "gelu")
                .layerNormalization()
                .dense(11, "silu")
                .dense(3, "softmax")
                .spec();
        DataSet data = Rows.classes(300, 9, 3, 1);
        NetworkResult fit = NetworkTraining.of(
                        registry.loss("categorical-cross-entropy"),
                        registry.optimizer("adam"),
                        0.01,
                        TrainingOptions.builder().epochs(3).batchSize(32).build())
                .withExecution(new Execution(2, KernelChoice.AUTO))
                .run(Network.initialized(spec, 1), data);
        return Arrays.hashCode(fit.network().parameters());
    }
}
