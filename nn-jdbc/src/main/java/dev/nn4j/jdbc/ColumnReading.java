// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.jdbc;

import java.sql.Clob;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How the values of a column are had, by the type that the database says it has. */
enum ColumnReading {
    /** Not fetched. */
    SKIPPED {
        @Override
        @Nullable
        Object value(ResultSet rows, int column) {
            return null;
        }
    },
    /** A moment, whatever zone the session has; it is told in UTC. */
    MOMENT {
        @Override
        @Nullable
        Object value(ResultSet rows, int column) throws SQLException {
            OffsetDateTime time = rows.getObject(column, OffsetDateTime.class);
            if (time == null) {
                return null;
            }
            if (time.getYear() > LAST_YEAR || time.getYear() < -LAST_YEAR) {
                throw new SQLException("column '" + rows.getMetaData().getColumnLabel(column)
                        + "' holds infinity, which is no moment; leave the row out, or give null instead");
            }
            return time.toInstant();
        }
    },
    /** What no Java type of its own is made of: intervals, enums, JSON, addresses of networks. */
    TEXT {
        @Override
        @Nullable
        Object value(ResultSet rows, int column) throws SQLException {
            return rows.getString(column);
        }
    },
    /** A year, which drivers make a day of. */
    YEAR {
        @Override
        @Nullable
        Object value(ResultSet rows, int column) throws SQLException {
            int year = rows.getInt(column);
            return rows.wasNull() ? null : year;
        }
    },
    /** What the driver gives, dates and times as those of java.time. */
    VALUE {
        @Override
        @Nullable
        Object value(ResultSet rows, int column) throws SQLException {
            Object value = rows.getObject(column);
            for (Form<?> form : FORMS) {
                if (value != null && form.reads(value)) {
                    return form.of(value, rows, column);
                }
            }
            return value;
        }
    };

    private static final int LAST_YEAR = 99_999;

    private static final List<Form<?>> FORMS = List.of(
            new Form<>(Date.class, (date, rows, column) -> day(date, rows, column)),
            new Form<>(Timestamp.class, (time, rows, column) -> clock(time, rows, column)),
            new Form<>(Time.class, (time, rows, column) -> timeOfDay(time, rows, column)),
            new Form<>(OffsetDateTime.class, (time, rows, column) -> time.toInstant()),
            new Form<>(Clob.class, (text, rows, column) -> rows.getString(column)));

    /** The value of the row behind the cursor, null where there is none. */
    abstract @Nullable Object value(ResultSet rows, int column) throws SQLException;

    /** How a column is read. */
    static ColumnReading of(ResultSetMetaData columns, int column) throws SQLException {
        String name = String.valueOf(columns.getColumnTypeName(column)).toLowerCase(Locale.ROOT);
        int type = columns.getColumnType(column);
        if (type == Types.TIMESTAMP_WITH_TIMEZONE || name.equals("timestamptz")) {
            return MOMENT;
        }
        if (type == Types.OTHER || type == Types.SQLXML || type == Types.TIME_WITH_TIMEZONE || name.equals("timetz")) {
            return TEXT;
        }
        return name.equals("year") ? YEAR : VALUE;
    }

    /** What a value of java.sql is in a table. */
    @FunctionalInterface
    private interface Reading<T> {
        Object of(T value, ResultSet rows, int column) throws SQLException;
    }

    private record Form<T>(Class<T> type, Reading<T> reading) {
        boolean reads(Object value) {
            return type.isInstance(value);
        }

        Object of(Object value, ResultSet rows, int column) throws SQLException {
            return reading.of(type.cast(value), rows, column);
        }
    }

    private static LocalDate day(Date date, ResultSet rows, int column) {
        try {
            return rows.getObject(column, LocalDate.class);
        } catch (SQLException e) {
            return date.toLocalDate();
        }
    }

    /** Asked for as it stands: a Timestamp cannot be a time that daylight saving leaves out. Old drivers give only that. */
    private static LocalDateTime clock(Timestamp time, ResultSet rows, int column) {
        try {
            return rows.getObject(column, LocalDateTime.class);
        } catch (SQLException e) {
            return time.toLocalDateTime();
        }
    }

    private static LocalTime timeOfDay(Time time, ResultSet rows, int column) {
        try {
            return rows.getObject(column, LocalTime.class);
        } catch (SQLException e) {
            return time.toLocalTime();
        }
    }
}
