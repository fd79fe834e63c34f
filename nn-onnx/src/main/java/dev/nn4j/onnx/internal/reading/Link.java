// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.reading;

import java.util.Optional;

/**
 * One link of the chain from the output back to the input.
 *
 * @param step what it does; nothing where it only hands on
 * @param before the value it does that to
 */
record Link(Optional<Step> step, String before) {
    Link(Step step, String before) {
        this(Optional.of(step), before);
    }

    static Link handingOn(String before) {
        return new Link(Optional.empty(), before);
    }
}
