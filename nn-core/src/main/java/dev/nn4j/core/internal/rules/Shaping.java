// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.rules;

/**
 * Penalties and limits on gradients; 0 stands for none.
 *
 * @param l1 weight of Σ|w|
 * @param l2 weight of ½·Σw²
 * @param clipValue most a gradient's element may be
 * @param clipNorm most a gradient's Euclidean norm may be
 */
public record Shaping(double l1, double l2, double clipValue, double clipNorm) {}
