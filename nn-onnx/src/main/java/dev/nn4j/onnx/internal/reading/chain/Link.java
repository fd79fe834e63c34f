// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.reading.chain;

import java.util.List;

/**
 * One link of the chain from the output back to the input.
 *
 * @param steps what it does, in order; none where it only hands on
 * @param before the value it does that to
 * @param turn what it says of where the rows of a network lie
 */
record Link(List<Step> steps, String before, Turn turn) {
    Link(Step step, String before) {
        this(List.of(step), before, Turn.NONE);
    }

    static Link handingOn(String before) {
        return new Link(List.of(), before, Turn.NONE);
    }

    Link turned(Turn other) {
        return new Link(steps, before, other);
    }
}
