// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.testkit;

import java.util.Optional;

/**
 * The outcome of one check on one component.
 *
 * @param component the component's name
 * @param check what was checked, readable as a sentence: {@code backward agrees with finite differences}
 * @param problem what was seen instead, with the input that shows it; empty when the check passed
 * @since 0.1.0
 */
public record Verdict(String component, String check, Optional<String> problem) {
    /** Whether nothing was found. */
    public boolean passed() {
        return problem.isEmpty();
    }
}
