// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark.internal.rows;

import java.sql.Date;
import java.sql.Timestamp;
import org.jspecify.annotations.Nullable;

/** The values of Spark's rows as nn4j takes them: what is a time is one of java.time. */
public final class CellValues {
    private CellValues() {}

    /** A timestamp is an instant, which is taken in UTC whatever the session's time zone is. */
    public static @Nullable Object of(@Nullable Object value) {
        if (value instanceof Timestamp timestamp) {
            return timestamp.toInstant();
        }
        return value instanceof Date date ? date.toLocalDate() : value;
    }
}
