// SPDX-License-Identifier: Apache-2.0
/**
 * What is watched of an epoch: its batches; scores of the validation rows, computed only where early stopping or a schedule
 * watches them; and what those rows say of the network's temperature.
 */
@NullMarked
package dev.nn4j.core.internal.watch;

import org.jspecify.annotations.NullMarked;
