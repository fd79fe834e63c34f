// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.fit;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * Hands out the optimizer's memory of every so many epochs, and in the end that of the last complete one. It remembers
 * it in between, because the next epoch may be given up half-way.
 */
final class StateKeeper {
    private final int every;
    private final Consumer<OptimizerState> receiver;
    private Optional<OptimizerState> due = Optional.empty();

    StateKeeper(int every, Consumer<OptimizerState> receiver) {
        this.every = every;
        this.receiver = receiver;
    }

    /** Begins at a state that was handed out by another run. */
    void begin(OptimizerState state) {
        due = Optional.of(state);
    }

    void epochEnded(int epoch, OptimizerState state) {
        due = Optional.of(state);
        if (epoch % every == 0) {
            finish();
        }
    }

    /** Hands out what was not yet. */
    void finish() {
        Optional<OptimizerState> state = due;
        due = Optional.empty();
        state.ifPresent(receiver);
    }
}
