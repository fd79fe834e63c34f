// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.http;

import dev.nn4j.api.Printable;
import dev.nn4j.serve.internal.call.Reply;
import org.eclipse.jetty.server.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A line for each request: who, what, status, bytes, time, and its id. Holds no rows and no tokens. */
final class AccessLog {
    private static final Logger LOG = LoggerFactory.getLogger("dev.nn4j.serve.access");
    private static final long MICROS = 1000;

    void note(Request request, Reply reply, String id, long nanos) {
        if (LOG.isInfoEnabled()) {
            LOG.info(
                    "{} {} {} {} {} bytes {} us {}",
                    Request.getRemoteAddr(request),
                    request.getMethod(),
                    Printable.of(Request.getPathInContext(request)),
                    reply.status(),
                    reply.body().length,
                    nanos / MICROS,
                    id);
        }
    }
}
