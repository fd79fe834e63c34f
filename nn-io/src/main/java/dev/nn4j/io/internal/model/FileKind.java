// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.model;

import dev.nn4j.api.ModelFormatException;
import dev.nn4j.api.ModelFormatException.Reason;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Tells by its first bytes what a file is that is no model. */
final class FileKind {
    /** How many bytes are looked at. */
    static final int PREFIX_BYTES = 64;

    private static final int MAGIC_BYTES = 1 + Long.BYTES;
    private static final int MOST_SHOWN = 8;

    private FileKind() {}

    /**
     * Passes if the file begins as a model.
     *
     * @param prefix its first {@value #PREFIX_BYTES} bytes, or all if it has fewer
     */
    static void requireModel(byte[] prefix) {
        ByteBuffer magic = ByteBuffer.allocate(MAGIC_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        magic.put((byte) 0x09).putLong(Format.MAGIC);
        int common = ByteBuffer.wrap(prefix).mismatch(magic.flip());
        if (common >= 0 && common < Math.min(prefix.length, MAGIC_BYTES)) {
            throw new ModelFormatException(Reason.NOT_A_MODEL, "is not an nn4j model; " + appearance(prefix));
        }
        if (prefix.length == 0) {
            throw new ModelFormatException(Reason.NOT_A_MODEL, "is empty, not an nn4j model");
        }
    }

    private static String appearance(byte[] prefix) {
        if (startsWith(prefix, 'P', 'K', 3, 4)) {
            return "it looks like a zip archive (as Keras, PyTorch and NumPy write)";
        }
        if (startsWith(prefix, 0x1F, 0x8B)) {
            return "it looks like a gzip file; unpack it first";
        }
        if (startsWith(prefix, 0x80) && prefix.length > 1 && prefix[1] >= 2 && prefix[1] <= 5) {
            return "it looks like a Python pickle, which can run code; it is not read";
        }
        if (startsWith(prefix, 0x89, 'H', 'D', 'F')) {
            return "it looks like an HDF5 file (as Keras writes)";
        }
        if (isOnnx(prefix)) {
            return "it looks like an ONNX model; convert it with nn import";
        }
        return isText(prefix) ? textAppearance(prefix) : "it starts with bytes " + hex(prefix);
    }

    /** ir_version (field 1, a small number) first, then one of ModelProto's other fields; ONNX 1.16. */
    private static boolean isOnnx(byte[] prefix) {
        if (prefix.length < 3 || prefix[0] != 0x08 || prefix[1] <= 0 || prefix[1] > 20) {
            return false;
        }
        int field = prefix[2] >> 3;
        int wireType = prefix[2] & 7;
        return field == 5 ? wireType == 0 : field >= 2 && field <= 8 && wireType == 2;
    }

    private static boolean isText(byte[] prefix) {
        for (byte b : prefix) {
            if (b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r') {
                return false;
            }
        }
        try {
            // the last character may be cut through
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(prefix, 0, Math.max(1, prefix.length - 3)));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static String textAppearance(byte[] prefix) {
        String text = new String(prefix, StandardCharsets.UTF_8).strip();
        boolean json = text.startsWith("{") || text.startsWith("[");
        return json ? "it looks like JSON, perhaps a configuration" : "it looks like text, perhaps a data file";
    }

    private static String hex(byte[] prefix) {
        return HexFormat.ofDelimiter(" ").withUpperCase().formatHex(prefix, 0, Math.min(MOST_SHOWN, prefix.length));
    }

    private static boolean startsWith(byte[] prefix, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (i >= prefix.length || (prefix[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
