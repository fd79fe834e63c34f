// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.evaluation;

import dev.nn4j.onnx.internal.proto.AttributeProto;
import dev.nn4j.onnx.internal.proto.TensorProto.DataType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Operators of ONNX's domain for machine learning. */
final class Learned {
    private Learned() {}

    /** (x − offset)·scale. */
    static Value scaler(Node node) {
        List<Float> offset = floats(node, "offset");
        List<Float> scale = floats(node, "scale");
        Value x = node.input(0);
        int width = x.dims().length == 0 ? 1 : x.dims()[x.dims().length - 1];
        boolean fits = (offset.size() == 1 || offset.size() == width) && (scale.size() == 1 || scale.size() == width);
        EvaluationFault.require(fits, "it scales another number of columns");
        Value like = Value.of(DataType.FLOAT, new int[0], new double[1]);
        return node.filled(like, x.dims(), i -> (x.at(i) - of(offset, i % width)) * of(scale, i % width));
    }

    private static double of(List<Float> values, int column) {
        return values.get(values.size() == 1 ? 0 : column);
    }

    static List<Float> floats(Node node, String name) {
        return node.attribute(name).map(AttributeProto::getFloatsList).orElse(List.of());
    }

    /** Texts to whole numbers, the only look-up that is read. */
    static Value labelEncoder(Node node) {
        Map<String, Long> codes = new HashMap<>();
        AttributeProto keys = node.attribute("keys_strings").orElse(AttributeProto.getDefaultInstance());
        AttributeProto values = node.attribute("values_int64s").orElse(AttributeProto.getDefaultInstance());
        Value x = node.input(0);
        boolean known = x.isText() && keys.getStringsCount() == values.getIntsCount() && values.getIntsCount() > 0;
        EvaluationFault.require(known, "it looks up anything but texts");
        for (int i = 0; i < values.getIntsCount(); i++) {
            codes.putIfAbsent(keys.getStrings(i).toStringUtf8(), values.getInts(i));
        }
        node.work().spend(codes.size());
        long other = node.integer("default_int64", -1);
        double[] found = new double[node.room(x.dims())];
        for (int i = 0; i < found.length; i++) {
            found[i] = codes.getOrDefault(x.text(i), other);
        }
        return Value.of(DataType.INT64, x.dims(), found);
    }

    /** Each row over its own length. */
    static Value normalizer(Node node) {
        Value x = node.input(0);
        int width = x.dims().length == 0 ? 1 : x.dims()[x.dims().length - 1];
        String norm = node.text("norm", "MAX");
        Value like = Value.of(DataType.FLOAT, new int[0], new double[1]);
        return node.filled(like, x.dims(), i -> x.at(i) / length(x, i - i % width, width, norm));
    }

    private static double length(Value x, int from, int width, String norm) {
        double length = 0;
        for (int i = from; i < from + width; i++) {
            double size = Math.abs(x.at(i));
            length = switch (norm) {
                case "L1" -> length + size;
                case "L2" -> length + size * size;
                default -> Math.max(length, x.at(i));
            };
        }
        double root = norm.equals("L2") ? Math.sqrt(length) : length;
        return root == 0 ? 1 : root;
    }

    static Value linearRegressor(Node node) {
        return linear(node, (int) node.integer("targets", 1));
    }

    /** The scores, which are its second output. */
    static Value linearClassifier(Node node) {
        AttributeProto texts = node.attribute("classlabels_strings").orElse(AttributeProto.getDefaultInstance());
        AttributeProto numbers = node.attribute("classlabels_ints").orElse(AttributeProto.getDefaultInstance());
        int classes = Math.max(texts.getStringsCount(), numbers.getIntsCount());
        Value scores = linear(node, classes);
        return switch (node.text("post_transform", "NONE")) {
            case "NONE" -> scores;
            case "LOGISTIC" -> node.filled(scores, scores.dims(), i -> ElementwiseOperators.sigmoid(scores.at(i)));
            case "SOFTMAX" -> softmax(node, scores);
            default -> throw new EvaluationFault("its post_transform is not known");
        };
    }

    private static Value softmax(Node node, Value scores) {
        int width = scores.dims()[1];
        return node.filled(scores, scores.dims(), i -> {
            int from = i - i % width;
            double sum = 0;
            for (int j = from; j < from + width; j++) {
                sum += StrictMath.exp(scores.at(j) - scores.at(i));
            }
            return 1 / sum;
        });
    }

    private static Value linear(Node node, int outputs) {
        Value x = node.input(0);
        List<Float> coefficients = floats(node, "coefficients");
        List<Float> intercepts = floats(node, "intercepts");
        EvaluationFault.require(x.dims().length == 2 && outputs > 0, "it takes rows of numbers");
        int width = x.dims()[1];
        boolean fits =
                coefficients.size() == (long) outputs * width && (intercepts.isEmpty() || intercepts.size() == outputs);
        EvaluationFault.require(fits, "it has another number of coefficients than inputs and outputs");
        node.work().spend((long) x.count() * outputs);
        Value like = Value.of(DataType.FLOAT, new int[0], new double[1]);
        return node.filled(like, new int[] {x.dims()[0], outputs}, i -> {
            int output = i % outputs;
            double sum = intercepts.isEmpty() ? 0 : intercepts.get(output);
            for (int k = 0; k < width; k++) {
                sum += x.at(i / outputs * width + k) * coefficients.get(output * width + k);
            }
            return sum;
        });
    }
}
