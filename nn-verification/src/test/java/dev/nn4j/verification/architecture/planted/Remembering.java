// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.architecture.planted;

import java.util.HashMap;
import java.util.concurrent.atomic.AtomicLong;

/** A library with a memory. */
public final class Remembering {
    static int variable = 1;
    static volatile boolean flag = true;
    static final AtomicLong COUNTER = new AtomicLong();
    static final ThreadLocal<String> THREAD = ThreadLocal.withInitial(() -> "");
    static final HashMap<String, String> CACHE = new HashMap<>();
}
