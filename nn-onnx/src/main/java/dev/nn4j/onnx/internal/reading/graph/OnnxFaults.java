// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.reading.graph;

import dev.nn4j.api.ModelFormatException;
import dev.nn4j.api.ModelFormatException.Reason;
import dev.nn4j.io.internal.model.format.Faults;
import dev.nn4j.onnx.internal.proto.NodeProto;

/** Refusals of an ONNX file, in words that are safe to print. */
public final class OnnxFaults {
    private OnnxFaults() {}

    /** A sound graph that is no chain of layers which nn4j has. */
    public static ModelFormatException unsupported(String problem) {
        return new ModelFormatException(Reason.UNSUPPORTED, problem);
    }

    public static void requireSupported(boolean condition, String problem) {
        if (!condition) {
            throw unsupported(problem);
        }
    }

    /** As in {@code node 'Gemm_0' (Gemm)}. */
    public static String node(NodeProto node) {
        String domain = Graph.isDefaultDomain(node.getDomain()) ? "" : node.getDomain() + ".";
        String operator = Faults.quoted(domain + node.getOpType());
        String name = node.getName().isEmpty() && node.getOutputCount() > 0 ? node.getOutput(0) : node.getName();
        return "node " + Faults.quoted(name) + " (operator " + operator + ")";
    }

    /** As in {@code 'dense/bias'}. */
    public static String quoted(String name) {
        return Faults.quoted(name);
    }
}
