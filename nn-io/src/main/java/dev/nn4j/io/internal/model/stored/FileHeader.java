// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.model.stored;

import dev.nn4j.io.internal.model.format.Faults;
import java.util.List;

/**
 * What a model file says of itself before anything else.
 *
 * @param formatVersion it was written in
 * @param minReaderVersion the oldest format version whose readers may read it
 * @param requiredFeatures what a reader must know beyond that version; only those that this one knows
 * @param producer the writing library
 * @param producerVersion its version, or empty
 * @param tensorCount number of tensors
 * @param tensorBytes sum of the lengths of their data
 * @param bodyBytes bytes before the footer
 */
public record FileHeader(
        int formatVersion,
        int minReaderVersion,
        List<String> requiredFeatures,
        String producer,
        String producerVersion,
        int tensorCount,
        long tensorBytes,
        long bodyBytes) {
    /** Copies the list. */
    public FileHeader {
        requiredFeatures = List.copyOf(requiredFeatures);
    }

    /** Refuses a model that has what the envelope does not say, so that older readers would read over it. */
    public void requireCovers(StoredModel model) {
        for (String feature : model.requiredFeatures()) {
            Faults.require(
                    requiredFeatures.contains(feature),
                    "it has what its envelope must require and does not: " + feature);
        }
    }
}
