// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.evaluation;

import dev.nn4j.api.math.FloatMath;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;

/** Operators that are a function of each number alone. */
final class ElementwiseOperators {
    private static final double SELU_ALPHA = 1.6732631921768188;
    private static final double SELU_GAMMA = 1.0507010221481323;
    private static final double ROOT_2 = Math.sqrt(2);
    private static final double ROOT_2_BY_PI = Math.sqrt(2 / Math.PI);

    private static final Map<String, DoubleUnaryOperator> PLAIN = Map.ofEntries(
            Map.entry("Abs", Math::abs),
            Map.entry("Neg", x -> -x),
            Map.entry("Reciprocal", x -> 1 / x),
            Map.entry("Sqrt", Math::sqrt),
            Map.entry("Exp", StrictMath::exp),
            Map.entry("Log", StrictMath::log),
            Map.entry("Sin", StrictMath::sin),
            Map.entry("Cos", StrictMath::cos),
            Map.entry("Tan", StrictMath::tan),
            Map.entry("Asin", StrictMath::asin),
            Map.entry("Acos", StrictMath::acos),
            Map.entry("Atan", StrictMath::atan),
            Map.entry("Sinh", StrictMath::sinh),
            Map.entry("Cosh", StrictMath::cosh),
            Map.entry("Asinh", x -> Math.copySign(StrictMath.log(Math.abs(x) + Math.sqrt(x * x + 1)), x)),
            Map.entry("Acosh", x -> StrictMath.log(x + Math.sqrt(x * x - 1))),
            Map.entry("Atanh", x -> (StrictMath.log1p(x) - StrictMath.log1p(-x)) / 2),
            Map.entry("Tanh", StrictMath::tanh),
            Map.entry("Erf", ElementwiseOperators::erf),
            Map.entry("Sigmoid", ElementwiseOperators::sigmoid),
            Map.entry("Softplus", ElementwiseOperators::softplus),
            Map.entry("Softsign", x -> x / (1 + Math.abs(x))),
            Map.entry("Relu", x -> Math.max(0, x)),
            Map.entry("HardSwish", x -> x * Math.max(0, Math.min(1, x / 6 + 0.5))),
            Map.entry("Mish", x -> x * StrictMath.tanh(softplus(x))),
            Map.entry("Floor", Math::floor),
            Map.entry("Ceil", Math::ceil),
            Map.entry("Round", Math::rint),
            Map.entry("Sign", Math::signum));

    private static final Map<String, Function<Node, DoubleUnaryOperator>> WITH_NUMBERS = Map.of(
            "LeakyRelu", node -> leakyRelu(node.number("alpha", 0.01f)),
            "ThresholdedRelu", node -> thresholdedRelu(node.number("alpha", 1)),
            "Elu", node -> elu(node.number("alpha", 1)),
            "Celu", node -> celu(node.number("alpha", 1)),
            "Selu", node -> selu(node.number("alpha", SELU_ALPHA), node.number("gamma", SELU_GAMMA)),
            "HardSigmoid", node -> hardSigmoid(node.number("alpha", 0.2f), node.number("beta", 0.5)),
            "Shrink", node -> shrink(node.number("lambd", 0.5), node.number("bias", 0)),
            "Swish", node -> swish(node.number("alpha", 1)),
            "Gelu",
                    node -> node.text("approximate", "none").equals("tanh")
                            ? ElementwiseOperators::tanhGelu
                            : ElementwiseOperators::gelu);

    private ElementwiseOperators() {}

    static boolean knows(String operator) {
        return PLAIN.containsKey(operator) || WITH_NUMBERS.containsKey(operator);
    }

    static Value apply(Node node) {
        DoubleUnaryOperator function = function(node);
        Value x = node.input(0);
        return node.filled(x, x.dims(), i -> function.applyAsDouble(x.at(i)));
    }

    private static DoubleUnaryOperator function(Node node) {
        String operator = node.proto().getOpType();
        Function<Node, DoubleUnaryOperator> withNumbers = WITH_NUMBERS.get(operator);
        return withNumbers == null ? Optional.ofNullable(PLAIN.get(operator)).orElseThrow() : withNumbers.apply(node);
    }

    private static DoubleUnaryOperator leakyRelu(double alpha) {
        return x -> x < 0 ? alpha * x : x;
    }

    private static DoubleUnaryOperator thresholdedRelu(double alpha) {
        return x -> x > alpha ? x : 0 * x;
    }

    private static DoubleUnaryOperator elu(double alpha) {
        return x -> x < 0 ? alpha * StrictMath.expm1(x) : x;
    }

    private static DoubleUnaryOperator celu(double alpha) {
        return x -> Math.max(0, x) + Math.min(0, alpha * StrictMath.expm1(x / alpha));
    }

    private static DoubleUnaryOperator selu(double alpha, double gamma) {
        return x -> gamma * (x > 0 ? x : alpha * StrictMath.expm1(x));
    }

    private static DoubleUnaryOperator hardSigmoid(double alpha, double beta) {
        return x -> Math.max(0, Math.min(1, alpha * x + beta));
    }

    private static DoubleUnaryOperator shrink(double lambda, double bias) {
        return x -> x < -lambda ? x + bias : x > lambda ? x - bias : 0 * x;
    }

    private static DoubleUnaryOperator swish(double alpha) {
        return x -> x * sigmoid(alpha * x);
    }

    private static double gelu(double x) {
        return x / 2 * (1 + erf(x / ROOT_2));
    }

    private static double tanhGelu(double x) {
        return x / 2 * (1 + StrictMath.tanh(ROOT_2_BY_PI * (x + 0.044715 * x * x * x)));
    }

    private static double erf(double x) {
        return FloatMath.erf((float) x);
    }

    static double sigmoid(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }

    private static double softplus(double x) {
        return Math.max(0, x) + StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
    }
}
