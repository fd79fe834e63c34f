// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.evaluation;

import dev.nn4j.onnx.internal.OperatorSet;
import dev.nn4j.onnx.internal.proto.NodeProto;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which operators can be computed. */
final class Operators {
    private static final Map<String, Operator> OWN = Map.ofEntries(
            Map.entry("Identity", node -> node.input(0)),
            Map.entry("Dropout", node -> node.input(0)),
            Map.entry("Cast", Shapes::cast),
            Map.entry("Flatten", Shapes::flatten),
            Map.entry("Reshape", Shapes::reshape),
            Map.entry("Squeeze", Shapes::squeeze),
            Map.entry("Unsqueeze", Shapes::unsqueeze),
            Map.entry("Shape", Shapes::shape),
            Map.entry("Transpose", Shapes::transpose),
            Map.entry("Gather", Picking::gather),
            Map.entry("Slice", Picking::slice),
            Map.entry("Concat", Picking::concat),
            Map.entry("Gemm", Products::gemm),
            Map.entry("MatMul", Products::matMul),
            Map.entry("BatchNormalization", Normalizations::batch),
            Map.entry("LayerNormalization", Normalizations::layer),
            Map.entry("Softmax", Along::softmax),
            Map.entry("LogSoftmax", Along::logSoftmax),
            Map.entry("Clip", Arithmetic::clip),
            Map.entry("Where", Arithmetic::where),
            Map.entry("IsNaN", Arithmetic::isNaN),
            Map.entry("Not", Arithmetic::not),
            Map.entry("Mod", Arithmetic::mod),
            Map.entry("Mean", Arithmetic::mean));

    private static final Map<String, Operator> MACHINE_LEARNING = Map.of(
            "Scaler", Learned::scaler,
            "LabelEncoder", Learned::labelEncoder,
            "Normalizer", Learned::normalizer,
            "LinearRegressor", Learned::linearRegressor,
            "LinearClassifier", Learned::linearClassifier);

    private Operators() {}

    static Optional<Operator> find(NodeProto node) {
        if (node.getDomain().equals(OperatorSet.ML_DOMAIN)) {
            return Optional.ofNullable(MACHINE_LEARNING.get(node.getOpType()));
        }
        boolean own = node.getDomain().isEmpty() || node.getDomain().equals("ai.onnx");
        return own ? Optional.ofNullable(own(node.getOpType())) : Optional.empty();
    }

    private static @Nullable Operator own(String operator) {
        if (ElementwiseOperators.knows(operator)) {
            return ElementwiseOperators::apply;
        }
        if (Arithmetic.knows(operator)) {
            return Arithmetic::apply;
        }
        return Along.knows(operator) ? Along::reduce : OWN.get(operator);
    }
}
