// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.text;

import dev.nn4j.core.Provenance;
import java.util.regex.Pattern;

/** What a model says of its making, as people read it. */
public final class ProvenanceText {
    private static final Pattern DECIMAL = Pattern.compile("-?\\d+\\.\\d+(?:[Ee]-?\\d+)?");

    private ProvenanceText() {}

    /** The value of this name, its figures rounded; JSON and the file have all digits. */
    public static String shown(String name, String value) {
        return name.equals(Provenance.HELD_OUT)
                ? DECIMAL.matcher(value).replaceAll(one -> Rounded.figure(Double.parseDouble(one.group())))
                : value;
    }
}
