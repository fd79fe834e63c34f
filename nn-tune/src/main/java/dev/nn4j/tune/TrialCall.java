// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.tune;

import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.training.Checkpoint;
import java.util.Optional;

/**
 * What a {@link TrialTrainer} is to train.
 *
 * @param experiment of the trial
 * @param part the fold that it is judged on, from 0; 0 where there are no folds
 * @param epochs after which it pauses, if it is not over before
 * @param from where it stands; empty where it begins
 * @since 0.1.0
 */
public record TrialCall(Experiment experiment, int part, int epochs, Optional<Checkpoint> from) {}
