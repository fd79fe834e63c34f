// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.live;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.nn4j.cli.console.Failure;
import dev.nn4j.report.live.LiveCourse;
import dev.nn4j.report.live.LivePage;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Serves the page of a training that runs, and what happens in it as server-sent events, to browsers on this machine: it
 * listens at 127.0.0.1 and answers only who asks for that. The training does not wait for it.
 */
public final class LiveServer implements AutoCloseable {
    private static final int BACKLOG = 16;
    private static final int OK = 200;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int NOT_ALLOWED = 405;

    private final HttpServer server;
    private final ExecutorService threads;
    private final EventStreams streams;
    private final Set<String> hosts;

    private LiveServer(HttpServer server, LiveCourse course) {
        this.server = server;
        streams = new EventStreams(course);
        hosts = Set.of("127.0.0.1:" + port(), "localhost:" + port());
        threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "nn-live-page");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Starts it.
     *
     * @param port where it listens; 0 for one that is free
     * @throws IOException if it cannot listen
     */
    public static LiveServer start(int port, LiveCourse course) throws IOException {
        try {
            InetAddress here = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
            LiveServer live = new LiveServer(HttpServer.create(new InetSocketAddress(here, port), BACKLOG), course);
            live.server.setExecutor(live.threads);
            live.server.createContext("/", live::answer);
            live.server.start();
            return live;
        } catch (BindException e) {
            throw Failure.usage("--watch: nothing can listen at port " + port
                    + ", something else may; name another, or none for one that is free");
        }
    }

    /** Where the page is. */
    public String address() {
        return "http://127.0.0.1:" + port() + "/";
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            // A name that somebody else's server gives this address would let their pages read ours.
            if (!hosts.contains(String.valueOf(exchange.getRequestHeaders().getFirst("Host")))) {
                send(exchange, FORBIDDEN, "text/plain", "this page is at " + address() + " alone\n");
            } else if (!exchange.getRequestMethod().equals("GET")) {
                send(exchange, NOT_ALLOWED, "text/plain", "there is nothing to do here but to look\n");
            } else {
                show(exchange);
            }
        }
    }

    private void show(HttpExchange exchange) throws IOException {
        switch (exchange.getRequestURI().getPath()) {
            case "/" -> send(exchange, OK, "text/html", LivePage.html());
            case "/events" -> streams.send(exchange);
            default -> send(exchange, NOT_FOUND, "text/plain", "there is one page, at " + address() + "\n");
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    /** Ends when all who listen know that the training is over, or soon after. */
    @Override
    public void close() {
        streams.awaitEnd();
        server.stop(0);
        threads.shutdownNow();
    }
}
