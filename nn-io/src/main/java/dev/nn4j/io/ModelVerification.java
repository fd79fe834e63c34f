// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io;

import java.util.List;

/**
 * What {@link ModelFile#verify} found in a file whose structure, checksums and values are sound.
 *
 * @param sha256 of the file's body, in lower-case hexadecimal
 * @param tensors how many were checked
 * @param goldenRows how many rows were predicted
 * @param differences one line for each golden row that did not come out bit for bit
 * @since 0.1.0
 */
public record ModelVerification(String sha256, int tensors, int goldenRows, List<String> differences) {
    /** Copies the list. */
    public ModelVerification {
        differences = List.copyOf(differences);
    }

    /** Whether every golden row came out bit for bit. */
    public boolean passed() {
        return differences.isEmpty();
    }
}
