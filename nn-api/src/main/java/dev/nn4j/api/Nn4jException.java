// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.api;

import org.jspecify.annotations.Nullable;

/**
 * The root of what nn4j throws when something outside the program is wrong: data, a configuration, a file, a plugin, a
 * training that diverges. A caller's own mistake is an {@link IllegalArgumentException} instead. Every message is one
 * line that is safe to print, whatever names it quotes: who, what was found, what is allowed, the remedy.
 *
 * @since 0.1.0
 */
public abstract class Nn4jException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Nn4jException(String message, @Nullable Throwable cause) {
        super(Printable.of(message), cause);
    }
}
