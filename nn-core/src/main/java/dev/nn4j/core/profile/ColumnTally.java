// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.profile;

/** Counts the cells of a column where a profile has its counts. */
interface ColumnTally extends CellSink {
    /** What was counted so far, against the profile. */
    ColumnDrift drift(long rows);

    /** Of a column. */
    static ColumnTally of(ColumnProfile profile) {
        return profile.match(new ColumnProfile.Cases<ColumnTally>() {
            @Override
            public ColumnTally numbers(NumberProfile numbers) {
                return new NumberTally(numbers);
            }

            @Override
            public ColumnTally texts(TextProfile texts) {
                return new TextTally(texts);
            }
        });
    }
}
