// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.network;

/**
 * Trained parameters of one layer that belong together, where they lie among the network's.
 *
 * @param layer the layer's place in the network, from 0
 * @param role what the parameters are for
 * @param from index of the first of them
 * @param to index behind the last
 * @since 0.1.0
 */
public record ParameterRange(int layer, LayerTensor.Role role, int from, int to) {}
