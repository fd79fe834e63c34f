// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core;

import dev.nn4j.core.encoding.InputEncoder;
import dev.nn4j.core.internal.distribution.TargetParts;
import dev.nn4j.core.internal.engine.JointPass;
import org.jspecify.annotations.Nullable;

/** The working memory of an ensemble's predictions: what its rows become is made once, for all of its members. */
final class MembersScratch extends GuardedScratch {
    private final Members owner;
    private final JointPass pass;

    MembersScratch(Members owner, JointPass pass) {
        this.owner = owner;
        this.pass = pass;
    }

    /** The scratch that members are given, which must be their own. */
    static MembersScratch of(Scratch given, Members user) {
        if (given instanceof MembersScratch own && own.owner == user) {
            return own;
        }
        throw new IllegalArgumentException(
                "model: the scratch is another model's; make one with newScratch() of the model it is for");
    }

    /**
     * Where predictions go.
     *
     * @param numbers answers or details, from index 0
     * @param details whether they are details
     * @param spread how far networks are apart in each answer, where that is asked for
     */
    @SuppressWarnings("ArrayRecordComponent") // the caller's arrays, to be written
    record Into(float[] numbers, boolean details, float @Nullable [] spread) {}

    /** Chunk by chunk, as {@link Network#predict} does. */
    void predict(float[] raw, int rows, InputEncoder encoder, Into into) {
        enter();
        try {
            int chunk = pass.room(rows);
            int width = into.details() ? owner.width() : owner.answers();
            if (into.numbers() == raw && width > encoder.rawWidth()) {
                // in one array, rows that grow must not run over those that are still to be read, which lie before them
                for (int to = rows; to > 0; to -= Math.min(chunk, to)) {
                    int from = Math.max(0, to - chunk);
                    predictChunk(raw, from, to - from, encoder, into);
                }
                return;
            }
            for (int from = 0; from < rows; from += chunk) {
                predictChunk(raw, from, Math.min(chunk, rows - from), encoder, into);
            }
        } finally {
            leave();
        }
    }

    private void predictChunk(float[] raw, int from, int count, InputEncoder encoder, Into into) {
        float[] inputs = Network.encoded(raw, from, count, encoder, pass.input());
        encoder.requireFinite(inputs, count, from);
        float[] details = pass.details(pass.run(inputs, count), count);
        if (into.spread() != null && owner.count() > 1) {
            pass.spread(count, into.spread(), from * owner.answers());
        }
        int width = into.details() ? owner.width() : owner.answers();
        if (width < owner.width()) {
            TargetParts.answers(owner.distribution(), details, count * width, details);
        }
        System.arraycopy(details, 0, into.numbers(), from * width, count * width);
    }
}
