// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.writing;

import dev.nn4j.io.internal.protobuf.ByteString;
import dev.nn4j.onnx.internal.proto.AttributeProto;
import dev.nn4j.onnx.internal.proto.AttributeProto.AttributeType;
import java.util.List;

/** Attributes of nodes: Float, Long, String, or a list of Long or of String. */
final class Attributes {
    private Attributes() {}

    static AttributeProto encode(String name, Object value) {
        AttributeProto.Builder attribute = AttributeProto.newBuilder().setName(name);
        if (value instanceof Float number) {
            attribute.setType(AttributeType.FLOAT).setF(number);
        } else if (value instanceof Long number) {
            attribute.setType(AttributeType.INT).setI(number);
        } else if (value instanceof String text) {
            attribute.setType(AttributeType.STRING).setS(ByteString.copyFromUtf8(text));
        } else if (value instanceof List<?> values) {
            values.forEach(one -> add(attribute, one));
        } else {
            throw new IllegalArgumentException("ONNX: attribute '" + name + "' must be a Float, Long or String, got "
                    + value.getClass().getName());
        }
        return attribute.build();
    }

    private static void add(AttributeProto.Builder attribute, Object value) {
        if (value instanceof Long number) {
            attribute.setType(AttributeType.INTS).addInts(number);
        } else {
            attribute.setType(AttributeType.STRINGS).addStrings(ByteString.copyFromUtf8((String) value));
        }
    }
}
