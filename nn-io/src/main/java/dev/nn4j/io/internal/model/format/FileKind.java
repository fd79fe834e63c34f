// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.model.format;

import dev.nn4j.api.ModelFormatException;
import dev.nn4j.api.ModelFormatException.Reason;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/** Tells by its first bytes what a file is that is no model. */
public final class FileKind {
    /** How many bytes are looked at. */
    public static final int PREFIX_BYTES = 64;

    private static final int MAGIC_BYTES = 1 + Long.BYTES;
    private static final int MOST_SHOWN = 8;

    private FileKind() {}

    /**
     * Passes if the file begins as a model.
     *
     * @param prefix its first {@value #PREFIX_BYTES} bytes, or all if it has fewer
     */
    public static void requireModel(byte[] prefix) {
        if (prefix.length == 0) {
            throw new ModelFormatException(Reason.NOT_A_MODEL, "is empty, not an nn4j model");
        }
        if (!mayBeModel(prefix)) {
            String appearance = isOnnx(prefix)
                    ? "it looks like an ONNX model; convert it with nn import"
                    : foreign(prefix).orElseGet(() -> "it starts with bytes " + hex(prefix));
            throw new ModelFormatException(Reason.NOT_A_MODEL, "is not an nn4j model; " + appearance);
        }
    }

    /**
     * Passes unless the file is plainly of another kind than ONNX, which begins with no mark of its own.
     *
     * @param prefix as for models
     */
    public static void requireNoOtherThanOnnx(byte[] prefix) {
        if (prefix.length == 0) {
            throw new ModelFormatException(Reason.NOT_A_MODEL, "is empty, not an ONNX model");
        }
        Optional<String> other = mayBeModel(prefix) ? Optional.of("it is an nn4j model already") : foreign(prefix);
        if (other.isPresent() && !isOnnx(prefix)) {
            throw new ModelFormatException(Reason.NOT_A_MODEL, "is not an ONNX model; " + other.get());
        }
    }

    private static boolean mayBeModel(byte[] prefix) {
        ByteBuffer magic = ByteBuffer.allocate(MAGIC_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        magic.put((byte) 0x09).putLong(Format.MAGIC);
        int common = ByteBuffer.wrap(prefix).mismatch(magic.flip());
        return common < 0 || common >= Math.min(prefix.length, MAGIC_BYTES);
    }

    private static Optional<String> foreign(byte[] prefix) {
        if (startsWith(prefix, 'P', 'K', 3, 4)) {
            return Optional.of("it looks like a zip archive (as Keras, PyTorch and NumPy write)");
        }
        if (startsWith(prefix, 0x1F, 0x8B)) {
            return Optional.of("it looks like a gzip file; unpack it first");
        }
        if (startsWith(prefix, 0x80) && prefix.length > 1 && prefix[1] >= 2 && prefix[1] <= 5) {
            return Optional.of("it looks like a Python pickle, which can run code; it is not read");
        }
        if (startsWith(prefix, 0x89, 'H', 'D', 'F')) {
            return Optional.of("it looks like an HDF5 file (as Keras writes)");
        }
        return isText(prefix) ? Optional.of(textAppearance(prefix)) : Optional.empty();
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
