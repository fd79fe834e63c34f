// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.call;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is answered.
 *
 * @param status of HTTP
 * @param contentType what the body is
 * @param body nobody changes it
 * @param headers others
 * @param rows how many a model has answered in it
 */
@SuppressWarnings("ArrayRecordComponent") // the one copy of what may be megabytes
public record Reply(int status, String contentType, byte[] body, Map<String, String> headers, long rows) {
    public static final String JSON = "application/json";
    public static final String CSV = "text/csv";

    /** All is well. */
    public static Reply of(String contentType, byte[] body) {
        return new Reply(200, contentType, body, Map.of(), 0);
    }

    /** A model's answer to so many rows. */
    public static Reply of(String contentType, byte[] body, long rows) {
        return new Reply(200, contentType, body, Map.of(), rows);
    }

    /** A text. */
    public static Reply text(int status, String contentType, String text) {
        return new Reply(status, contentType, text.getBytes(StandardCharsets.UTF_8), Map.of(), 0);
    }

    /** The same with another header. */
    public Reply with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Reply(status, contentType, body, more, rows);
    }
}
