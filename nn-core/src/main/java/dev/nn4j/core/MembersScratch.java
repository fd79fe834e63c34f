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
    private float[] made = {};

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
     * Chunk by chunk, as {@link Network#predict} does.
     *
     * @param numbers where answers or details go, from index 0
     * @param details whether they are details
     * @param spread where it goes how far networks are apart in each answer, if that is asked for
     */
    void predict(
            float[] raw, int rows, InputEncoder encoder, float[] numbers, boolean details, float @Nullable [] spread) {
        enter();
        try {
            int chunk = pass.room(rows);
            int width = details ? owner.width() : owner.answers();
            if (numbers == raw && width > encoder.rawWidth()) {
                // in one array, rows that grow must not run over those that are still to be read, which lie before them
                for (int to = rows; to > 0; to -= Math.min(chunk, to)) {
                    int from = Math.max(0, to - chunk);
                    predictChunk(raw, from, to - from, encoder, spread);
                    write(numbers, details, from, to - from);
                }
                return;
            }
            for (int from = 0; from < rows; from += chunk) {
                int count = Math.min(chunk, rows - from);
                predictChunk(raw, from, count, encoder, spread);
                write(numbers, details, from, count);
            }
        } finally {
            leave();
        }
    }

    /** Details, in the pass's own array. */
    private void predictChunk(float[] raw, int from, int count, InputEncoder encoder, float @Nullable [] spread) {
        float[] inputs = Network.encoded(raw, from, count, encoder, pass.input());
        encoder.requireFinite(inputs, count, from);
        made = pass.details(pass.run(inputs, count), count);
        if (spread != null && owner.count() > 1) {
            pass.spread(count, spread, from * owner.answers());
        }
    }

    private void write(float[] numbers, boolean details, int from, int count) {
        int width = details ? owner.width() : owner.answers();
        if (width < owner.width()) {
            TargetParts.answers(owner.distribution(), made, count * width, made);
        }
        System.arraycopy(made, 0, numbers, from * width, count * width);
    }
}
