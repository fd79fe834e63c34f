// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.recognition;

/** What may still be spent on looking for activations: a small file must not take long. */
final class Effort {
    private static final int FOR_EACH_NODE = 8;

    private long left;

    Effort(long left) {
        this.left = left;
    }

    static Effort unlimited() {
        return new Effort(Long.MAX_VALUE);
    }

    /** Spends what a node costs whose function is of this size; whether it was left. */
    boolean spend(int size) {
        left -= FOR_EACH_NODE + size;
        return left >= 0;
    }

    boolean isLeft() {
        return left > 0;
    }
}
