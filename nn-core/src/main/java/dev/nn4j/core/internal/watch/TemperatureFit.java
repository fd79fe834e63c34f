// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.watch;

import dev.nn4j.api.TargetKind;
import dev.nn4j.core.Network;
import dev.nn4j.core.TemperatureScaling;
import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.internal.engine.Batch;
import dev.nn4j.core.internal.engine.Trainer;
import dev.nn4j.core.internal.score.TemperatureSearch;

/** Fits the temperature of a network on the validation rows of its training. */
public final class TemperatureFit {
    /** What is left of the log-loss must be less than this share of it, or the network stays as it is. */
    private static final double WORTH = 0.999;

    private final Trainer trainer;
    private final Batch rows;
    private final CalibratedLoss loss;

    /**
     * On these rows.
     *
     * @param rows all of the data
     * @param data whose rows they are
     */
    public TemperatureFit(Trainer trainer, Batch rows, DataSet data, TargetKind targets, Cancellation cancellation) {
        this.trainer = trainer;
        this.rows = rows;
        this.loss = new CalibratedLoss(data, targets, cancellation);
    }

    /** The temperature of a network that the trainer could train; it is not applied where it is not worth it. */
    public TemperatureScaling of(Network network) {
        show(network);
        double before = loss.loss(1);
        double factor = loss.factor();
        if (!TemperatureSearch.isEnd(factor)) {
            show(new TemperatureScaling(factor, rows.rows(), before, before).of(network));
            double after = loss.loss(1);
            if (after < WORTH * before) {
                return new TemperatureScaling(factor, rows.rows(), before, after);
            }
        }
        return new TemperatureScaling(1, rows.rows(), before, before);
    }

    private void show(Network network) {
        trainer.evaluate(network.parameters(), rows, (first, count, outputs, targets) -> {
            if (first == 0) {
                loss.begin();
            }
            loss.add(first, count, outputs, targets);
        });
    }
}
