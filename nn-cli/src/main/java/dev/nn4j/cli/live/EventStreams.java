// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.live;

import com.sun.net.httpserver.HttpExchange;
import dev.nn4j.report.live.LiveCourse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What happens in a training, as server-sent events (HTML standard, section 9.2), to everybody who listens. Who listens is told
 * all from the beginning, and then what is new, some times a second.
 */
final class EventStreams {
    private static final int OK = 200;
    private static final int BUSY = 503;

    /** Each takes a thread. */
    private static final int MOST_LISTENERS = 32;

    private static final long PAUSE_MILLIS = 200;

    /** Silence after which a word goes out that nobody hears, to learn whether the listener is there. */
    private static final int PAUSES_OF_SILENCE = 50;

    private static final long PATIENCE_MILLIS = 2000;

    private final LiveCourse course;
    private int listeners;

    EventStreams(LiveCourse course) {
        this.course = course;
    }

    /** Sends until the training is over or nobody listens. */
    void send(HttpExchange exchange) throws IOException {
        if (!enter()) {
            exchange.sendResponseHeaders(BUSY, -1);
            return;
        }
        try {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.sendResponseHeaders(OK, 0);
            send(course.reader(), exchange.getResponseBody());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            leave();
        }
    }

    private static void send(LiveCourse.Reader reader, OutputStream out) throws IOException, InterruptedException {
        int silence = 0;
        while (true) {
            Optional<String> news = reader.next();
            if (news.isPresent()) {
                silence = 0;
                write(out, "data: " + news.get() + "\n\n");
            } else if (++silence == PAUSES_OF_SILENCE) {
                silence = 0;
                write(out, ":\n\n");
            }
            if (reader.isOver()) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private synchronized boolean enter() {
        if (listeners == MOST_LISTENERS) {
            return false;
        }
        listeners++;
        return true;
    }

    private synchronized void leave() {
        listeners--;
        notifyAll();
    }

    /** Waits until nobody listens any more, though not for long. */
    synchronized void awaitEnd() {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        try {
            for (long left = PATIENCE_MILLIS; listeners > 0 && left > 0; ) {
                wait(left);
                left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
