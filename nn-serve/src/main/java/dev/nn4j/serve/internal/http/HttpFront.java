// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.http;

import dev.nn4j.serve.internal.route.Service;
import java.io.IOException;
import java.net.URI;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Listens, and hands requests to a service. */
public final class HttpFront implements AutoCloseable {
    private static final int MOST_HEADER_BYTES = 16 << 10;
    private static final int SPARE_THREADS = 4;
    private static final int BACKLOG = 512;
    private static final int LEAST_CONNECTIONS = 64;
    private static final int CONNECTIONS_TO_A_REQUEST = 4;
    private static final long CROWDED_MILLIS = 1000;
    /**
     * Connections that have no request stay so long at least, whatever the time of a request is: a client that sends its next one
     * while the server closes never gets an answer.
     */
    private static final long IDLE_MILLIS = 30_000;

    private final Server server;
    private final Entrance connector;
    private final CallHandler handler;
    private final HttpOptions options;
    private final long graceMillis;

    private HttpFront(Server server, Entrance connector, CallHandler handler, HttpOptions options, long graceMillis) {
        this.server = server;
        this.connector = connector;
        this.handler = handler;
        this.options = options;
        this.graceMillis = graceMillis;
    }

    /**
     * Begins to listen.
     *
     * @throws IOException if it cannot: another program has the port, or a file of keys cannot be read
     */
    public static HttpFront start(Service service, HttpOptions options, long graceMillis) throws IOException {
        int cores = Runtime.getRuntime().availableProcessors();
        QueuedThreadPool threads = new QueuedThreadPool(2 * cores + SPARE_THREADS + 2, cores + SPARE_THREADS);
        threads.setName("nn-serve");
        threads.setDaemon(true);
        Server server = new Server(threads);
        Entrance connector = new Entrance(server, connections(options));
        connector.setHost(options.host());
        connector.setPort(options.port());
        connector.setAcceptQueueSize(BACKLOG);
        connector.setIdleTimeout(Math.max(options.limits().time().toMillis(), IDLE_MILLIS));
        server.addConnector(connector);
        server.addBean(connectionLimit(connector, options.limits().concurrent()));
        server.setStopTimeout(0); // the handler has waited for what is under way; others need not be waited for
        CallHandler handler = new CallHandler(service, options);
        server.setHandler(handler);
        server.setErrorHandler(new PlainErrors(service));
        HttpFront front = new HttpFront(server, connector, handler, options, graceMillis);
        front.start();
        return front;
    }

    /** Connections cost memory, asked or not: beyond so many new ones wait, and idle ones are closed soon. */
    private static NetworkConnectionLimit connectionLimit(Entrance connector, int concurrent) {
        int most = Math.max(LEAST_CONNECTIONS, CONNECTIONS_TO_A_REQUEST * concurrent);
        NetworkConnectionLimit limit = new NetworkConnectionLimit(most, connector);
        limit.setEndPointIdleTimeout(CROWDED_MILLIS);
        return limit;
    }

    private static ConnectionFactory[] connections(HttpOptions options) throws IOException {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setIdleTimeout(options.limits().time().toMillis());
        configuration.setRequestHeaderSize(MOST_HEADER_BYTES);
        HttpConnectionFactory http = new HttpConnectionFactory(configuration);
        if (options.tls().isEmpty()) {
            return new ConnectionFactory[] {http};
        }
        SecureRequestCustomizer secure = new SecureRequestCustomizer();
        secure.setSniHostCheck(false);
        configuration.addCustomizer(secure);
        SslContextFactory.Server keys = new SslContextFactory.Server();
        keys.setKeyStore(TlsKeys.read(options.tls().get()));
        keys.setKeyStorePassword(TlsKeys.KEY_PASSWORD);
        return new ConnectionFactory[] {new SslConnectionFactory(keys, HttpVersion.HTTP_1_1.asString()), http};
    }

    private void start() throws IOException {
        try {
            server.start();
        } catch (IOException e) {
            close();
            throw new IOException(
                    options.host() + ":" + options.port() + ": cannot listen there: " + e.getMessage()
                            + "; choose another port, or end the program that has it",
                    e);
        } catch (Exception e) {
            close();
            throw new IOException("the server cannot start: " + e.getMessage(), e);
        }
    }

    /** The port on which it listens. */
    public int port() {
        return connector.getLocalPort();
    }

    /** Where it is reached from this machine. */
    public URI uri() {
        String scheme = options.tls().isPresent() ? "https" : "http";
        String host = options.host().contains(":") ? "[" + options.host() + "]" : options.host();
        return URI.create(scheme + "://" + host + ":" + port() + "/");
    }

    /** Takes no new connections, lets requests that are under way end, for a while, and ends. */
    @Override
    public void close() {
        try {
            handler.drain(graceMillis, connector);
            server.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            throw new IllegalStateException("the server did not end well", e);
        } finally {
            connector.closeTaken();
        }
    }
}
