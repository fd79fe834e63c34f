// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.flight;

import java.util.regex.Pattern;

/** What a recording calls a source. */
final class SourceName {
    /** Not the letter of a drive. */
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*", Pattern.DOTALL);

    private static final Pattern SETTINGS = Pattern.compile("[?;].*", Pattern.DOTALL);

    private SourceName() {}

    /** A name without user, password and settings, if it is an address. */
    static String withoutCredentials(String source) {
        if (!SCHEME.matcher(source).matches()) {
            return source;
        }
        int host = source.lastIndexOf('@');
        String open = host < 0 ? source : source.substring(0, source.indexOf(':') + 1) + "…" + source.substring(host);
        return SETTINGS.matcher(open).replaceFirst("");
    }
}
