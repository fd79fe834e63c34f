// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.evaluation;

import dev.nn4j.onnx.internal.proto.TensorProto.DataType;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.IntToDoubleFunction;

/** Operators of numbers that stand at the same place of several values, which stretch to each other. */
final class Arithmetic {
    private static final Map<String, DoubleBinaryOperator> NUMBERS = Map.of(
            "Add", Double::sum,
            "Sub", (x, y) -> x - y,
            "Mul", (x, y) -> x * y,
            "Div", (x, y) -> x / y,
            "Pow", StrictMath::pow,
            "PRelu", (x, slope) -> x < 0 ? slope * x : x,
            "Max", Math::max,
            "Min", Math::min,
            "Sum", Double::sum);

    private static final Map<String, DoubleBinaryOperator> ANSWERS = Map.of(
            "Greater", (x, y) -> bit(x > y),
            "GreaterOrEqual", (x, y) -> bit(x >= y),
            "Less", (x, y) -> bit(x < y),
            "LessOrEqual", (x, y) -> bit(x <= y),
            "Equal", (x, y) -> bit(x == y),
            "And", (x, y) -> bit(x != 0 && y != 0),
            "Or", (x, y) -> bit(x != 0 || y != 0));

    private Arithmetic() {}

    static boolean knows(String operator) {
        return NUMBERS.containsKey(operator) || ANSWERS.containsKey(operator);
    }

    private static double bit(boolean value) {
        return value ? 1 : 0;
    }

    static Value apply(Node node) {
        return combined(node, node.proto().getOpType());
    }

    private static Value combined(Node node, String operator) {
        Value result = node.input(0);
        EvaluationFault.require(!result.isText(), "it computes with texts");
        for (int i = 1; i < node.inputs().size(); i++) {
            result = apply(node, operator, result, node.input(i));
        }
        return result;
    }

    private static Value apply(Node node, String operator, Value x, Value y) {
        Broadcast both = Broadcast.of(x, y);
        DoubleBinaryOperator answer = ANSWERS.get(operator);
        if (answer != null) {
            return answers(node, both.dims(), i -> answer.applyAsDouble(both.number(0, i), both.number(1, i)));
        }
        DoubleBinaryOperator function = x.isWhole()
                ? whole(operator)
                : Optional.ofNullable(NUMBERS.get(operator)).orElseThrow();
        return node.filled(x, both.dims(), i -> function.applyAsDouble(both.number(0, i), both.number(1, i)));
    }

    /** Quotients of whole numbers are rounded to zero. */
    private static DoubleBinaryOperator whole(String operator) {
        DoubleBinaryOperator function =
                Optional.ofNullable(NUMBERS.get(operator)).orElseThrow();
        return operator.equals("Div")
                ? (x, y) -> {
                    double quotient = x / y;
                    return quotient < 0 ? Math.ceil(quotient) : Math.floor(quotient);
                }
                : function;
    }

    static Value answers(Node node, int[] dims, IntToDoubleFunction answer) {
        double[] bits = new double[node.room(dims)];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = answer.applyAsDouble(i);
        }
        return Value.of(DataType.BOOL, dims, bits);
    }

    /** With the sign of the divisor, unless it is asked to be as in C. */
    static Value mod(Node node) {
        Broadcast both = Broadcast.of(node.input(0), node.input(1));
        boolean likeC = node.integer("fmod", 0) != 0;
        return node.filled(node.input(0), both.dims(), i -> {
            double y = both.number(1, i);
            double rest = both.number(0, i) % y;
            return likeC || rest == 0 || rest < 0 == y < 0 ? rest : rest + y;
        });
    }

    static Value not(Node node) {
        Value x = node.input(0);
        return answers(node, x.dims(), i -> bit(x.at(i) == 0));
    }

    static Value isNaN(Node node) {
        Value x = node.input(0);
        return answers(node, x.dims(), i -> bit(Double.isNaN(x.at(i))));
    }

    static Value where(Node node) {
        Broadcast all = Broadcast.of(node.input(0), node.input(1), node.input(2));
        return node.filled(node.input(1), all.dims(), i -> all.number(all.number(0, i) != 0 ? 1 : 2, i));
    }

    /** Bounds were attributes before operator set 11. */
    static Value clip(Node node) {
        double least = node.given(1).map(bound -> bound.at(0)).orElse(node.number("min", -Float.MAX_VALUE));
        double most = node.given(2).map(bound -> bound.at(0)).orElse(node.number("max", Float.MAX_VALUE));
        Value x = node.input(0);
        return node.filled(x, x.dims(), i -> Math.min(Math.max(x.at(i), least), most));
    }

    static Value mean(Node node) {
        Value sum = combined(node, "Sum");
        int terms = node.inputs().size();
        return node.filled(sum, sum.dims(), i -> sum.at(i) / terms);
    }
}
