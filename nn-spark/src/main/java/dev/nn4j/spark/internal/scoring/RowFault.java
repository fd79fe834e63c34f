// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark.internal.scoring;

import java.util.Arrays;
import java.util.List;

/** What becomes of a row that a model cannot answer, in MLlib's words. */
public enum RowFault {
    /** The job ends with the fault. */
    ERROR("error"),
    /** The row is left out. */
    SKIP("skip"),
    /** Its answers are null. */
    KEEP("keep");

    private final String word;

    RowFault(String word) {
        this.word = word;
    }

    /** The words of all. */
    public static List<String> words() {
        return Arrays.stream(values()).map(RowFault::word).toList();
    }

    /**
     * The one of a word.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static RowFault of(String word) {
        return Arrays.stream(values())
                .filter(fault -> fault.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "handleInvalid: must be one of " + String.join(", ", words()) + ", got '" + word + "'"));
    }

    /** Its word. */
    public String word() {
        return word;
    }
}
