// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.http;

import dev.nn4j.serve.internal.call.Refusal;
import dev.nn4j.serve.internal.call.Reply;
import dev.nn4j.serve.internal.route.Service;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers what is no request of HTTP, in the words of all other errors: no page, no class, no stack. */
final class PlainErrors implements Request.Handler {
    private static final int LEAST_ERROR = 400;
    private static final int FAILED = 500;

    private final Service service;

    PlainErrors(Service service) {
        this.service = service;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus() < LEAST_ERROR ? FAILED : response.getStatus();
        boolean own = status == FAILED;
        Reply reply = service.refuse(
                Refusal.of(status, own ? "the server failed" : "this is no request of HTTP/1.1 that the server takes"),
                "none");
        response.setStatus(status);
        HttpFields.Mutable headers = response.getHeaders();
        headers.put(HttpHeader.CONTENT_TYPE, reply.contentType());
        headers.put(HttpHeader.CONTENT_LENGTH, reply.body().length);
        response.write(true, ByteBuffer.wrap(reply.body()), callback);
        return true;
    }
}
