// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.model;

import dev.nn4j.serve.internal.watch.ShadowTally;

/**
 * A model that is asked what another is asked, whose answers are compared and not given.
 *
 * @param slot of the model
 * @param tally of how its answers differ
 */
public record ModelShadow(ModelSlot slot, ShadowTally tally) {}
