// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.api;

/**
 * What a loss expects of the targets of a row; it decides the task that a network learns.
 *
 * @since 0.1.0
 */
public enum TargetKind {
    /** Real numbers, one for each output: regression. */
    NUMBERS,
    /** Zero or one for each output, independently: binary (one output) or multi-label classification. */
    BINARY,
    /** A single one among zeros, or a distribution over the outputs: multi-class classification. */
    ONE_HOT
}
