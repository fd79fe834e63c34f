// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.tensorboard;

import dev.nn4j.io.internal.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;

/**
 * One event, in protobuf's wire format. The few fields are those of TensorBoard's {@code event.proto}, {@code
 * summary.proto}, {@code tensor.proto} and {@code tensor_shape.proto}; messages of generated code would be many times as
 * large as this class.
 *
 * @param wallTime seconds since 1970
 * @param step the point on the horizontal axis
 */
record EventMessage(double wallTime, long step) {
    /** What every file begins with. */
    private static final String VERSION = "brain.Event:2";

    private static final int EVENT_WALL_TIME = 1;
    private static final int EVENT_STEP = 2;
    private static final int EVENT_FILE_VERSION = 3;
    private static final int EVENT_SUMMARY = 5;
    private static final int SUMMARY_VALUE = 1;
    private static final int VALUE_TAG = 1;
    private static final int VALUE_SIMPLE = 2;
    private static final int VALUE_TENSOR = 8;
    private static final int VALUE_METADATA = 9;
    private static final int METADATA_PLUGIN = 1;
    private static final int PLUGIN_NAME = 1;
    private static final int TENSOR_TYPE = 1;
    private static final int TENSOR_SHAPE = 2;
    private static final int TENSOR_STRING = 8;
    private static final int SHAPE_DIMENSION = 2;
    private static final int DIMENSION_SIZE = 1;
    private static final int TYPE_STRING = 7;

    /** Writes the fields of a message. */
    @FunctionalInterface
    private interface Fields {
        void write(CodedOutputStream out) throws IOException;
    }

    /** The first event of a file. */
    byte[] version() throws IOException {
        return event(out -> out.writeString(EVENT_FILE_VERSION, VERSION));
    }

    /** A point on each of these curves. */
    byte[] scalars(Map<String, Double> values) throws IOException {
        return event(out -> nested(out, EVENT_SUMMARY, summary -> {
            for (Map.Entry<String, Double> one : values.entrySet()) {
                nested(summary, SUMMARY_VALUE, value -> {
                    value.writeString(VALUE_TAG, one.getKey());
                    value.writeFloat(VALUE_SIMPLE, one.getValue().floatValue());
                });
            }
        }));
    }

    /** A text, which is shown as Markdown. */
    byte[] text(String tag, String text) throws IOException {
        return event(out -> nested(
                out,
                EVENT_SUMMARY,
                summary -> nested(summary, SUMMARY_VALUE, value -> {
                    value.writeString(VALUE_TAG, tag);
                    nested(value, VALUE_TENSOR, tensor -> {
                        tensor.writeEnum(TENSOR_TYPE, TYPE_STRING);
                        nested(
                                tensor,
                                TENSOR_SHAPE,
                                shape -> nested(shape, SHAPE_DIMENSION, one -> one.writeInt64(DIMENSION_SIZE, 1)));
                        tensor.writeString(TENSOR_STRING, text);
                    });
                    nested(
                            value,
                            VALUE_METADATA,
                            metadata -> nested(
                                    metadata, METADATA_PLUGIN, plugin -> plugin.writeString(PLUGIN_NAME, "text")));
                })));
    }

    private byte[] event(Fields fields) throws IOException {
        return message(out -> {
            out.writeDouble(EVENT_WALL_TIME, wallTime);
            if (step != 0) {
                out.writeInt64(EVENT_STEP, step);
            }
            fields.write(out);
        });
    }

    private static void nested(CodedOutputStream out, int field, Fields fields) throws IOException {
        out.writeByteArray(field, message(fields));
    }

    private static byte[] message(Fields fields) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        fields.write(out);
        out.flush();
        return bytes.toByteArray();
    }
}
