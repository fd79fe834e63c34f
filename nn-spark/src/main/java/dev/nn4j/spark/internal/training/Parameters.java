// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark.internal.training;

import java.io.Serializable;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;

/** A network's parameters on their way to a step's tasks: few with each task, many once to each executor. */
final class Parameters implements Serializable {
    private static final long serialVersionUID = 1;

    /** A broadcast costs a round trip more, and below this that takes longer than sending them with tasks. */
    private static final int MOST_WITH_TASKS = 1 << 18;

    private final float @Nullable [] own;
    private final @Nullable Broadcast<float[]> shared;

    Parameters(JavaSparkContext context, float[] values) {
        boolean few = values.length <= MOST_WITH_TASKS;
        this.own = few ? values : null;
        this.shared = few ? null : context.broadcast(values.clone());
    }

    float[] values() {
        float[] here = own;
        if (here != null) {
            return here;
        }
        if (shared == null) {
            throw new IllegalStateException("step: it has no parameters");
        }
        return shared.value();
    }

    /** After the step. */
    void destroy() {
        if (shared != null) {
            shared.destroy();
        }
    }
}
