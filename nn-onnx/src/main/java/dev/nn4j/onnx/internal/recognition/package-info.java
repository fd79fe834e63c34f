// SPDX-License-Identifier: Apache-2.0
/**
 * Finds activations in ONNX graphs. What a graph computes and what an activation says of itself are both brought into one
 * normal form, sums of products with their numbers apart, and compared: each activation's own door serves both ways.
 */
@NullMarked
package dev.nn4j.onnx.internal.recognition;

import org.jspecify.annotations.NullMarked;
