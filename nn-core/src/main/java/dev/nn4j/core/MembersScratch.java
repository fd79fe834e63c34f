// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core;

import dev.nn4j.core.encoding.InputEncoder;
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

    /** Chunk by chunk, as {@link Network#predict} does. */
    void predict(float[] raw, int rows, float[] outputs, float @Nullable [] spread, InputEncoder encoder) {
        enter();
        try {
            int chunk = pass.room(rows);
            if (outputs == raw && owner.width() > encoder.rawWidth()) {
                // in one array, rows that grow must not run over those that are still to be read, which lie before them
                for (int to = rows; to > 0; to -= Math.min(chunk, to)) {
                    int from = Math.max(0, to - chunk);
                    predictChunk(raw, from, to - from, outputs, spread, encoder);
                }
                return;
            }
            for (int from = 0; from < rows; from += chunk) {
                predictChunk(raw, from, Math.min(chunk, rows - from), outputs, spread, encoder);
            }
        } finally {
            leave();
        }
    }

    private void predictChunk(
            float[] raw, int from, int count, float[] outputs, float @Nullable [] spread, InputEncoder encoder) {
        float[] inputs = Network.encoded(raw, from, count, encoder, pass.input());
        encoder.requireFinite(inputs, count, from);
        float[] mean = pass.run(inputs, count);
        System.arraycopy(mean, 0, outputs, from * owner.width(), count * owner.width());
        if (spread != null) {
            pass.spread(count, spread, from * owner.width());
        }
    }
}
