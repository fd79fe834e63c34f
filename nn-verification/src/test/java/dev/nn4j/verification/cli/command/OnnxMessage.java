// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.cli.command;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Just enough of protobuf's wire format to write and change an ONNX file by hand. Fields are below 16. */
final class OnnxMessage {
    private static final int VARINT = 0;
    private static final int LENGTH_DELIMITED = 2;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    OnnxMessage number(int field, long value) {
        varint(field << 3 | VARINT);
        varint(value);
        return this;
    }

    OnnxMessage text(int field, String value) {
        return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    OnnxMessage message(int field, OnnxMessage value) {
        return bytes(field, value.toByteArray());
    }

    private OnnxMessage bytes(int field, byte[] value) {
        varint(field << 3 | LENGTH_DELIMITED);
        varint(value.length);
        bytes.writeBytes(value);
        return this;
    }

    private void varint(long value) {
        long rest = value;
        for (; rest >= 0x80; rest >>>= 7) {
            bytes.write((int) (rest & 0x7F | 0x80));
        }
        bytes.write((int) rest);
    }

    byte[] toByteArray() {
        return bytes.toByteArray();
    }

    /** A message without one of its fields; it holds numbers and length-delimited values only. */
    static byte[] without(int unwanted, byte[] message) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        int at = 0;
        while (at < message.length) {
            int start = at;
            int tag = message[at++];
            long value = 0;
            int shift = 0;
            do {
                value |= (long) (message[at] & 0x7F) << shift;
                shift += 7;
            } while (message[at++] < 0);
            at += (tag & 7) == LENGTH_DELIMITED ? (int) value : 0;
            if (tag >> 3 != unwanted) {
                kept.write(message, start, at - start);
            }
        }
        return kept.toByteArray();
    }
}
