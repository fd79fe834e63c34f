// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.answer;

import dev.nn4j.api.DataException;
import dev.nn4j.api.DataException.Location;
import dev.nn4j.serve.internal.call.Refusal;
import dev.nn4j.serve.internal.call.RowFault;
import dev.nn4j.serve.internal.rows.ListedRows;
import java.util.Optional;

/** Tells clients which row and field a fault of the data is in. */
public final class RowFaults {
    private RowFaults() {}

    /** Of rows that were read. */
    public static Refusal of(DataException fault, ListedRows rows) {
        Optional<Location> where = fault.location();
        String text = String.valueOf(fault.getMessage());
        if (where.isEmpty()) {
            return Refusal.row(RowFault.of(0, "", text));
        }
        String problem = withoutPlace(text, where.get());
        long row = rows.numberOf(where.get().line());
        int field = where.get().column() - 1;
        boolean named = row > 0 && field >= 0 && field < rows.header().size();
        return Refusal.row(RowFault.of(row, named ? rows.header().get(field) : "", problem));
    }

    /** Of a body that is no rows. */
    public static Refusal ofBody(DataException fault) {
        return Refusal.row(RowFault.of(0, "", String.valueOf(fault.getMessage())));
    }

    private static String withoutPlace(String text, Location where) {
        String place = where + ": ";
        return text.startsWith(place) ? text.substring(place.length()) : text;
    }
}
