// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.flight;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A step. There are very many, so they are recorded only where that is asked for. */
@Name("dev.nn4j.Step")
@Label("Step")
@Description("A step of a training: forward, backward and the update of the weights, for one batch")
@Category({"nn4j", "Training"})
@Enabled(false)
@StackTrace(false)
final class StepEvent extends Event {
    @Label("Epoch")
    @Description("Counted from 1")
    int epoch;

    @Label("Step")
    @Description("In the epoch, counted from 1")
    int step;

    @Label("Rows")
    int rows;
}
