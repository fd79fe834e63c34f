// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.benchmarks.serving;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/** A client that does something wrong, and what it counted. */
final class WrongClient {
    private static final long PAUSE_MILLIS = 20;
    /** After nine megabytes. */
    private static final long LONG_PAUSE_MILLIS = 5000;

    private static final int PATIENCE_MILLIS = 60_000;

    private final URI server;
    private final String path;
    private final Way way;
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong closed = new AtomicLong();
    private final AtomicLong unexpected = new AtomicLong();

    WrongClient(URI server, String path, Way way) {
        this.server = server;
        this.path = path;
        this.way = way;
    }

    /** What clients do wrong, and how the status line must begin that they get, if they get one. */
    enum Way {
        SLOW("Content-Length: 400\r\n\r\n", false, "HTTP/1.1 4"),
        HALF_CLOSED("Content-Length: 400\r\n\r\na,b\n", true, "HTTP/1.1 4"),
        NO_JSON(
                "Content-Type: application/json\r\nContent-Length: 5\r\nConnection: close\r\n\r\n[[1,]",
                false,
                "HTTP/1.1 4"),
        SAID_TOO_LARGE("Content-Length: 999999999\r\nConnection: close\r\n\r\n", false, "HTTP/1.1 413"),
        SENT_TOO_LARGE("Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n", false, "HTTP/1.1 413"),
        NO_HTTP("Content-Length: -1\r\n\r\n", false, "HTTP/1.1 400"),
        GONE("Content-Length: 10\r\n\r\n[", true, "");

        private final String rest;
        private final boolean closes;
        private final String wanted;

        Way(String rest, boolean closes, String wanted) {
            this.rest = rest;
            this.closes = closes;
            this.wanted = wanted;
        }
    }

    /** Asks once. */
    void ask() throws InterruptedException {
        requests.incrementAndGet();
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            send(socket);
            if (way != Way.GONE) {
                String status = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
                if (!status.isEmpty() && !status.startsWith(way.wanted)) {
                    unexpected.incrementAndGet();
                }
            }
        } catch (IOException e) {
            closed.incrementAndGet(); // the server has had enough
        }
        Thread.sleep(way == Way.SENT_TOO_LARGE ? LONG_PAUSE_MILLIS : PAUSE_MILLIS);
    }

    private void send(Socket socket) throws IOException, InterruptedException {
        OutputStream out = socket.getOutputStream();
        String head = "POST /" + path + " HTTP/1.1\r\nHost: soak\r\n" + way.rest;
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.flush();
        if (way == Way.SLOW) {
            drip(out);
        } else if (way == Way.SENT_TOO_LARGE) {
            pour(out);
        }
        if (way.closes) {
            socket.shutdownOutput();
        }
    }

    private static void drip(OutputStream out) throws IOException, InterruptedException {
        for (int i = 0; i < 60; i++) {
            out.write(' ');
            out.flush();
            Thread.sleep(100);
        }
    }

    /** Nine megabytes, of which servers take eight. */
    private static void pour(OutputStream out) throws IOException {
        byte[] chunk = ("10000\r\n" + " ".repeat(1 << 16) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < 9 << 4; i++) {
            out.write(chunk);
        }
        out.flush();
    }

    @Override
    public String toString() {
        return way + ": " + requests + " requests, " + closed
                + " of them closed by the server before an answer was read, " + unexpected
                + " answered otherwise than with " + (way.wanted.isEmpty() ? "nothing" : way.wanted);
    }
}
