// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.html;

/** Texts made harmless for the place in a page where they go. */
public final class Escaped {
    private Escaped() {}

    /** For an element's text or a quoted attribute. */
    public static String html(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;")
                .replace("/", "&#47;");
    }

    /**
     * For a script element. Outside JSON's strings none of these stands, and inside them the escape means the same:
     * nothing can end the element, begin a comment, or break a line where an old script reader sees one.
     */
    public static String json(String json) {
        return json.replace("&", "\\u0026")
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("/", "\\/")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }
}
