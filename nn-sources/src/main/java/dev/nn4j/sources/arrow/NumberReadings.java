// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.sources.arrow;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import org.apache.arrow.flatbuf.Decimal;
import org.apache.arrow.flatbuf.Int;
import org.apache.arrow.flatbuf.Precision;

/** Numbers, as they are. */
final class NumberReadings {
    private static final BigInteger TWO_TO_64 = BigInteger.ONE.shiftLeft(64);

    private NumberReadings() {}

    static ValueReading of(Int type) {
        return ofIntegers(type.bitWidth(), type.isSigned());
    }

    static ValueReading ofIntegers(int bits, boolean isSigned) {
        return switch (bits) {
            case 8 -> wide(1, isSigned ? (b, row) -> (int) b.get(row) : (b, row) -> b.get(row) & 0xFF);
            case 16 ->
                wide(2, isSigned ? (b, row) -> (int) b.getShort(2 * row) : (b, row) -> b.getShort(2 * row) & 0xFFFF);
            case 32 -> wide(4, isSigned ? (b, row) -> b.getInt(4 * row) : (b, row) -> b.getInt(4 * row) & 0xFFFF_FFFFL);
            case 64 -> wide(8, isSigned ? (b, row) -> b.getLong(8 * row) : (b, row) -> unsigned(b.getLong(8 * row)));
            default -> throw new DamagedException("has integers of " + bits + " bits");
        };
    }

    static ValueReading ofFloats(int precision) {
        return switch (precision) {
            case Precision.HALF -> wide(2, (b, row) -> half(b.getShort(2 * row)));
            case Precision.SINGLE -> wide(4, (b, row) -> b.getFloat(4 * row));
            case Precision.DOUBLE -> wide(8, (b, row) -> b.getDouble(8 * row));
            default -> throw new DamagedException("has floats of precision " + precision);
        };
    }

    static ValueReading of(Decimal type) {
        int bytes = type.bitWidth() / Byte.SIZE;
        if (bytes < 4 || bytes > 32) {
            throw new DamagedException("has decimals of " + type.bitWidth() + " bits");
        }
        int scale = type.scale();
        return wide(bytes, (b, row) -> new BigDecimal(integer(b, row * bytes, bytes), scale));
    }

    /** Values of as many bytes each. */
    static ValueReading wide(int bytes, Fixed value) {
        return buffers -> {
            int rows = buffers.rows();
            if (rows > Integer.MAX_VALUE / bytes) {
                throw new DamagedException("has a batch of " + rows + " rows; write it in smaller batches");
            }
            ByteBuffer values = buffers.next((long) rows * bytes);
            return row -> value.at(values, row);
        };
    }

    /** A value of fixed width. */
    @FunctionalInterface
    interface Fixed {
        Object at(ByteBuffer values, int row);
    }

    private static Number unsigned(long bits) {
        return bits >= 0 ? (Number) bits : BigInteger.valueOf(bits).add(TWO_TO_64);
    }

    /** Least significant byte first. */
    private static BigInteger integer(ByteBuffer values, int from, int bytes) {
        byte[] most = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            most[bytes - 1 - i] = values.get(from + i);
        }
        return new BigInteger(most);
    }

    /** IEEE 754 binary16: five bits of exponent, ten of fraction. */
    private static float half(short bits) {
        int exponent = bits >> 10 & 0x1F;
        int fraction = bits & 0x3FF;
        float size = exponent == 0x1F
                ? (fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN)
                : exponent == 0
                        ? Math.scalb((float) fraction, -24)
                        : Math.scalb((float) (fraction | 0x400), exponent - 25);
        return bits < 0 ? -size : size;
    }
}
