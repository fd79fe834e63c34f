// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.api;

import java.util.regex.Pattern;

/**
 * The syntax of the names and aliases by which components are found and files know them.
 *
 * @since 0.1.0
 */
public final class ComponentName {
    /** The syntax as people say it. */
    public static final String FORM = "kebab-case or vendor:kebab-case";

    private static final String WORD = "[a-z][a-z0-9]*(-[a-z0-9]+)*";
    private static final String VENDOR = "[a-z][a-z0-9]*([.-][a-z0-9]+)*";
    private static final Pattern NAME = Pattern.compile("(" + VENDOR + ":)?" + WORD);

    private ComponentName() {}

    /**
     * Whether a component may be called so: kebab-case such as {@code leaky-relu}, or the same behind a vendor, in which
     * dots are allowed too: {@code acme:swish}, {@code acme.labs:swish-2}. A look-up takes more than this: it ignores case
     * and reads {@code _} as {@code -}.
     */
    public static boolean isWellFormed(String name) {
        return NAME.matcher(name).matches();
    }

    /** Whether a name has no vendor; such names are reserved for nn4j. */
    public static boolean isBare(String name) {
        return name.indexOf(':') < 0;
    }
}
