// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.verification.Nn;

/**
 * How a command ended.
 *
 * @param run its exit code and streams
 * @param before the folder's files before it
 * @param after and after it
 */
record Outcome(Nn run, FolderContent before, FolderContent after) {
    /**
     * One line says what is wrong, with this exit code; stdout is clean, every old file is as it was and no other is
     * there.
     */
    void refused(int exit, String start) {
        assertThat(run.exit()).as(run.err()).isEqualTo(exit);
        assertThat(run.out()).isEmpty();
        assertThat(run.error()).startsWith("error: " + start);
        assertThat(run.messages())
                .as("one error, after progress and before a hint at most")
                .filteredOn(line -> line.startsWith("error: "))
                .hasSize(1);
        assertThat(run.messages()).as("no stack trace").noneMatch(line -> line.startsWith("\tat "));
        assertThat(run.error().chars()).noneMatch(Character::isISOControl);
        assertThat(after).isEqualTo(before);
    }

    /** It did what it was asked, and stderr holds no error. */
    Nn succeeded() {
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.error()).isEmpty();
        return run;
    }
}
