// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.evaluation;

/** Normalisations as they are in prediction. */
final class Normalizations {
    private static final double EPSILON = 1e-5f;

    private Normalizations() {}

    static Value batch(Node node) {
        Value x = node.input(0);
        int channels = x.dims().length < 2 ? 1 : x.dims()[1];
        int inner = 1;
        for (int axis = 2; axis < x.dims().length; axis++) {
            inner *= x.dims()[axis];
        }
        for (int input = 1; input < 5; input++) {
            EvaluationFault.require(node.input(input).count() == channels, "its parameters have another length");
        }
        double epsilon = node.number("epsilon", EPSILON);
        int size = inner;
        return node.filled(x, x.dims(), i -> {
            int c = i / size % channels;
            double deviation = Math.sqrt(node.input(4).at(c) + epsilon);
            return node.input(1).at(c) * (x.at(i) - node.input(3).at(c)) / deviation
                    + node.input(2).at(c);
        });
    }

    static Value layer(Node node) {
        Value x = node.input(0);
        int width = 1;
        for (int axis = x.axis(node.integer("axis", -1)); axis < x.dims().length; axis++) {
            width *= x.dims()[axis];
        }
        double[] normal = new double[node.room(x.dims())];
        double epsilon = node.number("epsilon", EPSILON);
        for (int from = 0; from < normal.length; from += width) {
            normalize(x, normal, from, from + width, epsilon);
        }
        Broadcast scaled = Broadcast.of(x, node.input(1));
        Broadcast shifted = Broadcast.of(x, node.given(2).orElse(node.input(1)));
        boolean shift = node.given(2).isPresent();
        return node.filled(x, x.dims(), i -> normal[i] * scaled.number(1, i) + (shift ? shifted.number(1, i) : 0));
    }

    private static void normalize(Value x, double[] normal, int from, int to, double epsilon) {
        double mean = 0;
        for (int i = from; i < to; i++) {
            mean += x.at(i) / (to - from);
        }
        double variance = 0;
        for (int i = from; i < to; i++) {
            variance += (x.at(i) - mean) * (x.at(i) - mean) / (to - from);
        }
        for (int i = from; i < to; i++) {
            normal[i] = (x.at(i) - mean) / Math.sqrt(variance + epsilon);
        }
    }
}
