// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.flight;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** An epoch. */
@Name("dev.nn4j.Epoch")
@Label("Epoch")
@Description("An epoch of a training, its validation included")
@Category({"nn4j", "Training"})
@StackTrace(false)
final class EpochEvent extends Event {
    @Label("Epoch")
    @Description("Counted from 1")
    int epoch;

    @Label("Rows")
    long rows;

    @Label("Loss")
    @Description("Mean over the epoch's batches")
    double loss;

    @Label("Validation Loss")
    @Description("At the end of the epoch; not a number where nothing is validated")
    double validationLoss;
}
