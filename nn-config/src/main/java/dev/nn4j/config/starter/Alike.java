// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.config.starter;

import dev.nn4j.core.fitting.Lookalikes;
import java.util.Collection;
import java.util.Optional;

/** What to say of texts that may well be meant to be one. */
final class Alike {
    private Alike() {}

    /** Goes behind the name of a column; empty if all texts are different indeed. */
    static Optional<String> remark(String what, Collection<String> texts) {
        return Lookalikes.told(what, texts).map(told -> "holds " + told);
    }
}
