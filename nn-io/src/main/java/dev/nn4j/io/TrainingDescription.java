// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io;

import dev.nn4j.core.training.DataDigests;
import dev.nn4j.core.training.TrainingOptions;
import java.util.OptionalInt;

/**
 * The training that a checkpoint goes on with, told without any of the components it names.
 *
 * @param epochs done
 * @param steps done
 * @param optimizer as the file names it
 * @param learningRate the training's own, which a schedule starts from
 * @param options how the network is trained
 * @param bestEpoch the best so far, counted from 1; empty without early stopping and before there is one
 * @param data what tells the data from others
 */
public record TrainingDescription(
        int epochs,
        long steps,
        ComponentDescription optimizer,
        double learningRate,
        TrainingOptions options,
        OptionalInt bestEpoch,
        DataDigests data) {}
