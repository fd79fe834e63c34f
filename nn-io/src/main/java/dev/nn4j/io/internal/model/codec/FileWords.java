// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.model.codec;

import dev.nn4j.io.internal.protobuf.ProtocolMessageEnum;
import java.util.HashMap;
import java.util.Map;

/**
 * The file's numbers for the words of an enum, one for each.
 *
 * @param <E> the engine's enum
 * @param <P> the file's
 */
final class FileWords<E extends Enum<E>, P extends Enum<P> & ProtocolMessageEnum> {
    private final String what;
    private final Map<E, P> encoded;
    private final Map<P, E> decoded = new HashMap<>();

    FileWords(String what, Map<E, P> encoded) {
        this.what = what;
        this.encoded = encoded;
        encoded.forEach((word, stored) -> decoded.put(stored, word));
    }

    P encode(E word) {
        P stored = encoded.get(word);
        if (stored == null) {
            throw new IllegalArgumentException(what + " " + word + " has no place in the file");
        }
        return stored;
    }

    E decode(P stored) {
        E word = decoded.get(stored);
        if (word == null) {
            throw new IllegalArgumentException("its " + what + " is unknown to this version");
        }
        return word;
    }
}
