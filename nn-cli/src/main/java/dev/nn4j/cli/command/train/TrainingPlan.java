// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command.train;

import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.training.Training;

/**
 * What is about to be trained.
 *
 * @param experiment its description
 * @param training its run, begun afresh, from a model or from a checkpoint
 * @param configuration its text, which goes into the model; empty if there is none
 */
record TrainingPlan(Experiment experiment, Training training, String configuration) {}
