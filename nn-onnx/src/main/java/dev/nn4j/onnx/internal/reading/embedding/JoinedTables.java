// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.reading.embedding;

import dev.nn4j.core.network.CategoryEmbeddingSpec;
import dev.nn4j.onnx.internal.reading.graph.Allowance;
import dev.nn4j.onnx.internal.reading.graph.GraphConstant;
import dev.nn4j.onnx.internal.reading.graph.OnnxFaults;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Embedded categories and numbers as a graph puts them side by side, as the layer that has the numbers first and then the
 * rows of the tables, all in the order of the inputs' columns. Where rows differ in length, shorter ones are filled up
 * with zeros, which the layer behind gives no weight.
 */
public final class JoinedTables {
    private final String who;
    private final Allowance allowance;
    private final Map<String, Integer> firstColumns = new HashMap<>();
    private final Map<String, Integer> widths = new HashMap<>();
    /** The table of each column that is an index. */
    private final TreeMap<Integer, GraphConstant> tables = new TreeMap<>();
    /** The columns in the order of the graph. */
    private final List<Integer> order = new ArrayList<>();

    private final BitSet taken = new BitSet();

    private int inputs;

    /** Nothing yet, for this node. */
    public JoinedTables(String who, Allowance allowance) {
        this.who = who;
        this.allowance = allowance;
    }

    /** Adds an input behind the others. */
    public void input(String name, int columns) {
        allowance.take(who, columns);
        firstColumns.put(name, inputs);
        widths.put(name, columns);
        inputs = Math.addExact(inputs, columns);
    }

    /** The next are columns of an input as they are. */
    public void pass(String input, Optional<List<Integer>> columns) {
        columns.orElseGet(() -> IntStream.range(0, width(input)).boxed().toList())
                .forEach(column -> take(input, column));
    }

    /** The next are rows of a table by a column of an input. */
    public void embed(String input, Optional<List<Integer>> columns, GraphConstant table) {
        List<Integer> chosen = columns.orElse(List.of(0));
        OnnxFaults.requireSupported(
                chosen.size() == 1 && (columns.isPresent() || width(input) == 1),
                who + " takes rows of " + OnnxFaults.quoted(table.name())
                        + " by several columns at once; one table to a column is read");
        tables.put(take(input, chosen.get(0)), table);
    }

    private int width(String input) {
        return widths.getOrDefault(input, 0);
    }

    private int take(String input, int given) {
        int width = width(input);
        int column = given < 0 ? given + width : given;
        OnnxFaults.requireSupported(
                column >= 0 && column < width,
                who + " takes column " + given + " of input " + OnnxFaults.quoted(input) + ", which has " + width);
        int place = firstColumns.getOrDefault(input, 0) + column;
        OnnxFaults.requireSupported(
                !taken.get(place), who + " takes column " + given + " of input " + OnnxFaults.quoted(input) + " twice");
        taken.set(place);
        order.add(place);
        return place;
    }

    /** The layer. */
    public FoundEmbedding found() {
        OnnxFaults.requireSupported(
                order.size() == inputs,
                who + " takes " + order.size() + " of " + inputs
                        + " columns; every column of the inputs must be embedded" + " or pass");
        int size = size();
        List<double[]> padded =
                tables.values().stream().map(table -> padded(table, size)).toList();
        CategoryEmbeddingSpec open = new CategoryEmbeddingSpec();
        return FoundEmbedding.of(
                who,
                inputs,
                () -> new CategoryEmbeddingSpec(
                        size,
                        open.deviation(),
                        Optional.of(List.copyOf(tables.keySet())),
                        tables.values().stream().map(table -> table.dim(0)).toList()),
                TableForm.joined(padded),
                new double[0]);
    }

    private int size() {
        return tables.values().stream().mapToInt(table -> table.dim(1)).max().orElse(1);
    }

    private double[] padded(GraphConstant table, int size) {
        int width = table.dim(1);
        double[] given = table.values();
        if (width == size) {
            return given;
        }
        allowance.take(who, (long) table.dim(0) * size);
        double[] padded = new double[Math.multiplyExact(table.dim(0), size)];
        for (int row = 0; row < table.dim(0); row++) {
            System.arraycopy(given, row * width, padded, row * size, width);
        }
        return padded;
    }

    /** Where among the layer's outputs each of the graph's is; nothing where they are the same. */
    public Optional<int[]> order() {
        int size = size();
        int passed = inputs - tables.size();
        int[] places = new int[inputs];
        int numbers = 0;
        int rows = passed;
        for (int column = 0; column < inputs; column++) {
            boolean isIndex = tables.containsKey(column);
            places[column] = isIndex ? rows : numbers;
            rows += isIndex ? size : 0;
            numbers += isIndex ? 0 : 1;
        }
        int[] found = order.stream()
                .flatMapToInt(column -> IntStream.range(places[column], places[column] + width(column)))
                .toArray();
        boolean same = found.length == rows && IntStream.range(0, rows).allMatch(i -> found[i] == i);
        return same ? Optional.empty() : Optional.of(found);
    }

    /** How many numbers the graph makes of a column. */
    private int width(int column) {
        GraphConstant table = tables.get(column);
        return table == null ? 1 : table.dim(1);
    }
}
