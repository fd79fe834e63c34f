// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.call;

/**
 * What a client asks.
 *
 * @param method in capitals: {@code POST}
 * @param path decoded, from the first slash on
 * @param query its parameters
 * @param contentType what the body is, without parameters and in lower case; empty if that is not said
 * @param accept what the client takes, in lower case; empty if that is not said
 * @param body all of it; nobody changes it
 */
@SuppressWarnings("ArrayRecordComponent") // the one copy of what may be megabytes
public record Call(String method, String path, Query query, String contentType, String accept, byte[] body) {
    /** What clients say that post something and do not say what. */
    private static final String UNSAID = "application/x-www-form-urlencoded";

    /** One without a body. */
    public static Call get(String path) {
        return new Call("GET", path, Query.of(""), "", "", new byte[0]);
    }

    /** Whether rows come as CSV: as the client says, or, where it says nothing, as the body begins. */
    public boolean bringsCsv() {
        boolean unsaid = contentType.isEmpty() || contentType.equals(UNSAID);
        return contentType.equals(Reply.CSV) || contentType.equals("application/csv") || (unsaid && !looksLikeJson());
    }

    /** Whether rows come as JSON. */
    public boolean bringsJson() {
        boolean unsaid = contentType.isEmpty() || contentType.equals(UNSAID);
        return contentType.endsWith("json") || (unsaid && looksLikeJson());
    }

    private boolean looksLikeJson() {
        for (byte one : body) {
            if (one > ' ') {
                return one == '{' || one == '[';
            }
        }
        return true;
    }

    /** Whether answers are wanted as CSV: as the client says, or else as rows came. */
    public boolean wantsCsv() {
        boolean csv = accept.contains(Reply.CSV);
        return csv || (bringsCsv() && !accept.contains(Reply.JSON));
    }
}
