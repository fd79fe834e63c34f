// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.model;

/**
 * What a model file says of itself before anything else.
 *
 * @param formatVersion it was written in
 * @param minReaderVersion the oldest format version whose readers may read it
 * @param producer the writing library
 * @param producerVersion its version, or empty
 * @param tensorCount number of tensors
 * @param tensorBytes sum of the lengths of their data
 * @param bodyBytes bytes before the footer
 */
public record FileHeader(
        int formatVersion,
        int minReaderVersion,
        String producer,
        String producerVersion,
        int tensorCount,
        long tensorBytes,
        long bodyBytes) {}
