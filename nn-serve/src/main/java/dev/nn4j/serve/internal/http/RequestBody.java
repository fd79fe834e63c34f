// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.http;

import dev.nn4j.serve.internal.call.CallLimits;
import dev.nn4j.serve.internal.call.Refusal;
import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;
import org.eclipse.jetty.io.Content;

/** Reads a body as it comes, and gives up if there is too much of it or it takes too long. */
final class RequestBody implements Runnable {
    private static final int TOO_SLOW = 408;
    private static final int USUAL_BYTES = 512;
    private static final int BUFFER = 8192;

    private final Content.Source source;
    private final CallLimits limits;
    private final Consumer<byte[]> whole;
    private final Consumer<Refusal> refused;
    private final long end;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES);

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
                refused.accept(Refusal.of(TOO_SLOW, "the body did not come to its end; send all of it"));
                return;
            }
            take(chunk);
            boolean last = chunk.isLast();
            chunk.release();
            if (bytes.size() > limits.bodyBytes()) {
                refused.accept(tooLarge(limits));
                return;
            }
            if (last) {
                whole.accept(bytes.toByteArray());
                return;
            }
            if (System.nanoTime() - end > 0) {
                refused.accept(Refusal.of(
                        TOO_SLOW, "the body took more than " + limits.time().toMillis() + " ms; send it faster"));
                return;
            }
        }
    }

    private void take(Content.Chunk chunk) {
        byte[] part = new byte[Math.min(BUFFER, chunk.getByteBuffer().remaining())];
        while (chunk.getByteBuffer().hasRemaining()) {
            int some = Math.min(part.length, chunk.getByteBuffer().remaining());
            chunk.getByteBuffer().get(part, 0, some);
            bytes.write(part, 0, some);
        }
    }

    static Refusal tooLarge(CallLimits limits) {
        return Refusal.tooLarge("a body may have " + limits.bodyBytes() + " bytes, got more; send the rows in parts");
    }
}
