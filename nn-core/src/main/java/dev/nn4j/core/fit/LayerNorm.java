// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.fit;

/**
 * How large a layer's parameters and their gradient are after an epoch.
 *
 * @param layer its place in the network, from 0
 * @param parameters Euclidean norm of its weights and biases at the end of the epoch
 * @param gradient root mean square, over the epoch's steps, of the Euclidean norm of their gradient as the optimizer saw it
 * @since 0.1.0
 */
public record LayerNorm(int layer, double parameters, double gradient) {}
