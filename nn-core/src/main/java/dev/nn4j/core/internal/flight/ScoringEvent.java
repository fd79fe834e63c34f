// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.flight;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** Rows of a source that a model answers. */
@Name("dev.nn4j.Scoring")
@Label("Scoring")
@Description("Rows of a file, a database or a table that a model answers")
@Category({"nn4j", "Answers"})
@StackTrace(false)
final class ScoringEvent extends Event implements RowSpan {
    @Label("Source")
    @Description("A file or database, without user, password and settings")
    final String source;

    @Label("Rows")
    long rows;

    private ScoringEvent(String source) {
        this.source = source;
    }

    static ScoringEvent begun(String source) {
        ScoringEvent event = new ScoringEvent(SourceName.withoutCredentials(source));
        event.begin();
        return event;
    }

    @Override
    public void ended(long answered) {
        rows = answered;
        commit();
    }
}
