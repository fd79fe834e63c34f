// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.http;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;

/**
 * What a client still sends when it has been refused: read and forgotten, for a while. A connection that is closed with bytes unread
 * is reset, and many clients then report the reset instead of the answer, which they would have read once all was sent.
 */
final class RestOfBody implements Runnable {
    /** Who is silent for so long has nothing more to send, or waits for the end. */
    private static final long SILENCE_MILLIS = 2000;

    /** However short the time of a request is, who has sent half of one can send the rest. */
    private static final long LEAST_MILLIS = 5000;

    private final Request request;
    private final Callback callback;
    private final long end;

    RestOfBody(Request request, Duration time, Callback callback) {
        this.request = request;
        this.callback = callback;
        this.end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(Math.max(time.toMillis(), LEAST_MILLIS));
    }

    /** Begins, once the answer is on its way; the callback succeeds when the connection may be closed. */
    void begin() {
        request.getConnectionMetaData().getConnection().getEndPoint().setIdleTimeout(SILENCE_MILLIS);
        run();
    }

    /** Takes what there is; runs again when there is more. */
    @Override
    public void run() {
        boolean ended = false;
        while (!ended && System.nanoTime() - end < 0) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                request.demand(this);
                return;
            }
            ended = chunk.isLast() || Content.Chunk.isFailure(chunk);
            chunk.release();
        }
        callback.succeeded();
    }
}
