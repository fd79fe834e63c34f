// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.rows;

/** A body has something that is seldom there, or is wrong. */
final class NotPlain extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotPlain() {
        super("not plain", null, false, false);
    }
}
