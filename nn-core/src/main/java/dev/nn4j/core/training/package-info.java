// SPDX-License-Identifier: Apache-2.0
/** Training on a table: from an experiment to a model, checkpoints, and training that resumes. */
@NullMarked
package dev.nn4j.core.training;

import org.jspecify.annotations.NullMarked;
