// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.flight;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** The reading of a source. */
@Name("dev.nn4j.Reading")
@Label("Reading")
@Description("From the opening of a source to its end, with what is done to its rows meanwhile")
@Category({"nn4j", "Data"})
@StackTrace(false)
final class ReadingEvent extends Event implements RowSpan {
    @Label("Source")
    @Description("A file or database, without user, password and settings")
    final String source;

    @Label("Columns")
    final int columns;

    @Label("Rows")
    long rows;

    private ReadingEvent(String source, int columns) {
        this.source = source;
        this.columns = columns;
    }

    static ReadingEvent begun(String source, int columns) {
        ReadingEvent event = new ReadingEvent(SourceName.withoutCredentials(source), columns);
        event.begin();
        return event;
    }

    @Override
    public void ended(long read) {
        rows = read;
        commit();
    }
}
