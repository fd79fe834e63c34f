// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.plot;

import java.util.Locale;
import java.util.Optional;

/**
 * The formats of pictures.
 *
 * @since 0.1.0
 */
public enum PlotFormat {
    /** Pixels. */
    PNG,
    /** Vectors. */
    SVG;

    /** The format that a file's name asks for; stdout gets a PNG. */
    public static Optional<PlotFormat> of(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".svg")) {
            return Optional.of(SVG);
        }
        return lower.endsWith(".png") || lower.equals("-") ? Optional.of(PNG) : Optional.empty();
    }
}
