// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command.serve;

import dev.nn4j.cli.console.Console;
import dev.nn4j.cli.console.Failure;
import dev.nn4j.cli.console.Interruption;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.serve.Server;
import dev.nn4j.serve.ServerBuilder;
import dev.nn4j.serve.ServerLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** Runs a server until the process is to end. The one class that knows nn-serve, which may be absent. */
final class ServeRun {
    private static final long LOOK_MILLIS = 50;
    private static final double MILLIS = 1000;

    private final Console console;
    private final Interruption interruption;
    private final ServedFiles files;
    private final AccessOptions access;
    private final LimitOptions limits;

    ServeRun(Console console, Interruption interruption, ServedFiles files, AccessOptions access, LimitOptions limits) {
        this.console = console;
        this.interruption = interruption;
        this.files = files;
        this.access = access;
        this.limits = limits;
    }

    void until(String host, int port, ComponentRegistry registry, Execution execution) throws IOException {
        try (Server server = start(host, port, registry, execution)) {
            interruption.guard();
            console.tell("serving " + server.uri());
            while (!interruption.isRequested()) {
                Thread.sleep(LOOK_MILLIS);
            }
            console.tell("ending: requests that are under way get their answers");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Server start(String host, int port, ComponentRegistry registry, Execution execution) throws IOException {
        try {
            ServerBuilder builder = Server.builder()
                    .host(host)
                    .port(port)
                    .registry(registry)
                    .execution(execution)
                    .limits(new ServerLimits(
                            limits.body(),
                            limits.rows(),
                            Duration.ofMillis(Math.round(limits.seconds() * MILLIS)),
                            limits.requests()));
            files.models().forEach(builder::model);
            files.shadows().forEach(builder::shadow);
            guard(builder);
            return builder.start();
        } catch (IllegalArgumentException e) {
            throw Failure.usage(String.valueOf(e.getMessage()));
        }
    }

    private void guard(ServerBuilder builder) {
        access.token().ifPresent(builder::tokenFile);
        if (access.isOpen()) {
            builder.openToAll();
        }
        access.certificate().ifPresent(certificate -> tls(builder, certificate));
    }

    private void tls(ServerBuilder builder, Path certificate) {
        if (access.key().isPresent()) {
            builder.tls(certificate, access.key().get());
        } else {
            builder.tlsStore(certificate, access.password());
        }
    }
}
