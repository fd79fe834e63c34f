// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.sources.arrow;

/** Says what of a file cannot be; its message goes on from the file's name. */
final class DamagedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    DamagedException(String problem) {
        super(problem);
    }
}
