// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.reading.chain;

import java.util.List;
import java.util.Optional;

/**
 * One link of the chain from the output back to the input.
 *
 * @param steps what it does, in order; none where it only hands on
 * @param before the value it does that to
 * @param turn what it says of where the rows of a network lie
 * @param skip the value that a residual block, which ends here, begins with
 */
record Link(List<Step> steps, String before, Turn turn, Optional<String> skip) {
    Link(Step step, String before) {
        this(List.of(step), before, Turn.NONE, Optional.empty());
    }

    Link(List<Step> steps, String before, Turn turn) {
        this(steps, before, turn, Optional.empty());
    }

    static Link handingOn(String before) {
        return new Link(List.of(), before, Turn.NONE, Optional.empty());
    }

    static Link residual(Step end, String before, String skip) {
        return new Link(List.of(end), before, Turn.NONE, Optional.of(skip));
    }

    Link turned(Turn other) {
        return new Link(steps, before, other, skip);
    }
}
