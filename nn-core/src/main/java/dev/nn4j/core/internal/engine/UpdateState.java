// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.engine;

/**
 * What an optimizer remembers, in the order in which it names the entries.
 *
 * @param step steps done
 * @param arrays one value for each parameter
 * @param scalars single values
 */
public record UpdateState(long step, float[][] arrays, double[] scalars) {}
