// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.testkit.internal;

import dev.nn4j.api.math.FloatMath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The operators of ONNX that activations are made of, as its specification has them.
 *
 * @param name as ONNX names it
 * @param attributes those given
 * @param width values to a row
 */
record OnnxOperator(String name, Map<String, ?> attributes, int width) {
    private static final double SELU_ALPHA = 1.6732632423543772;
    private static final double SELU_GAMMA = 1.0507009873554805;
    private static final double ROOT_2 = Math.sqrt(2);

    /** What it gives for values that broadcast; empty if it is not known here. */
    Optional<double[]> apply(List<double[]> arguments) {
        if (name.equals("Softmax") && arguments.size() == 1) {
            return Optional.of(softmax(arguments.get(0)));
        }
        if (name.equals("Clip") && arguments.size() == 3) {
            return Optional.of(
                    zipped(zipped(arguments.get(0), arguments.get(1), Math::max), arguments.get(2), Math::min));
        }
        return arguments.size() == 1
                ? unary().map(function -> mapped(arguments.get(0), function))
                : arguments.size() == 2
                        ? binary().map(function -> zipped(arguments.get(0), arguments.get(1), function))
                        : Optional.empty();
    }

    private Optional<DoubleBinaryOperator> binary() {
        return Optional.ofNullable(
                switch (name) {
                    case "Add" -> (x, y) -> x + y;
                    case "Sub" -> (x, y) -> x - y;
                    case "Mul" -> (x, y) -> x * y;
                    case "Div" -> (x, y) -> x / y;
                    case "Pow" -> StrictMath::pow;
                    case "Max" -> Math::max;
                    case "Min" -> Math::min;
                    default -> null;
                });
    }

    private Optional<DoubleUnaryOperator> unary() {
        return Optional.ofNullable(
                switch (name) {
                    case "Identity" -> x -> x;
                    case "Neg" -> x -> -x;
                    case "Abs" -> Math::abs;
                    case "Reciprocal" -> x -> 1 / x;
                    case "Sqrt" -> Math::sqrt;
                    case "Exp" -> StrictMath::exp;
                    case "Log" -> StrictMath::log;
                    case "Sin" -> StrictMath::sin;
                    case "Cos" -> StrictMath::cos;
                    case "Tanh" -> StrictMath::tanh;
                    case "Erf" -> OnnxOperator::erf;
                    case "Sigmoid" -> OnnxOperator::sigmoid;
                    case "Softplus" -> OnnxOperator::softplus;
                    case "Softsign" -> x -> x / (1 + Math.abs(x));
                    case "Relu" -> x -> Math.max(0, x);
                    default -> parametrised();
                });
    }

    private @Nullable DoubleUnaryOperator parametrised() {
        return switch (name) {
            case "LeakyRelu" -> x -> x < 0 ? number("alpha", 0.01) * x : x;
            case "Elu" -> x -> x < 0 ? number("alpha", 1) * StrictMath.expm1(x) : x;
            case "Selu" ->
                x -> number("gamma", SELU_GAMMA) * (x > 0 ? x : number("alpha", SELU_ALPHA) * StrictMath.expm1(x));
            case "HardSigmoid" -> x -> Math.max(0, Math.min(1, number("alpha", 0.2) * x + number("beta", 0.5)));
            case "Swish" -> x -> x * sigmoid(number("alpha", 1) * x);
            case "Mish" -> x -> x * StrictMath.tanh(softplus(x));
            case "Gelu" ->
                "tanh".equals(attributes.get("approximate"))
                        ? x -> x / 2 * (1 + StrictMath.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x)))
                        : x -> x / 2 * (1 + erf(x / ROOT_2));
            default -> null;
        };
    }

    private double number(String attribute, double otherwise) {
        return attributes.get(attribute) instanceof Float given ? given : otherwise;
    }

    private static double erf(double x) {
        return FloatMath.erf((float) x);
    }

    private static double sigmoid(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }

    private static double softplus(double x) {
        return Math.max(0, x) + StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
    }

    private double[] softmax(double[] z) {
        double[] a = new double[z.length];
        for (int row = 0; row < z.length; row += width) {
            double sum = 0;
            for (int i = row; i < row + width; i++) {
                a[i] = StrictMath.exp(z[i]);
                sum += a[i];
            }
            for (int i = row; i < row + width; i++) {
                a[i] /= sum;
            }
        }
        return a;
    }

    private static double[] mapped(double[] values, DoubleUnaryOperator function) {
        double[] mapped = new double[values.length];
        for (int i = 0; i < mapped.length; i++) {
            mapped[i] = function.applyAsDouble(values[i]);
        }
        return mapped;
    }

    private static double[] zipped(double[] one, double[] two, DoubleBinaryOperator function) {
        double[] zipped = new double[Math.max(one.length, two.length)];
        for (int i = 0; i < zipped.length; i++) {
            zipped[i] = function.applyAsDouble(one[one.length == 1 ? 0 : i], two[two.length == 1 ? 0 : i]);
        }
        return zipped;
    }
}
