// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.model.codec;

import dev.nn4j.io.internal.proto.MissingMarks;
import java.util.Optional;

/** Which cells hold no value, from and to the file; the usual marks are not said. */
final class MarksCodec {
    private MarksCodec() {}

    static Optional<MissingMarks> encode(dev.nn4j.core.cell.MissingMarks marks) {
        return marks.isUsual()
                ? Optional.empty()
                : Optional.of(
                        MissingMarks.newBuilder().addAllTexts(marks.texts()).build());
    }

    /** Throws IllegalArgumentException where they cannot be. */
    static dev.nn4j.core.cell.MissingMarks decode(MissingMarks marks) {
        return dev.nn4j.core.cell.MissingMarks.of(marks.getTextsList());
    }
}
