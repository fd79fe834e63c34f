// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.model.stored;

import dev.nn4j.api.math.ShortestDecimal;
import java.nio.ByteBuffer;

/** The values of one tensor, in the array where they are needed. */
public interface TensorValues {
    /** How many there are. */
    int count();

    /** Bytes that one takes in a file. */
    int valueBytes();

    /** One of them; a double holds every value of the smaller types. */
    double value(int index);

    /** One of them as people read it. */
    String text(int index);

    /** Copies values, from an index on, to the beginning of a buffer; its order of bytes holds, its position stays. */
    void copyTo(ByteBuffer bytes, int index, int some);

    /** Copies values back from the beginning of a buffer. */
    void copyFrom(ByteBuffer bytes, int index, int some);

    /**
     * 32-bit values.
     *
     * @param array holds them
     * @param from where they begin
     */
    record Floats(float[] array, int from, int count) implements TensorValues {
        @Override
        public int valueBytes() {
            return Float.BYTES;
        }

        @Override
        public double value(int index) {
            return array[from + index];
        }

        @Override
        public String text(int index) {
            return ShortestDecimal.text(array[from + index]);
        }

        @Override
        public void copyTo(ByteBuffer bytes, int index, int some) {
            bytes.asFloatBuffer().put(array, from + index, some);
        }

        @Override
        public void copyFrom(ByteBuffer bytes, int index, int some) {
            bytes.asFloatBuffer().get(array, from + index, some);
        }
    }

    /**
     * 64-bit values.
     *
     * @param array holds them and no others
     */
    record Doubles(double[] array) implements TensorValues {
        @Override
        public int count() {
            return array.length;
        }

        @Override
        public int valueBytes() {
            return Double.BYTES;
        }

        @Override
        public double value(int index) {
            return array[index];
        }

        @Override
        public String text(int index) {
            return ShortestDecimal.text(array[index]);
        }

        @Override
        public void copyTo(ByteBuffer bytes, int index, int some) {
            bytes.asDoubleBuffer().put(array, index, some);
        }

        @Override
        public void copyFrom(ByteBuffer bytes, int index, int some) {
            bytes.asDoubleBuffer().get(array, index, some);
        }
    }
}
