// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.http;

import dev.nn4j.serve.internal.call.Call;
import dev.nn4j.serve.internal.call.CallLimits;
import dev.nn4j.serve.internal.call.Query;
import dev.nn4j.serve.internal.call.Refusal;
import dev.nn4j.serve.internal.call.Reply;
import dev.nn4j.serve.internal.route.Service;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/** Makes calls of requests, within limits, and answers of replies. A body is read without a thread that waits for it. */
final class CallHandler extends Handler.Abstract.NonBlocking {
    private static final List<String> OPEN = List.of("/", "/try.css", "/try.js");
    private static final int NOT_ALLOWED = 401;
    private static final int TOO_MANY = 429;
    private static final long PAUSE_MILLIS = 5;
    /** Fields that nearly all answers have are made once, with their bytes. */
    private static final HttpField JSON = new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, Reply.JSON);

    private static final HttpField NO_SNIFFING = new PreEncodedHttpField("X-Content-Type-Options", "nosniff");

    private final Service service;
    private final CallLimits limits;
    private final Optional<Token> token;
    private final RequestIds ids = new RequestIds();
    private final AccessLog log = new AccessLog();
    private final AtomicInteger open = new AtomicInteger();

    CallHandler(Service service, HttpOptions options) {
        this.service = service;
        this.limits = options.limits();
        this.token = options.token();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String id = ids.of(
                Optional.ofNullable(request.getHeaders().get(RequestIds.HEADER)).orElse(""));
        Exchange exchange = new Exchange(request, response, callback, id, System.nanoTime());
        if (open.incrementAndGet() > limits.concurrent()) {
            exchange.refuse(Refusal.of(
                    TOO_MANY, "more than " + limits.concurrent() + " requests at once; try again in a second"));
        } else if (!isAllowed(request)) {
            exchange.refuse(Refusal.of(NOT_ALLOWED, "a bearer token is needed: Authorization: Bearer TOKEN"));
        } else if (request.getLength() > limits.bodyBytes()) {
            exchange.refuse(tooLarge());
        } else {
            new RequestBody(request, limits, exchange::call, exchange::refuse).run();
        }
        return true;
    }

    /**
     * Whether it lives or is ready anyone may ask: who watches over processes has no secrets. Nor has the page, which asks for the
     * token itself.
     */
    private boolean isAllowed(Request request) {
        String path = Request.getPathInContext(request);
        return token.isEmpty()
                || path.startsWith("/v2/health/")
                || OPEN.contains(path)
                || token.get().isIn(header(request, HttpHeader.AUTHORIZATION));
    }

    private Refusal tooLarge() {
        return RequestBody.tooLarge(limits);
    }

    private static String header(Request request, HttpHeader name) {
        return Optional.ofNullable(request.getHeaders().get(name)).orElse("");
    }

    /** Waits until all that is under way is answered, or the time is up. */
    void drain(long millis, ServerConnector connector) throws InterruptedException {
        service.end();
        Future<?> idle = connector.shutdown();
        long end = System.nanoTime() + millis * 1_000_000;
        while (open.get() > 0 && !idle.isDone() && System.nanoTime() < end) {
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    /** One request on its way. */
    private final class Exchange {
        private final Request request;
        private final Response response;
        private final Callback callback;
        private final String id;
        private final long began;

        Exchange(Request request, Response response, Callback callback, String id, long began) {
            this.request = request;
            this.response = response;
            this.callback = callback;
            this.id = id;
            this.began = began;
        }

        void refuse(Refusal refusal) {
            response.getHeaders().put(HttpHeader.CONNECTION, "close");
            RestOfBody rest = new RestOfBody(request, limits.time(), callback);
            reply(service.refuse(refusal, id), Callback.from(rest::begin, callback::failed));
        }

        void call(byte[] body) {
            try {
                reply(
                        service.answer(
                                new Call(
                                        request.getMethod(),
                                        Request.getPathInContext(request),
                                        Query.of(Optional.ofNullable(
                                                        request.getHttpURI().getQuery())
                                                .orElse("")),
                                        mediaType(header(request, HttpHeader.CONTENT_TYPE)),
                                        header(request, HttpHeader.ACCEPT).toLowerCase(Locale.ROOT),
                                        body),
                                id),
                        callback);
            } catch (Refusal refusal) {
                refuse(refusal);
            }
        }

        private String mediaType(String header) {
            int parameters = header.indexOf(';');
            return (parameters < 0 ? header : header.substring(0, parameters))
                    .strip()
                    .toLowerCase(Locale.ROOT);
        }

        private HttpField contentType(Reply reply) {
            return reply.contentType().equals(Reply.JSON)
                    ? JSON
                    : new HttpField(HttpHeader.CONTENT_TYPE, reply.contentType());
        }

        private void reply(Reply reply, Callback written) {
            HttpFields.Mutable headers = response.getHeaders();
            response.setStatus(reply.status());
            headers.put(contentType(reply));
            headers.put(HttpHeader.CONTENT_LENGTH, reply.body().length);
            headers.put(new HttpField(null, RequestIds.HEADER, id));
            headers.put(NO_SNIFFING);
            reply.headers().forEach(headers::put);
            if (reply.status() == NOT_ALLOWED) {
                headers.put(HttpHeader.WWW_AUTHENTICATE, "Bearer");
            }
            boolean head = request.getMethod().equals("HEAD");
            log.note(request, reply, id, System.nanoTime() - began);
            response.write(
                    true,
                    ByteBuffer.wrap(head ? new byte[0] : reply.body()),
                    Callback.from(open::decrementAndGet, written));
        }
    }
}
