// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.reading.graph;

/**
 * How much may be made of a file: a few times the numbers in it, however often it names one tensor, and as many
 * multiplications as a network of that size calls for many times over.
 */
public final class Allowance {
    private static final long ALWAYS = 1 << 20;
    private static final long STEPS_ALWAYS = 1 << 25;
    private static final long STEPS_FOR_EACH_BYTE = 16;

    private final long most;
    private long left;
    private long stepsLeft;

    /** For a graph of this many bytes, of which a number takes four. */
    Allowance(long bytes) {
        this.most = ALWAYS + bytes;
        this.left = most;
        this.stepsLeft = STEPS_ALWAYS + STEPS_FOR_EACH_BYTE * bytes;
    }

    /** Before numbers are worked on, each in a few operations. */
    public void compute(String who, long numbers) {
        stepsLeft -= numbers;
        if (stepsLeft < 0) {
            throw OnnxFaults.unsupported(who + " is one of too many operators that scale and shift rows; a network has"
                    + " a few between its layers");
        }
    }

    public void take(String who, long numbers) {
        left -= numbers;
        if (left < 0) {
            throw OnnxFaults.unsupported(who + ": the network takes more than " + most
                    + " numbers, which is four times those in the file; layers that share large tensors are not read");
        }
    }
}
