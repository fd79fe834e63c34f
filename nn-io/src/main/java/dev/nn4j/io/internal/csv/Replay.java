// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.csv;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Bytes that were read already, and behind them those that were not, or what failed where they were. */
final class Replay extends InputStream {
    private final byte[] first;
    private final InputStream rest;
    private final Optional<IOException> failure;
    private int at;
    private boolean beyond;

    Replay(byte[] first, InputStream rest, Optional<IOException> failure) {
        this.first = first;
        this.rest = rest;
        this.failure = failure;
    }

    /** Whether more was asked for than had been read already. */
    boolean isBeyond() {
        return beyond;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int count) throws IOException {
        if (at < first.length) {
            int some = Math.min(count, first.length - at);
            System.arraycopy(first, at, into, from, some);
            at += some;
            return some;
        }
        beyond = true;
        if (failure.isPresent()) {
            throw failure.get();
        }
        return rest.read(into, from, count);
    }

    @Override
    public void close() throws IOException {
        rest.close();
    }
}
