// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx;

import static dev.nn4j.onnx.OnnxBuilder.attribute;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.nn4j.api.ModelFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Small files that ask for much work or memory get little of either, whether they are read or refused. */
class OnnxBoundsTest {
    private static final int CHAIN = 12_000;
    private static final long MOST_ALLOCATED = 1L << 30;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @TempDir
    private Path folder;

    private static OnnxBuilder dense(int width) {
        return new OnnxBuilder(8, 17).input("x", 2).weights("w", 2, width).node("MatMul", "v0", "x", "w");
    }

    /** {@code v0} and what comes after it. */
    @FunctionalInterface
    private interface Links {
        OnnxBuilder add(OnnxBuilder graph, int i, String before, String after);
    }

    private static OnnxBuilder chain(OnnxBuilder graph, int length, Links links) {
        for (int i = 0; i < length; i++) {
            links.add(graph, i, "v" + i, "v" + (i + 1));
        }
        return graph.output("v" + length, 2);
    }

    static Stream<Arguments> greedy() {
        return Stream.of(
                named(
                        "scalars added and multiplied",
                        () -> chain(
                                dense(2).constant("c", 1.0001).constant("d", -0.5),
                                CHAIN,
                                (graph, i, before, after) ->
                                        graph.node(i % 2 == 0 ? "Add" : "Mul", after, before, i % 2 == 0 ? "d" : "c"))),
                named(
                        "activations with arithmetic between",
                        () -> chain(
                                dense(2).constant("c", 1.5),
                                CHAIN,
                                (graph, i, before, after) -> i % 12 == 11
                                        ? graph.node("Tanh", after, before)
                                        : graph.node(i % 2 == 0 ? "Add" : "Mul", after, before, "c"))),
                named(
                        "each added to itself",
                        () -> chain(
                                dense(2), 200, (graph, i, before, after) -> graph.node("Add", after, before, before))),
                named(
                        "each multiplied by itself",
                        () -> chain(
                                dense(2), 200, (graph, i, before, after) -> graph.node("Mul", after, before, before))),
                named(
                        "each to the fourth",
                        () -> chain(
                                dense(2).constant("c", 4),
                                200,
                                (graph, i, before, after) -> graph.node("Pow", after, before, "c"))),
                named(
                        "the larger of each and itself",
                        () -> chain(
                                dense(2), 400, (graph, i, before, after) -> graph.node("Max", after, before, before))),
                named(
                        "one wide matrix in every layer",
                        () -> chain(
                                dense(400).weights("shared", 400, 400),
                                2000,
                                (graph, i, before, after) -> graph.node("MatMul", after, before, "shared"))),
                named(
                        "one wide row in every layer",
                        () -> chain(
                                dense(50_000).weights("shared", 50_000),
                                CHAIN,
                                (graph, i, before, after) -> graph.node("Mul", after, before, "shared"))),
                named(
                        "scalars on wide rows",
                        () -> chain(
                                dense(50_000).constant("c", 1.0001),
                                CHAIN,
                                (graph, i, before, after) -> graph.node("Mul", after, before, "c"))),
                named(
                        "zeros added to a layer",
                        () -> chain(
                                dense(50_000).scalar("no", 0),
                                CHAIN,
                                (graph, i, before, after) -> graph.node("Add", after, before, "no"))),
                named(
                        "a wide input of which a column is embedded",
                        () -> embedded(
                                new OnnxBuilder(8, 17).input("x", 1 << 24).weights("t", 2, 2), 1)),
                named(
                        "one table for many columns",
                        () -> embedded(new OnnxBuilder(8, 17).input("x", 5000).weights("t", 100, 100), 5000)),
                named("a long name that many inputs repeat", OnnxBoundsTest::longNames),
                named(
                        "normalisations in a row",
                        () -> chain(
                                dense(20_000).weights("g", 20_000).weights("h", 20_000),
                                5000,
                                (graph, i, before, after) -> graph.node(OnnxBuilder.node(
                                        "LayerNormalization",
                                        after,
                                        new String[] {before, "g", "h"},
                                        attribute("epsilon", 1e-5f))))));
    }

    private static OnnxBuilder embedded(OnnxBuilder graph, int columns) {
        String[] rows = new String[columns];
        for (int c = 0; c < columns; c++) {
            graph.integers("c" + c, c)
                    .node(OnnxBuilder.node("Gather", "i" + c, new String[] {"x", "c" + c}, attribute("axis", 1L)))
                    .node("Gather", "r" + c, "t", "i" + c);
            rows[c] = "r" + c;
        }
        return graph.node(OnnxBuilder.node("Concat", "v0", rows, attribute("axis", 1L)))
                .weights("w", 2, 2)
                .node("MatMul", "v1", "v0", "w")
                .output("v1", 2);
    }

    private static OnnxBuilder longNames() {
        String[] inputs = new String[50_000];
        Arrays.fill(inputs, "");
        inputs[0] = "v0";
        return dense(2).node("Sum", "n".repeat(400_000), inputs).output("v0", 2);
    }

    private static Arguments named(String what, Supplier<OnnxBuilder> graph) {
        return Arguments.of(what, graph);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("greedy")
    void endsSoonWithLittleMemory(String what, Supplier<OnnxBuilder> graph) throws IOException {
        readOrRefuse(graph.get().writeTo(folder.resolve("greedy.onnx")));
    }

    @Test
    void powersOfPowersDoNotDouble() throws IOException {
        Path file = folder.resolve("pow.onnx");
        try (InputStream in = OnnxBoundsTest.class.getResourceAsStream("pow-doubling.onnx")) {
            Files.copy(in, file);
        }

        readOrRefuse(file);
    }

    /** What is allocated stands for the time it takes, which no test asserts. */
    private static void readOrRefuse(Path file) throws IOException {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        try {
            OnnxFile.read(file);
        } catch (ModelFormatException refused) {
            assertThat(refused).hasMessageStartingWith(file + ": ");
        }
        assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).isLessThan(MOST_ALLOCATED);
    }
}
