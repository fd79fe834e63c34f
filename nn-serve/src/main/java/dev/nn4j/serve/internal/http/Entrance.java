// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.http;

import java.io.IOException;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes connections, and knows those that are open: when the server stops, Jetty ends only those that it looks at already. One
 * that was taken at that moment would stay open, and its client wait for an answer that never comes.
 */
final class Entrance extends ServerConnector {
    private static final Logger LOG = LoggerFactory.getLogger(Entrance.class);

    private final Set<SocketChannel> taken = ConcurrentHashMap.newKeySet();
    private volatile boolean over;

    Entrance(Server server, ConnectionFactory... connections) {
        super(server, 1, 1, connections);
    }

    @Override
    protected void configure(Socket socket) {
        super.configure(socket);
        taken.removeIf(channel -> !channel.isOpen());
        taken.add(socket.getChannel());
        if (over) {
            closeTaken();
        }
    }

    /**
     * Closing the port wakes whoever waits for a connection. An interrupt as well would lose one that has just come: the JDK
     * then throws instead of giving it, and leaves it open.
     */
    @Override
    protected void interruptAcceptors() {}

    @Override
    protected void onEndPointClosed(EndPoint endPoint) {
        super.onEndPointClosed(endPoint);
        taken.remove(endPoint.getTransport());
    }

    /** Ends those that are still open, and any that are taken from now on: the server has stopped. */
    void closeTaken() {
        over = true;
        for (SocketChannel channel : taken) {
            try {
                channel.close();
            } catch (IOException e) {
                LOG.debug("a connection could not be closed", e);
            }
        }
    }
}
