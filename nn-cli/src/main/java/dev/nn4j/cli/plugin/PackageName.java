// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.plugin;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The Java package of a new plugin, which also names its group, its module and its vendor.
 *
 * @param text such as {@code com.acme}
 */
public record PackageName(String text) {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*(\\.[a-z][a-z0-9]*(_[a-z0-9]+)*)*");
    private static final String OURS = "dev.nn4j";
    private static final Set<String> KEYWORDS = Set.of(
            ("abstract assert boolean break byte case catch char class const continue default do double else enum extends"
                            + " false final finally float for goto if implements import instanceof int interface long"
                            + " native new null package private protected public return short static strictfp super"
                            + " switch synchronized this throw throws transient true try void volatile while")
                    .split(" ", -1));

    /** Refuses what the Java compiler or nn4j would refuse later. */
    public PackageName {
        if (!FORM.matcher(text).matches() || Stream.of(text.split("\\.", -1)).anyMatch(KEYWORDS::contains)) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no Java package in lower case; name one such as com.acme");
        }
        if ((text + ".").startsWith(OURS + ".")) {
            throw new IllegalArgumentException("'" + text + "': " + OURS + " is nn4j's own; name a package of yours");
        }
    }

    /** The folders of its sources. */
    public String path() {
        return text.replace('.', '/');
    }

    /** What stands before the colon in the names of its components. */
    public String vendor() {
        return text.substring(text.lastIndexOf('.') + 1).replace('_', '-');
    }
}
