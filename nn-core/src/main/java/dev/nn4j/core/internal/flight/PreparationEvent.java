// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.flight;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A pass over rows before the first epoch or after the last. */
@Name("dev.nn4j.Preparation")
@Label("Preparation")
@Description("A pass over the rows of a training before its first epoch or after its last")
@Category({"nn4j", "Training"})
@StackTrace(false)
final class PreparationEvent extends Event implements Span {
    @Label("Part")
    @Description("division, statistics, encoding or profile")
    final String part;

    @Label("Rows")
    final long rows;

    private PreparationEvent(String part, long rows) {
        this.part = part;
        this.rows = rows;
    }

    static PreparationEvent begun(String part, long rows) {
        PreparationEvent event = new PreparationEvent(part, rows);
        event.begin();
        return event;
    }

    @Override
    public void ended() {
        commit();
    }
}
