// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.sample;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Compares numbers by their bits; every NaN counts as the same one. */
public final class Bits {
    private Bits() {}

    /** The first half of the SHA-256 of the values' bits, big-endian. */
    public static String hash(float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length);
        for (int bits : of(values)) {
            bytes.putInt(bits);
        }
        return hash(bytes.array());
    }

    /** The same of doubles. */
    public static String hash(double[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * values.length);
        for (double value : values) {
            bytes.putLong(Double.doubleToLongBits(value));
        }
        return hash(bytes.array());
    }

    private static String hash(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(hash).substring(0, 32);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The bits themselves. */
    public static int[] of(float[] values) {
        int[] bits = new int[values.length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = Float.floatToIntBits(values[i]);
        }
        return bits;
    }
}
