// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.fit;

import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.gradient.GradientSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * How and by whom a training is run and watched; nothing here changes a bit of the result. Immutable.
 *
 * @param gradients where they are computed, unless that is here
 * @param trusting whether the rows are known to be right
 * @param shard whether it is what a shard does between two meetings
 */
record Surroundings(
        Execution execution,
        TrainingListener listener,
        BooleanSupplier cancelled,
        Optional<StateKeeping> stateKeeping,
        Optional<GradientSource> gradients,
        boolean trusting,
        boolean shard) {
    /** Nobody watches, and all cores work. */
    Surroundings() {
        this(
                Execution.defaults(),
                TrainingListener.none(),
                () -> false,
                Optional.empty(),
                Optional.empty(),
                false,
                false);
    }

    Surroundings on(Execution other) {
        return new Surroundings(other, listener, cancelled, stateKeeping, gradients, trusting, shard);
    }

    Surroundings tellingToo(TrainingListener watcher) {
        return new Surroundings(execution, listener.and(watcher), cancelled, stateKeeping, gradients, trusting, shard);
    }

    Surroundings askingToo(BooleanSupplier asked) {
        BooleanSupplier before = cancelled;
        BooleanSupplier either = () -> before.getAsBoolean() || asked.getAsBoolean();
        return new Surroundings(execution, listener, either, stateKeeping, gradients, trusting, shard);
    }

    Surroundings keptBy(StateKeeping keeping) {
        return new Surroundings(execution, listener, cancelled, Optional.of(keeping), gradients, trusting, shard);
    }

    Surroundings computedBy(GradientSource source) {
        return new Surroundings(execution, listener, cancelled, stateKeeping, Optional.of(source), trusting, shard);
    }

    Surroundings trustingRows() {
        return new Surroundings(execution, listener, cancelled, stateKeeping, gradients, true, shard);
    }

    /** Those of a shard: it works on the thread that it is asked on, and nothing but the cancellation looks on. */
    Surroundings ofShard() {
        Execution alone = new Execution(1, execution.kernels());
        return new Surroundings(
                alone, TrainingListener.none(), cancelled, Optional.empty(), Optional.empty(), true, true);
    }
}
