// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.network;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * A layer where it stands in a network: what feeds it, and where its numbers lie among the network's parameters.
 *
 * @param index its place, from 0
 * @param source index of the layer whose output it takes; {@link #INPUT} for the network's input
 * @param spec its description
 * @param inputs width of its input
 * @param firstParameter index of the first number it trains
 * @param firstStatistic index of the first running statistic it keeps
 * @since 0.1.0
 */
public record PlacedLayer(int index, int source, LayerSpec spec, int inputs, int firstParameter, int firstStatistic) {
    /** The source of a layer that takes the network's input. */
    public static final int INPUT = -1;

    /** Width of its output. */
    public int outputs() {
        return spec.outputs(inputs);
    }

    /**
     * Index of the layer whose output it adds to its own input, {@link #INPUT} for the network's input; nothing unless a residual
     * block ends with it.
     */
    public OptionalInt skip() {
        return spec.reach() == 0 ? OptionalInt.empty() : OptionalInt.of(source - spec.reach());
    }

    /** The number of parameters it trains. */
    public int parameterCount() {
        return spec.parameterCount(inputs);
    }

    /** The number of running statistics it keeps. */
    public int statisticCount() {
        return spec.statisticCount(inputs);
    }

    /** Its trained parameters, tensor by tensor. */
    public List<ParameterRange> ranges() {
        List<ParameterRange> ranges = new ArrayList<>();
        int from = firstParameter;
        for (LayerTensor tensor : spec.tensors(inputs)) {
            if (tensor.role().isTrained()) {
                int to = from + Math.toIntExact(tensor.count());
                ranges.add(new ParameterRange(index, tensor.role(), from, to));
                from = to;
            }
        }
        return ranges;
    }

    /** Index behind its last trained parameter. */
    int parametersEnd() {
        return firstParameter + parameterCount();
    }

    /** Index behind its last running statistic. */
    int statisticsEnd() {
        return firstStatistic + statisticCount();
    }

    PlacedLayer withStatisticsFrom(int first) {
        return new PlacedLayer(index, source, spec, inputs, firstParameter, first);
    }
}
