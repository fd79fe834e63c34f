// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx;

import dev.nn4j.core.Model;
import java.util.List;

/**
 * What came of reading an ONNX file.
 *
 * @param model the network with its preprocessing, names and labels
 * @param notes what should be known of it, a line each: numbers that were rounded, metadata that was not understood. Texts
 *     may hold the file's own words: escape them when printing to a terminal
 * @since 0.1.0
 */
public record OnnxImport(Model model, List<String> notes) {
    /** Copies the list. */
    public OnnxImport {
        notes = List.copyOf(notes);
    }
}
