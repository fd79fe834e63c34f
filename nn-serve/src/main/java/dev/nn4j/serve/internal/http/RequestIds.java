// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.http;

import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/** Names requests: by what the client calls them, or else by the server's start and a number. */
final class RequestIds {
    static final String HEADER = "X-Request-Id";
    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9._:/+=-]{1,128}");

    private final String start = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
    private final AtomicLong next = new AtomicLong();

    String of(String given) {
        boolean usable = !given.isEmpty() && ALLOWED.matcher(given).matches();
        return usable ? given : start + "-" + next.incrementAndGet();
    }
}
