// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve;

import dev.nn4j.serve.internal.http.HttpFront;
import dev.nn4j.serve.internal.model.ModelCatalog;
import dev.nn4j.serve.internal.model.ModelWatcher;
import dev.nn4j.serve.internal.route.Service;
import java.net.URI;

/**
 * Models that answer over HTTP, until it is closed. docs/serving.md says what it answers.
 *
 * <pre>{@code
 * try (Server server = Server.builder().model(Path.of("customers.nn")).port(0).start()) {
 *     System.out.println(server.uri());
 *     …
 * }
 * }</pre>
 *
 * <p>It logs to SLF4J: {@code dev.nn4j.serve} what happens to models, {@code dev.nn4j.serve.access} each request, at INFO.
 * Safe for all threads.
 *
 * @since 0.1.0
 */
public final class Server implements AutoCloseable {
    private final ModelCatalog models;
    private final Service service;
    private final HttpFront front;
    private final ModelWatcher watcher;

    Server(ModelCatalog models, Service service, HttpFront front, ModelWatcher watcher) {
        this.models = models;
        this.service = service;
        this.front = front;
        this.watcher = watcher;
    }

    /** Describes one. */
    public static ServerBuilder builder() {
        return new ServerBuilder();
    }

    /** The port on which it listens. */
    public int port() {
        return front.port();
    }

    /** Where it is reached. */
    public URI uri() {
        return front.uri();
    }

    /**
     * Looks at once whether files have changed, as it does by itself every second. A new file that cannot be served leaves the
     * old model answering; log, metrics and {@code /v2/health/ready} say why.
     */
    public void reload() {
        models.refresh();
    }

    /**
     * Ends: takes no new connections, says that it is not ready, lets requests that are under way have their answers, as long as
     * {@link ServerBuilder#grace} says, and lets go of the port.
     */
    @Override
    public void close() {
        watcher.close();
        front.close();
        service.close();
    }
}
