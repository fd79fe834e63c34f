// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.svg;

import java.util.Locale;

/** The part of a text that lies at its place. */
public enum TextAnchor {
    START,
    MIDDLE,
    END;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
