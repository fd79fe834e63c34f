// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.call;

/**
 * What is wrong with a row.
 *
 * @param row its number, from 1 on; 0 if the fault is the whole request's
 * @param field the column; empty if it is not one's
 * @param problem what was found and what is allowed
 * @param remedy what to do; empty if the problem says it
 */
public record RowFault(long row, String field, String problem, String remedy) {
    private static final String USUAL_REMEDY = "correct the value, or give null where it is not known";

    /** Takes a problem apart that ends with its remedy, as most messages of nn4j do. */
    public static RowFault of(long row, String field, String text) {
        int semicolon = text.lastIndexOf("; ");
        return semicolon < 0
                ? new RowFault(row, field, text, field.isEmpty() ? "" : USUAL_REMEDY)
                : new RowFault(row, field, text.substring(0, semicolon), text.substring(semicolon + 2));
    }

    /** In one line. */
    public String message() {
        return (row > 0 ? "row " + row + ": " : "") + problem + (remedy.isEmpty() ? "" : "; " + remedy);
    }
}
