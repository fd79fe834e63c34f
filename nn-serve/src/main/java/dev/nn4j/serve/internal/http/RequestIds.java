// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.http;

import java.util.concurrent.atomic.AtomicLong;

/** Names requests: by what the client calls them, or else by the server's start and a number. */
final class RequestIds {
    static final String HEADER = "X-Request-Id";
    private static final String ALLOWED = "[A-Za-z0-9._:/+=-]{1,128}";

    private final String start = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
    private final AtomicLong next = new AtomicLong();

    String of(String given) {
        return given.matches(ALLOWED) ? given : start + "-" + next.incrementAndGet();
    }
}
