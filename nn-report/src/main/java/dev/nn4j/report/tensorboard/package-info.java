// SPDX-License-Identifier: Apache-2.0
/** The course of trainings as TensorBoard reads it. */
@NullMarked
package dev.nn4j.report.tensorboard;

import org.jspecify.annotations.NullMarked;
