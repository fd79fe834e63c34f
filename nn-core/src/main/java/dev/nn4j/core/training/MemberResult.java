// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import dev.nn4j.core.TemperatureScaling;
import dev.nn4j.core.fit.EpochRecord;
import dev.nn4j.core.fit.NetworkResult;
import dev.nn4j.core.fit.StopReason;
import java.util.List;
import java.util.Optional;

/**
 * How one network of an ensemble was trained. Immutable.
 *
 * @since 0.1.0
 */
public final class MemberResult {
    private final int number;
    private final long seed;
    private final NetworkResult fit;

    MemberResult(int number, long seed, NetworkResult fit) {
        this.number = number;
        this.seed = seed;
        this.fit = fit;
    }

    /** Which member, counted from 1; of folds, the fold that it did not learn from and was validated on. */
    public int number() {
        return number;
    }

    /** The seed of its weights, the order of its rows and its dropout: the first's is the experiment's. */
    public long seed() {
        return seed;
    }

    /** One record for each complete epoch. */
    public List<EpochRecord> history() {
        return fit.history();
    }

    /** Why its training ended. */
    public StopReason stopReason() {
        return fit.stopReason();
    }

    /** The epoch whose weights it has, counted from 1. */
    public int bestEpoch() {
        return fit.bestEpoch();
    }

    /** What its calibration came to; empty where none was asked for. */
    public Optional<TemperatureScaling> temperature() {
        return fit.temperature();
    }

    NetworkResult fit() {
        return fit;
    }
}
