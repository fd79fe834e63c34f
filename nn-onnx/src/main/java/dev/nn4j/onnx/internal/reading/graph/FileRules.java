// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.reading.graph;

import dev.nn4j.onnx.internal.proto.AttributeProto;
import dev.nn4j.onnx.internal.proto.GraphProto;
import dev.nn4j.onnx.internal.proto.ModelProto;
import dev.nn4j.onnx.internal.proto.NodeProto;
import dev.nn4j.onnx.internal.proto.OperatorSetIdProto;
import dev.nn4j.onnx.internal.proto.TensorProto;
import dev.nn4j.onnx.internal.proto.TensorProto.DataLocation;

/** What no file may have, wherever in it. */
public final class FileRules {
    /** Before, Gemm and the element-wise operators broadcast in another way. */
    private static final int OLDEST_OPSET = 7;
    /** The newest whose operators are known to mean what is read here. */
    private static final int NEWEST_OPSET = 26;

    private FileRules() {}

    public static void require(ModelProto model) {
        OnnxFaults.requireSupported(
                model.getFunctionsCount() == 0,
                "defines functions of its own; export the network with ONNX's operators alone");
        model.getOpsetImportList().forEach(FileRules::requireVersion);
        GraphProto graph = model.getGraph();
        graph.getInitializerList().forEach(FileRules::requireInside);
        OnnxFaults.requireSupported(
                graph.getSparseInitializerCount() == 0, "holds sparse tensors; export the network with dense ones");
        for (NodeProto node : graph.getNodeList()) {
            node.getAttributeList().stream()
                    .filter(AttributeProto::hasT)
                    .map(AttributeProto::getT)
                    .forEach(FileRules::requireInside);
        }
    }

    private static void requireVersion(OperatorSetIdProto opset) {
        OnnxFaults.requireSupported(
                !Graph.isDefaultDomain(opset.getDomain())
                        || opset.getVersion() >= OLDEST_OPSET && opset.getVersion() <= NEWEST_OPSET,
                "uses operator set " + opset.getVersion() + "; " + OLDEST_OPSET + " to " + NEWEST_OPSET + " are read");
    }

    /** A path in a file is never followed: whoever wrote the file would say what is read. */
    private static void requireInside(TensorProto tensor) {
        OnnxFaults.requireSupported(
                tensor.getDataLocation() != DataLocation.EXTERNAL && tensor.getExternalDataCount() == 0,
                "tensor " + OnnxFaults.quoted(tensor.getName())
                        + " lies outside the file (external data), which is never read; save the network as one file: torch.onnx.export(…, external_data=False), or"
                        + " onnx.save(onnx.load(FILE), FILE)");
    }
}
