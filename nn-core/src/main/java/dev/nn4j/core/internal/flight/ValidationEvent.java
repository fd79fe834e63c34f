// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.flight;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** The validation of an epoch. */
@Name("dev.nn4j.Validation")
@Label("Validation")
@Description("What an epoch's network makes of the validation rows")
@Category({"nn4j", "Training"})
@StackTrace(false)
final class ValidationEvent extends Event {
    @Label("Epoch")
    @Description("Counted from 1")
    int epoch;

    @Label("Rows")
    long rows;
}
