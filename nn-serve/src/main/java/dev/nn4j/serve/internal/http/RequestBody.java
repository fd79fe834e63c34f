// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.http;

import dev.nn4j.serve.internal.call.CallLimits;
import dev.nn4j.serve.internal.call.Refusal;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.Content;

/** Reads a body as it comes, and gives up if there is too much of it or it takes too long. */
final class RequestBody implements Runnable {
    private static final int TOO_SLOW = 408;

    private final Content.Source source;
    private final CallLimits limits;
    private final Consumer<byte[]> whole;
    private final Consumer<Refusal> refused;
    private final long end;
    private byte[] bytes = new byte[0];
    private int count;

    RequestBody(Content.Source source, CallLimits limits, Consumer<byte[]> whole, Consumer<Refusal> refused) {
        this.source = source;
        this.limits = limits;
        this.whole = whole;
        this.refused = refused;
        this.end = System.nanoTime() + limits.time().toNanos();
    }

    /** Takes what there is; runs again when there is more. */
    @Override
    public void run() {
        while (true) {
            Content.Chunk chunk = source.read();
            if (chunk == null) {
                source.demand(this);
                return;
            }
            if (Content.Chunk.isFailure(chunk)) {
                refused.accept(broken(chunk.getFailure()));
                return;
            }
            take(chunk.getByteBuffer());
            boolean last = chunk.isLast();
            chunk.release();
            if (count > limits.bodyBytes()) {
                refused.accept(tooLarge(limits));
                return;
            }
            if (last) {
                whole.accept(count == bytes.length ? bytes : Arrays.copyOf(bytes, count));
                return;
            }
            if (System.nanoTime() - end > 0) {
                refused.accept(Refusal.of(
                        TOO_SLOW, "the body took more than " + limits.time().toMillis() + " ms; send it faster"));
                return;
            }
        }
    }

    /** A body that comes at once is copied once; the room of one that comes in parts grows by half. */
    private void take(ByteBuffer part) {
        int more = part.remaining();
        if (bytes.length - count < more) {
            bytes = Arrays.copyOf(bytes, Math.max(count + more, count + count / 2));
        }
        part.get(bytes, count, more);
        count += more;
    }

    private static Refusal broken(Throwable failure) {
        return failure instanceof HttpException wrong
                ? Refusal.of(wrong.getCode(), "the body is not one of HTTP/1.1: its chunks or its length are wrong")
                : Refusal.of(TOO_SLOW, "the body did not come to its end; send all of it");
    }

    static Refusal tooLarge(CallLimits limits) {
        return Refusal.tooLarge("a body may have " + limits.bodyBytes() + " bytes, got more; send the rows in parts");
    }
}
