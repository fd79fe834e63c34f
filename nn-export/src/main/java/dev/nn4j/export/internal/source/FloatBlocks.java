// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.export.internal.source;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Floats as Java text blocks of Base64: a third longer than the bytes, in lines that an editor can show. */
final class FloatBlocks {
    /** Bytes to a line of 120 characters. */
    private static final int LINE_BYTES = 90;

    /** A class file holds at most 65535 bytes to a constant, line ends included. */
    private static final int BLOCK_BYTES = 528 * LINE_BYTES;

    private FloatBlocks() {}

    /** Text blocks, separated by commas. */
    static String of(float[] values) {
        List<String> blocks = new ArrayList<>();
        int step = BLOCK_BYTES / Float.BYTES;
        for (int from = 0; from < values.length; from += step) {
            blocks.add(block(values, from, Math.min(from + step, values.length)));
        }
        return String.join(", ", blocks);
    }

    private static String block(float[] values, int from, int to) {
        ByteBuffer bytes = ByteBuffer.allocate((to - from) * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values, from, to - from);
        String lines =
                Base64.getMimeEncoder(LINE_BYTES / 3 * 4, new byte[] {'\n'}).encodeToString(bytes.array());
        return "\"\"\"\n" + lines + "\"\"\"";
    }
}
